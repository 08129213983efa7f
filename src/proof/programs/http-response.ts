/** Reads the bytes of a response: RFC 9112. */
import type { Response } from "../../content/samples/transcript.ts";

const END_OF_HEAD = "\r\n\r\n";

/** Undefined if it is not an HTTP/1 response. Interim responses such as `103 Early Hints` are left out. */
export function readResponse(bytes: Buffer): Response | undefined {
  const end = bytes.indexOf(END_OF_HEAD);
  if (end === -1) return undefined;
  const [status = "", ...lines] = bytes.subarray(0, end).toString("latin1").split("\r\n");
  if (!/^HTTP\/1\.[01] \d{3}( |$)/.test(status)) return undefined;
  const rest = bytes.subarray(end + END_OF_HEAD.length);
  if (/^\S+ 1/.test(status)) return readResponse(rest);
  const headers = lines.map((line): [string, string] => {
    const at = line.indexOf(":");
    return [line.slice(0, at), line.slice(at + 1).trim()];
  });
  const headerOf = (name: string) => headers.find(([other]) => other.toLowerCase() === name)?.[1] ?? "";
  const whole = /\bchunked\b/i.test(headerOf("transfer-encoding")) ? unchunked(rest) : rest;
  const type = headerOf("content-type").split(";")[0] ?? "";
  return { status, headers, body: textOf(whole, type) };
}

function unchunked(bytes: Buffer): Buffer {
  const parts: Buffer[] = [];
  for (let at = 0; at < bytes.length; ) {
    const end = bytes.indexOf("\r\n", at);
    const size = Number.parseInt(bytes.subarray(at, end).toString("latin1"), 16);
    if (end === -1 || !(size > 0)) break;
    parts.push(bytes.subarray(end + 2, end + 2 + size));
    at = end + 2 + size + 2;
  }
  return Buffer.concat(parts);
}

function textOf(bytes: Buffer, type: string): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return `(${bytes.length} bytes of ${type || "something"})`;
  }
}
