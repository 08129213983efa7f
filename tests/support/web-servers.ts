/**
 * Web servers of this machine, started with the files that `wellformed host` writes and the least that they need besides: a
 * port and a folder. They are ended by their process.
 */
import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { connect } from "node:net";
import { delimiter, join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { freePort } from "./free-port.ts";

export const SERVERS = ["nginx", "apache", "caddy", "lighttpd"] as const;
export type ServerName = (typeof SERVERS)[number];

export interface Serving {
  /** The folder in which the site lies at its base path. */
  root: string;
  /** The files of `wellformed host`. */
  files: string;
  /** An empty folder of the server's own. */
  work: string;
  /** Serves by HTTPS and, where the server can, by HTTP/2: files of a certificate and its key. */
  tls?: { cert: string; key: string };
  /** Only the least that a server needs, and none of our files. */
  bare?: boolean;
}

export interface RunningServer {
  /** Of the process that was started; it may have others. */
  pid: number;
  port: number;
  url: string;
  stop: () => Promise<void>;
}

const PROGRAMS: Record<ServerName, readonly string[]> = {
  nginx: ["nginx"],
  apache: ["apache2", "httpd"],
  caddy: ["caddy"],
  lighttpd: ["lighttpd"],
};
const MODULES = ["/usr/lib/apache2/modules", "/usr/lib64/httpd/modules", "/usr/lib/httpd/modules"];
const isRoot = process.getuid?.() === 0;

/** The path of its program; undefined where it is not installed. */
export function programOf(name: ServerName): string | undefined {
  const folders = [...(process.env["PATH"] ?? "").split(delimiter), "/usr/sbin", "/usr/local/sbin", "/usr/local/bin"];
  return folders
    .flatMap((folder) => PROGRAMS[name].map((program) => join(folder, program)))
    .find((path) => existsSync(path));
}

export async function startServer(name: ServerName, serving: Serving): Promise<RunningServer> {
  const port = await freePort();
  const { args, conf } = FRAMES[name](serving, port);
  prepare(serving.work);
  writeFileSync(join(serving.work, "conf"), conf);
  const child = spawn(programOf(name) ?? name, args, {
    cwd: serving.work,
    stdio: ["ignore", "pipe", "pipe"],
    env: { ...process.env, XDG_DATA_HOME: serving.work, XDG_CONFIG_HOME: serving.work },
  });
  const said: string[] = [];
  for (const stream of [child.stdout, child.stderr]) stream?.on("data", (text) => said.push(String(text)));
  await untilListening(child, port, () => said.join("") + logOf(serving.work));
  return {
    pid: child.pid ?? 0,
    port,
    url: `${serving.tls ? "https" : "http"}://127.0.0.1:${port}`,
    stop: () => end(child),
  };
}

/** What the server itself says of its configuration; empty where nothing is wrong. */
export function complaintsOf(name: ServerName, serving: Serving): string {
  const { check, conf } = FRAMES[name](serving, 1);
  prepare(serving.work);
  writeFileSync(join(serving.work, "conf"), conf);
  try {
    execFileSync(programOf(name) ?? name, check, { cwd: serving.work, stdio: "pipe", encoding: "utf8" });
    return "";
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

/** Processes of a server that was started as root may be another user's. */
function prepare(work: string): void {
  mkdirSync(work, { recursive: true });
  chmodSync(work, 0o755);
}

interface Frame {
  conf: string;
  args: string[];
  /** Reads the configuration, and does nothing else. */
  check: string[];
}

const FRAMES: Record<ServerName, (serving: Serving, port: number) => Frame> = {
  nginx({ root, files, work, tls, bare }, port) {
    const temporary = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"].map(
      (kind) => `${kind}_temp_path ${work}/${kind};`,
    );
    const conf = [
      ...(isRoot ? ["user root;"] : []),
      `daemon off; worker_processes 1; pid ${work}/pid; error_log ${work}/log;`,
      "events { }",
      `http { access_log off; sendfile on; ${temporary.join(" ")}`,
      ...(bare ? [] : [`include ${files}/http.conf;`]),
      `server { listen 127.0.0.1:${port}${tls ? " ssl http2" : ""}; root "${root}";`,
      ...(tls ? [`ssl_certificate ${tls.cert}; ssl_certificate_key ${tls.key};`] : []),
      ...(bare ? [] : [`include ${files}/server.conf;`]),
      "} }",
    ];
    const args = ["-p", work, "-c", `${work}/conf`, "-e", `${work}/log`];
    return { conf: lines(conf), args, check: ["-t", "-q", ...args] };
  },
  apache({ root, files, work, tls, bare }, port) {
    const modules = MODULES.find((folder) => existsSync(folder)) ?? "";
    const wanted = [
      "mpm_event",
      "authz_core",
      "mime",
      "dir",
      "rewrite",
      "headers",
      "setenvif",
      "env",
      "filter",
      "deflate",
      "alias",
    ];
    const more = tls ? ["ssl", "socache_shmcb", "http2"] : [];
    const load = [...wanted, ...more].map((name) => `LoadModule ${name}_module ${modules}/mod_${name}.so`);
    const conf = [
      `ServerRoot ${work}\nPidFile ${work}/pid\nErrorLog ${work}/log\nServerName localhost\nListen 127.0.0.1:${port}`,
      ...load,
      ...(isRoot ? ["User nobody\nGroup nogroup"] : []),
      // As Debian has them, and in the way of what we want: types, languages and compression.
      "TypesConfig /etc/mime.types",
      ...(bare
        ? []
        : [
            "AddLanguage br .br\nAddType application/x-gzip .gz .tgz\nAddOutputFilterByType DEFLATE text/html text/plain text/css application/rss+xml",
          ]),
      ...(tls
        ? [`SSLEngine on\nSSLCertificateFile ${tls.cert}\nSSLCertificateKeyFile ${tls.key}\nProtocols h2 http/1.1`]
        : []),
      `DocumentRoot "${root}"`,
      `<Directory "${root}">\nRequire all granted\nOptions FollowSymLinks\n</Directory>`,
      ...(bare ? [] : [`<Directory "${join(root, basePath(files))}">\nInclude "${files}/.htaccess"\n</Directory>`]),
    ];
    return { conf: lines(conf), args: ["-f", `${work}/conf`, "-D", "FOREGROUND"], check: ["-f", `${work}/conf`, "-t"] };
  },
  caddy({ root, files, work, tls, bare }, port) {
    const conf = [
      "{\n  admin off\n  auto_https off\n}",
      `${tls ? "https" : "http"}://127.0.0.1:${port} {`,
      "  bind 127.0.0.1",
      ...(tls ? [`  tls ${tls.cert} ${tls.key}`] : []),
      `  root * "${root}"`,
      bare ? "  file_server" : `  import "${files}/site.caddy"`,
      "}",
    ];
    const args = ["--config", `${work}/conf`, "--adapter", "caddyfile"];
    return { conf: lines(conf), args: ["run", ...args], check: ["validate", ...args] };
  },
  lighttpd({ root, files, work, tls, bare }, port) {
    mkdirSync(join(work, "compressed"), { recursive: true });
    const conf = [
      `server.bind = "127.0.0.1"\nserver.port = ${port}\nserver.errorlog = "${work}/log"`,
      `server.document-root = "${root}"`,
      `server.upload-dirs = ( "${work}" )`,
      ...(tls
        ? [
            `server.modules += ( "mod_openssl" )\nssl.engine = "enable"\nssl.pemfile = "${tls.cert}"\nssl.privkey = "${tls.key}"`,
          ]
        : []),
      ...(bare
        ? ['mimetype.assign = ( ".html" => "text/html" )']
        : [`include "${files}/site.conf"`, `deflate.cache-dir = "${work}/compressed"`]),
    ];
    return { conf: lines(conf), args: ["-D", "-f", `${work}/conf`], check: ["-tt", "-f", `${work}/conf`] };
  },
};

/** The path that a file of ours says that the site is published at. */
function basePath(files: string): string {
  const [, base = "/"] = /^RewriteBase "(.*)"$/m.exec(readFileSync(join(files, ".htaccess"), "utf8")) ?? [];
  return base;
}

function lines(parts: readonly string[]): string {
  return `${parts.join("\n")}\n`;
}

async function untilListening(child: ChildProcess, port: number, said: () => string): Promise<void> {
  for (let tries = 0; tries < 300; tries++) {
    if (child.exitCode !== null) throw new Error(`the server ended with ${child.exitCode}:\n${said()}`);
    if (await isListening(port)) return;
    await setTimeout(50);
  }
  child.kill();
  throw new Error(`the server does not listen:\n${said()}`);
}

function isListening(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, "127.0.0.1");
    socket.on("connect", () => resolve(true)).on("error", () => resolve(false));
    socket.on("connect", () => socket.destroy());
  });
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) return;
  const ended = new Promise((resolve) => child.once("exit", resolve));
  child.kill("SIGTERM");
  const timer = globalThis.setTimeout(() => child.kill("SIGKILL"), 5000);
  await ended;
  clearTimeout(timer);
}

function logOf(work: string): string {
  const log = join(work, "log");
  return existsSync(log) ? readFileSync(log, "utf8") : "";
}
