/** Replies of Redis (RESP2: https://redis.io/docs/latest/develop/reference/protocol-spec/), and how redis-cli prints them. */

export type Reply =
  | { kind: "status" | "error"; text: string }
  | { kind: "integer"; text: string }
  | { kind: "bytes"; bytes: Buffer }
  | { kind: "list"; items: readonly Reply[] }
  | { kind: "nil" };

const END = "\r\n";

/** The reply that begins there and the place behind it; undefined where it has not come as a whole. */
export function readReply(from: Buffer, at: number): { reply: Reply; next: number } | undefined {
  const end = from.indexOf(END, at);
  if (end === -1) return undefined;
  const text = from.subarray(at + 1, end).toString();
  const next = end + END.length;
  const count = Number(text);
  switch (String.fromCharCode(from[at] ?? 0)) {
    case "+":
      return { reply: { kind: "status", text }, next };
    case "-":
      return { reply: { kind: "error", text }, next };
    case ":":
      return { reply: { kind: "integer", text }, next };
    case "$": {
      if (count < 0) return { reply: { kind: "nil" }, next };
      if (from.length < next + count + END.length) return undefined;
      return { reply: { kind: "bytes", bytes: from.subarray(next, next + count) }, next: next + count + END.length };
    }
    case "*":
      return count < 0 ? { reply: { kind: "nil" }, next } : readItems(from, next, count);
    default:
      throw new Error(`Redis answers with ${JSON.stringify(text)}`);
  }
}

function readItems(from: Buffer, start: number, count: number): { reply: Reply; next: number } | undefined {
  const items: Reply[] = [];
  let at = start;
  while (items.length < count) {
    const read = readReply(from, at);
    if (!read) return undefined;
    items.push(read.reply);
    at = read.next;
  }
  return { reply: { kind: "list", items }, next: at };
}

/** As redis-cli prints it on a terminal. */
export function replyText(reply: Reply): string {
  switch (reply.kind) {
    case "status":
      return reply.text;
    case "error":
      return `(error) ${reply.text}`;
    case "integer":
      return `(integer) ${reply.text}`;
    case "bytes":
      return quoted(reply.bytes);
    case "nil":
      return "(nil)";
    case "list":
      return listText(reply.items);
  }
}

/** Numbers flush right, and what an item has below its first line as far in as the item. */
function listText(items: readonly Reply[]): string {
  if (items.length === 0) return "(empty array)";
  const width = String(items.length).length;
  return items
    .map((item, index) => {
      const number = `${String(index + 1).padStart(width)}) `;
      return number + replyText(item).replaceAll("\n", `\n${" ".repeat(number.length)}`);
    })
    .join("\n");
}

const ESCAPES: Readonly<Record<number, string>> = {
  7: "\\a",
  8: "\\b",
  9: "\\t",
  10: "\\n",
  13: "\\r",
  34: '\\"',
  92: "\\\\",
};

function quoted(bytes: Buffer): string {
  const text = [...bytes].map((byte) => {
    const isPlain = byte >= 0x20 && byte < 0x7f;
    return ESCAPES[byte] ?? (isPlain ? String.fromCharCode(byte) : `\\x${byte.toString(16).padStart(2, "0")}`);
  });
  return `"${text.join("")}"`;
}
