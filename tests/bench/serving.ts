/**
 * What it costs to serve a site: requests a second for a page and a feed beside a plain file of as many bytes on the same
 * server without our configuration, and what a first and a second visit send by HTTP/1.1 and HTTP/2. It needs wrk and openssl.
 */
import { execFile, execFileSync } from "node:child_process";
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { connect as connectHttp2 } from "node:http2";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { connect as connectTls, type TLSSocket } from "node:tls";
import { promisify } from "node:util";
import { textTable } from "../../src/commands/report/text-table.ts";
import { spawnCommand } from "../support/run-build.ts";
import { programOf, type RunningServer, SERVERS, type ServerName, startServer } from "../support/web-servers.ts";
import { cpuSecondsOf } from "./measure.ts";

const run = promisify(execFile);
/** As fast as a plain file, but for so much. */
const SLOWEST = 0.9;
const SECONDS = 1;
const PATHS = ["/", "/feed.xml"];
const CODINGS = ["identity", "gzip"];

export async function benchServing(rounds: number): Promise<string[]> {
  const folder = mkdtempSync(join(tmpdir(), "serving-"));
  chmodSync(folder, 0o755);
  try {
    const root = join(folder, "site");
    await wellformed(["build", "--out", root, "--compress"]);
    const missed: string[] = [];
    const speeds = [
      ["server", "asked for", "bytes", "requests/s", "plain file", "µs a request", "plain file", "ratio"],
    ];
    const visits = [["server", "protocol", "requests, first visit", "bytes", "requests, second visit", "bytes"]];
    for (const server of SERVERS.filter((name) => programOf(name))) {
      const files = join(folder, "files", server);
      await wellformed(["host", server, files, "--out", root]);
      if (server !== "apache") await wellformed(["host", "apache", join(folder, "files/apache"), "--out", root]);
      for (const [path, coding] of PATHS.flatMap((path) => CODINGS.map((coding) => [path, coding] as const))) {
        const speed = await speedOf(server, { folder, root, files }, path, coding, rounds);
        speeds.push([server, `${path}, ${coding}`, ...speed.cells]);
        if (speed.ratio < SLOWEST)
          missed.push(
            `${server}, ${path} in ${coding}: ${speed.ratio.toFixed(2)} of a plain file's speed, by processor time`,
          );
      }
      for (const protocol of ["HTTP/1.1", "HTTP/2"] as const) {
        visits.push([server, protocol, ...(await visitsOf(server, { folder, root, files }, protocol))]);
      }
    }
    console.log(`${textTable(speeds)}\n\n${textTable(visits)}`);
    return missed;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

interface Place {
  folder: string;
  root: string;
  files: string;
}

/** The best of some rounds, in turns. Processor time is what other work on the machine changes least. */
async function speedOf(
  server: ServerName,
  { folder, root, files }: Place,
  path: string,
  coding: string,
  rounds: number,
) {
  const bare = join(folder, "bare");
  mkdirSync(bare, { recursive: true });
  const ours = await startServer(server, { root, files, work: join(folder, `work-${server}`) });
  const plain = await startServer(server, { root: bare, files, work: join(folder, `bare-${server}`), bare: true });
  try {
    const bytes = await bytesOf(ours, path, coding);
    writeFileSync(join(bare, "hello.html"), "x".repeat(bytes));
    const runs: { ours: Load[]; plain: Load[] } = { ours: [], plain: [] };
    for (let round = 0; round < rounds; round++) {
      runs.ours.push(await loadOn(ours, path, coding));
      runs.plain.push(await loadOn(plain, "/hello.html", coding));
    }
    const [own, other] = [bestOf(runs.ours), bestOf(runs.plain)];
    const ratio = other.microseconds / own.microseconds;
    const cells = [bytes, own.perSecond, other.perSecond].map((number) => number.toFixed(0));
    return { ratio, cells: [...cells, own.microseconds.toFixed(1), other.microseconds.toFixed(1), ratio.toFixed(2)] };
  } finally {
    await ours.stop();
    await plain.stop();
  }
}

interface Load {
  perSecond: number;
  /** Of processor time that the server took for a request. */
  microseconds: number;
}

function bestOf(loads: readonly Load[]): Load {
  return {
    perSecond: Math.max(...loads.map(({ perSecond }) => perSecond)),
    microseconds: Math.min(...loads.map(({ microseconds }) => microseconds)),
  };
}

async function bytesOf({ url }: RunningServer, path: string, coding: string): Promise<number> {
  const { stdout } = await run("curl", [
    "-s",
    "-o",
    "/dev/null",
    "-w",
    "%{size_download}",
    "-H",
    `Accept-Encoding: ${coding}`,
    url + path,
  ]);
  return Number(stdout);
}

async function loadOn({ pid, url }: RunningServer, path: string, coding: string): Promise<Load> {
  const before = cpuSecondsOf(pid);
  const { stdout } = await run("wrk", ["-t1", "-c8", `-d${SECONDS}s`, "-H", `Accept-Encoding: ${coding}`, url + path]);
  if (/Non-2xx/.test(stdout)) throw new Error(`${url}${path} answers with errors:\n${stdout}`);
  const requests = Number(/(\d+) requests in/.exec(stdout)?.[1]);
  const perSecond = Number(/Requests\/sec:\s+([\d.]+)/.exec(stdout)?.[1]);
  return { perSecond, microseconds: ((cpuSecondsOf(pid) - before) * 1e6) / requests };
}

/** The home page with what it loads, by one connection; then again, as a browser does that has kept what it may. */
async function visitsOf(
  server: ServerName,
  { folder, root, files }: Place,
  protocol: "HTTP/1.1" | "HTTP/2",
): Promise<string[]> {
  const tls = certificateIn(folder);
  const running = await startServer(server, { root, files, work: join(folder, `tls-${server}`), tls });
  try {
    const html = readFileSync(join(root, "index.html"), "utf8");
    const loaded = [...html.matchAll(/(?:src|href)="(\/assets\/[^"]+\.(?:js|css|woff2))"/g)].map(
      ([, path = ""]) => path,
    );
    const visit = protocol === "HTTP/2" ? visitByHttp2 : visitByHttp1;
    const first = await visit(
      running.port,
      ["/", ...new Set(loaded)].map((path) => ({ path, etag: undefined })),
    );
    const second = await visit(running.port, [{ path: "/", etag: first.etag }]);
    return [first, second].flatMap(({ requests, bytes }) => [requests, bytes].map(String));
  } finally {
    await running.stop();
  }
}

interface Asked {
  path: string;
  etag: string | undefined;
}

interface Visit {
  requests: number;
  /** Received by the connection, encrypted, without what begins it. */
  bytes: number;
  etag: string | undefined;
}

const HEADERS = { "accept-encoding": "gzip, deflate, br, zstd" };

async function visitByHttp2(port: number, asked: readonly Asked[]): Promise<Visit> {
  const session = connectHttp2(`https://127.0.0.1:${port}`, { rejectUnauthorized: false });
  await new Promise((done, fail) => session.once("remoteSettings", done).once("error", fail));
  const socket = session.socket as unknown as TLSSocket;
  const before = socket.bytesRead;
  const etags = await Promise.all(
    asked.map(
      ({ path, etag }) =>
        new Promise<string | undefined>((done, fail) => {
          const stream = session.request({ ":path": path, ...HEADERS, ...(etag && { "if-none-match": etag }) });
          let found: string | undefined;
          stream.on("response", (headers) => (found = headers.etag));
          stream.on("end", () => done(found)).on("error", fail);
          stream.resume();
        }),
    ),
  );
  const bytes = socket.bytesRead - before;
  await new Promise<void>((done) => session.close(done));
  return { requests: asked.length, bytes, etag: etags[0] };
}

/** One after the other, by one connection. */
async function visitByHttp1(port: number, asked: readonly Asked[]): Promise<Visit> {
  const socket = connectTls({ port, host: "127.0.0.1", rejectUnauthorized: false, ALPNProtocols: ["http/1.1"] });
  await new Promise((done, fail) => socket.once("secureConnect", done).once("error", fail));
  const before = socket.bytesRead;
  let first: string | undefined;
  for (const [at, { path, etag }] of asked.entries()) {
    const isLast = at === asked.length - 1;
    const fields = [
      `GET ${path} HTTP/1.1`,
      `Host: 127.0.0.1:${port}`,
      ...Object.entries(HEADERS).map(([name, value]) => `${name}: ${value}`),
      ...(etag ? [`If-None-Match: ${etag}`] : []),
      ...(isLast ? ["Connection: close"] : []),
    ];
    socket.write(`${fields.join("\r\n")}\r\n\r\n`);
    const head = await (isLast ? untilClosed(socket) : untilAnswered(socket));
    first ??= /^etag: (.*)\r$/im.exec(head)?.[1];
  }
  return { requests: asked.length, bytes: socket.bytesRead - before, etag: first };
}

/** The head of one whole answer. */
function untilAnswered(socket: TLSSocket): Promise<string> {
  return new Promise((done, fail) => {
    let text = "";
    const take = (chunk: Buffer) => {
      text += chunk.toString("latin1");
      const end = text.indexOf("\r\n\r\n");
      if (end === -1) return;
      const length = /^content-length: (\d+)\r$/im.exec(text)?.[1];
      const isWhole = length ? text.length >= end + 4 + Number(length) : text.endsWith("\r\n0\r\n\r\n");
      if (!isWhole) return;
      socket.off("data", take);
      done(text.slice(0, end + 2));
    };
    socket.on("data", take).once("error", fail);
  });
}

function untilClosed(socket: TLSSocket): Promise<string> {
  return new Promise((done, fail) => {
    let text = "";
    socket.on("data", (chunk) => (text += chunk.toString("latin1")));
    socket.once("end", () => done(text)).once("error", fail);
  });
}

function certificateIn(folder: string): { cert: string; key: string } {
  const [cert, key] = [join(folder, "cert.pem"), join(folder, "key.pem")];
  const subject = [
    "-subj",
    "/CN=127.0.0.1",
    "-days",
    "2",
    "-nodes",
    "-newkey",
    "ec",
    "-pkeyopt",
    "ec_paramgen_curve:prime256v1",
  ];
  execFileSync("openssl", ["req", "-x509", ...subject, "-keyout", key, "-out", cert], { stdio: "pipe" });
  chmodSync(key, 0o644);
  return { cert, key };
}

async function wellformed(words: string[]): Promise<void> {
  const { code, output } = await spawnCommand(words.map((word) => (word.startsWith("/") ? resolve(word) : word)));
  if (code !== 0) throw new Error(output);
}
