/** Cuts DOT into tokens, with their lines (https://graphviz.org/doc/info/lang.html). An unclosed one ends with the text. */

export interface DotToken {
  kind: "word" | "quoted" | "html" | "sign";
  /** Without its quotes. */
  text: string;
  /** Counted from 0. */
  line: number;
  /** True if nothing stands between it and the token before. */
  isJoined: boolean;
}

const SKIPPED = /(?:\s+|\/\/[^\n]*|\/\*[\s\S]*?(?:\*\/|$)|(?:(?<=\n)|(?<![\s\S]))#[^\n]*)+/y;
const TOKEN = /"((?:\\[\s\S]|[^"\\])*)"?|(->|--|[{}[\]=;,:+])|([^\s"{}[\]=;,:+<>-]+|-?(?:\.\d+|\d+(?:\.\d*)?)|[<>-])/y;

export function dotTokens(text: string): DotToken[] {
  const tokens: DotToken[] = [];
  let at = 0;
  let line = 0;
  let ended = -1;
  const pass = (to: number) => {
    line += text.slice(at, to).split("\n").length - 1;
    at = to;
  };
  const add = (token: Pick<DotToken, "kind" | "text">, end: number) => {
    tokens.push({ ...token, line, isJoined: at === ended });
    pass(end);
    ended = at;
  };
  while (at < text.length) {
    SKIPPED.lastIndex = at;
    if (SKIPPED.exec(text)) {
      pass(SKIPPED.lastIndex);
      continue;
    }
    // Only a value can be HTML-like: `<` stands nowhere else.
    if (text[at] === "<") {
      const end = endOfHtml(text, at);
      add({ kind: "html", text: text.slice(at + 1, end - 1) }, end);
      continue;
    }
    TOKEN.lastIndex = at;
    const [, quoted, sign, word] = TOKEN.exec(text) ?? [];
    const kind = quoted !== undefined ? "quoted" : sign !== undefined ? "sign" : "word";
    add({ kind, text: quoted ?? sign ?? word ?? "" }, Math.max(at + 1, TOKEN.lastIndex));
  }
  return tokens;
}

/** The position after the `>` that closes it. */
function endOfHtml(text: string, from: number): number {
  let depth = 0;
  for (let at = from; at < text.length; at++) {
    if (text[at] === "<") depth++;
    if (text[at] === ">" && --depth === 0) return at + 1;
  }
  return text.length;
}
