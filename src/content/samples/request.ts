/** A request as an `http` sample writes it: RFC 9112, with line feeds alone. */
import type { Reason } from "../problems/problem.ts";

const REQUEST_LINE = /^[A-Z]+ (\/\S*|\*)( HTTP\/1\.1)?$/;
/** https://www.rfc-editor.org/rfc/rfc9110#section-5.6.2 */
const HEADER = /^([!#$%&'*+.^_`|~\w-]+):[ \t]*(.*?)[ \t]*$/;
/** Those that say how a message is sent are ours. */
const OURS = new Set(["connection", "content-length", "transfer-encoding"]);

/** What is wrong with a request, and on which line of the code, counted from 0. */
export function requestFault(code: string): (Reason & { line: number }) | undefined {
  const [first = "", ...rest] = headOf(code);
  if (!REQUEST_LINE.test(first))
    return { line: 0, message: `"${first}" begins no request`, hint: "write GET /path, or POST /path HTTP/1.1" };
  const at = rest.findIndex((line) => !HEADER.test(line) || OURS.has(nameIn(line)));
  const line = rest[at];
  if (line === undefined) return undefined;
  if (!HEADER.test(line))
    return {
      line: at + 1,
      message: `"${line}" is no header`,
      hint: "write Name: value, and the body below an empty line",
    };
  return { line: at + 1, message: `${line.split(":")[0]} follows from how the request is sent`, hint: "leave it out" };
}

/** The bytes to send. The connection ends with the response. */
export function requestBytes(code: string, host: string): Buffer {
  const [first = "", ...headers] = headOf(code);
  const body = bodyOf(code);
  const has = (name: string) => headers.some((line) => nameIn(line) === name);
  const lines = [
    / HTTP\/1\.1$/.test(first) ? first : `${first} HTTP/1.1`,
    ...(has("host") ? [] : [`Host: ${host}`]),
    ...headers,
    ...(body ? [`Content-Length: ${Buffer.byteLength(body)}`] : []),
    "Connection: close",
  ];
  return Buffer.from(`${lines.join("\r\n")}\r\n\r\n${body}`);
}

function headOf(code: string): string[] {
  const lines = code.trimEnd().split("\n");
  const end = lines.indexOf("");
  return (end === -1 ? lines : lines.slice(0, end)).map((line) => line.trimEnd());
}

function bodyOf(code: string): string {
  const lines = code.trimEnd().split("\n");
  const end = lines.indexOf("");
  return end === -1 ? "" : lines.slice(end + 1).join("\n");
}

function nameIn(line: string): string {
  return (line.split(":")[0] ?? "").toLowerCase();
}
