/** The first pass over Mermaid text, for all kinds: hides entities, drops comments, and takes out alternative texts. */
import type { Reader } from "./reader.ts";

export interface Line {
  /** Trimmed, with single spaces between words. */
  text: string;
  /** In the whole text, counted from 0. */
  line: number;
}

export interface Source {
  lines: Line[];
  spoken: string[];
}

const LOOKS = "a diagram has the page's own looks; leave it out";

/**
 * Entities become single characters of a private area, as their letters are no syntax; `withEntities` in label.ts turns
 * them back. Text is taken as Mermaid takes it: `%%` begins a comment at the start of a line only.
 */
export function readSource(text: string, reader: Reader): Source {
  const source: Source = { lines: [], spoken: [] };
  const lines = text.split("\n").map((line, index) => ({
    text: hideEntities(line)
      .trim()
      .replace(/[^\S\n]{2,}/g, " "),
    line: index,
  }));
  for (const line of lines) {
    const [unknown] = line.text.match(ENTITY) ?? [];
    const hint = "write the character itself, or its number: #233; for é";
    if (unknown) reader.refuse(line.line, `has ${unknown}, which is not known here`, hint);
  }
  const rest = withoutFrontMatter(lines, reader);
  /** The next line to read: those before it belong to a description. */
  let next = 0;
  rest.forEach((line, index) => {
    if (index < next) return;
    const spoken = /^acc(?:Title|Descr)\s*:\s*(.*)$/.exec(line.text);
    if (/^accDescr\s*\{/.test(line.text)) next = readDescription(rest, index, source, reader);
    else if (spoken) source.spoken.push(spoken[1] ?? "");
    else if (/^%%\s*\{/.test(line.text)) reader.refuse(line.line, "sets how diagrams look", LOOKS);
    else if (line.text && !line.text.startsWith("%%")) source.lines.push(line);
  });
  return source;
}

/** `accDescr {` up to a line with `}`; the index of the line below. */
function readDescription(lines: Line[], from: number, source: Source, reader: Reader): number {
  const rest = lines.slice(from);
  const end = rest.findIndex(({ text }) => text.includes("}"));
  if (end < 0) {
    reader.refuse(rest[0]?.line ?? 0, "opens a description that never ends", "close it with }");
    return lines.length;
  }
  const words = rest.slice(0, end + 1).map(({ text }) => text);
  source.spoken.push(words.join(" ").replace(/^accDescr\s*\{\s*|\s*\}.*$/g, ""));
  return from + end + 1;
}

function withoutFrontMatter(lines: Line[], reader: Reader): Line[] {
  const first = lines.find(({ text }) => text);
  if (first?.text !== "---") return lines;
  const rest = lines.slice(lines.indexOf(first) + 1);
  const end = rest.findIndex(({ text }) => text === "---");
  if (end < 0) {
    reader.refuse(first.line, "opens front matter that never ends", "close it with ---, or leave it out");
    return [];
  }
  for (const { text, line } of rest.slice(0, end)) {
    const title = /^title\s*:\s*(.*)$/.exec(text)?.[1];
    if (title) reader.refuse(line, "has a title of its own", `write it after the fence: title="${title}"`);
    else if (/^\w+\s*:/.test(text)) reader.refuse(line, "sets how diagrams look", LOOKS);
  }
  return rest.slice(end + 1);
}

/** Where characters that were entities are kept; the plane has room for those that may be syntax, and many more. */
const PRIVATE = 0xf0000;
const NAMED: Record<string, string> = {
  amp: "&",
  lt: "<",
  gt: ">",
  quot: '"',
  apos: "'",
  nbsp: "\u00a0",
  semi: ";",
  num: "#",
  colon: ":",
  lpar: "(",
  rpar: ")",
  lbrack: "[",
  rbrack: "]",
  lbrace: "{",
  rbrace: "}",
  vert: "|",
  grave: "`",
  copy: "©",
  reg: "®",
  trade: "™",
  hellip: "…",
  ndash: "–",
  mdash: "—",
  laquo: "«",
  raquo: "»",
  lsquo: "‘",
  rsquo: "’",
  ldquo: "“",
  rdquo: "”",
  larr: "←",
  rarr: "→",
  uarr: "↑",
  darr: "↓",
  le: "≤",
  ge: "≥",
  ne: "≠",
  times: "×",
  infin: "∞",
  check: "✓",
  hearts: "♥",
};

const ENTITY = /&#x([\da-f]{1,6});|(?:&#|#)(\d{1,7});|[&#]([a-z]\w*);/gi;

/** `#quot;`, `#35;`, `#9829;`, `&lt;`, `&#39;`, `&#x27;`: what stands for no character stays as it is. */
function hideEntities(line: string): string {
  return line.replace(ENTITY, (whole, hexadecimal, decimal, name) => {
    const codePoint = name ? NAMED[name]?.codePointAt(0) : Number(hexadecimal ? `0x${hexadecimal}` : decimal);
    if (!codePoint || !isShown(codePoint)) return whole;
    return String.fromCodePoint(codePoint < 0xfffe ? PRIVATE + codePoint : codePoint);
  });
}

function isShown(codePoint: number): boolean {
  return codePoint >= 0x20 && codePoint < PRIVATE && (codePoint < 0xd800 || codePoint >= 0xe000);
}

/** A statement without the `%%` comment at its end, which only kinds with a Langium grammar allow; `%%` in quotes is text. */
export function withoutRemark(text: string): string {
  const [statement = ""] = /^(?:"[^"]*"|'[^']*'|(?!%%).)*/s.exec(text) ?? [];
  return statement.trim();
}

/** The characters that entities stand for. */
export function withEntities(text: string): string {
  return text.replace(/[\u{f0000}-\u{ffffd}]/gu, (hidden) =>
    String.fromCodePoint((hidden.codePointAt(0) ?? PRIVATE) - PRIVATE),
  );
}
