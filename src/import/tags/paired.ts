/** Tags that open and close, whatever they look like: pairs are found, inner ones replaced before outer ones. */
import { placed } from "./tags.ts";

export interface TagToken {
  readonly start: number;
  readonly end: number;
  readonly name: string;
  readonly kind: "open" | "close" | "alone";
  /** The text after its name. */
  readonly arguments: string;
}

/** `body` is undefined for a tag that is not closed; `line` counts from 0. */
type Replace = (token: TagToken, body: string | undefined, line: number) => string;

/** A close without a name (`{% end %}`) closes the last tag that is open. A close that nothing opened is dropped. */
export function replacePairs(text: string, tokens: readonly TagToken[], replace: Replace): string {
  const closes = closesOf(tokens);
  const lineAt = lineCounter(text);
  const part = (from: number, to: number, first: number, end: number): string => {
    let out = "";
    let position = from;
    for (let index = first; index < end; index++) {
      const token = tokens[index];
      if (!token || token.start < position) continue;
      out += text.slice(position, token.start);
      position = token.end;
      if (token.kind === "close") continue;
      const closeIndex = closes.get(index);
      const close = closeIndex === undefined ? undefined : tokens[closeIndex];
      const body = close && closeIndex !== undefined ? part(token.end, close.start, index + 1, closeIndex) : undefined;
      if (close) position = close.end;
      out += placed(text, token.start, position, replace(token, body, lineAt(token.start)));
    }
    return out + text.slice(position, to);
  };
  return part(0, text.length, 0, tokens.length);
}

/** The index of the token that closes each that is closed. */
function closesOf(tokens: readonly TagToken[]): Map<number, number> {
  const closes = new Map<number, number>();
  const open: number[] = [];
  tokens.forEach(({ kind, name }, index) => {
    if (kind === "open") open.push(index);
    if (kind !== "close") return;
    const at = name === "" ? open.length - 1 : open.findLastIndex((one) => tokens[one]?.name === name);
    const opener = open[at];
    if (opener === undefined) return;
    closes.set(opener, index);
    open.length = at;
  });
  return closes;
}

/** Counts from 0, for positions that rise. */
export function lineCounter(text: string): (position: number) => number {
  const starts = [...text.matchAll(/\n/g)].map(({ index }) => index);
  return (position) => {
    let low = 0;
    let high = starts.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((starts[middle] ?? 0) < position) low = middle + 1;
      else high = middle;
    }
    return low;
  };
}
