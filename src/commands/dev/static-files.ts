/** Files of a folder, as a web server finds and names them. */
import type { FileHandle } from "node:fs/promises";
import { open } from "node:fs/promises";
import type { IncomingMessage, ServerResponse } from "node:http";
import { extname, join, sep } from "node:path";
import { pipeline } from "node:stream/promises";

const TYPES: Record<string, string> = {
  avif: "image/avif",
  css: "text/css; charset=utf-8",
  csv: "text/csv; charset=utf-8",
  gif: "image/gif",
  html: "text/html; charset=utf-8",
  ico: "image/x-icon",
  jpeg: "image/jpeg",
  jpg: "image/jpeg",
  js: "text/javascript; charset=utf-8",
  json: "application/json",
  m4a: "audio/mp4",
  md: "text/markdown; charset=utf-8",
  mjs: "text/javascript; charset=utf-8",
  mp3: "audio/mpeg",
  mp4: "video/mp4",
  ogg: "audio/ogg",
  opml: "text/x-opml; charset=utf-8",
  pdf: "application/pdf",
  png: "image/png",
  sql: "text/plain; charset=utf-8",
  svg: "image/svg+xml",
  ts: "text/plain; charset=utf-8",
  txt: "text/plain; charset=utf-8",
  vtt: "text/vtt; charset=utf-8",
  wasm: "application/wasm",
  webm: "video/webm",
  webmanifest: "application/manifest+json",
  webp: "image/webp",
  woff2: "font/woff2",
  xml: "application/xml; charset=utf-8",
};

/** The file for a path of an address, which may be escaped; undefined where it leads out of the folder. */
export function fileAt(folder: string, path: string): string | undefined {
  try {
    const decoded = decodeURIComponent(path);
    const file = join(folder, decoded, decoded.endsWith("/") ? "index.html" : "");
    return file.startsWith(folder + sep) && !decoded.includes("\0") ? file : undefined;
  } catch {
    return undefined;
  }
}

/** Answers with a file, or as much of it as is asked for; false where there is none. */
export async function sendFile(file: string, request: IncomingMessage, response: ServerResponse): Promise<boolean> {
  const handle = await open(file).catch(() => undefined);
  if (!handle) return false;
  try {
    const stats = await handle.stat();
    if (!stats.isFile()) return false;
    const type = TYPES[extname(file).slice(1).toLowerCase()] ?? "application/octet-stream";
    response.setHeader("content-type", type).setHeader("accept-ranges", "bytes").setHeader("cache-control", "no-cache");
    await sendPart(handle, stats.size, request, response);
    return true;
  } finally {
    await handle.close();
  }
}

/** A browser that plays a film asks for one range at a time; whoever asks for more is given all of it. */
async function sendPart(
  handle: FileHandle,
  size: number,
  { method, headers }: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const [, from = "", to = ""] = /^bytes=(\d*)-(\d*)$/.exec(headers.range ?? "") ?? [];
  const isPart = from !== "" || to !== "";
  const start = from !== "" ? Number(from) : isPart ? Math.max(0, size - Number(to)) : 0;
  const end = from !== "" && to !== "" ? Math.min(Number(to), size - 1) : size - 1;
  if (isPart && start > end) {
    response.writeHead(416, { "content-range": `bytes */${size}` }).end();
    return;
  }
  if (isPart) response.setHeader("content-range", `bytes ${start}-${end}/${size}`);
  response.writeHead(isPart ? 206 : 200, { "content-length": end - start + 1 });
  if (method === "HEAD" || size === 0) return void response.end();
  // Whoever goes away before the end has not done anything wrong.
  await pipeline(handle.createReadStream({ start, end, autoClose: false }), response).catch(() => {});
}
