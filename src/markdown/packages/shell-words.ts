/** A line of a shell as its commands and their words, so that some can be replaced and all else stays as it was typed. */

export interface ShellWord {
  /** As typed, quotes included. */
  text: string;
  /** The white space before it, the end of a continued line included. */
  gap: string;
}

/** Words of one command; or what stands between two commands: `&&`, `|`, a line's end, a comment. */
export type ShellPart = { kind: "command"; words: ShellWord[] } | { kind: "between"; text: string };

const GAP = /(?:[ \t]|\\\n)+/y;
const BETWEEN = /[ \t]*(?:\n|&&|\|\||[;|&()])|[ \t]+#.*|#.*/y;
const WORD = /(?:"(?:\\[\s\S]|[^"\\])*"|'[^']*'|\\[\s\S]|\$\([^()\n]*\)|[^\s"'\\;&|()]|["'\\])+/y;

/** Joined in their order, the parts are the text. */
export function shellParts(text: string): ShellPart[] {
  const parts: ShellPart[] = [];
  let words: ShellWord[] | undefined;
  let gap = "";
  for (let at = 0; at < text.length; ) {
    const between = matchAt(BETWEEN, text, at);
    if (between !== undefined) {
      parts.push({ kind: "between", text: gap + between });
      [words, gap] = [undefined, ""];
      at += between.length;
      continue;
    }
    const blank = matchAt(GAP, text, at);
    if (blank !== undefined) {
      gap += blank;
      at += blank.length;
      continue;
    }
    const word = matchAt(WORD, text, at) ?? text.charAt(at);
    if (!words) {
      words = [];
      parts.push({ kind: "command", words });
    }
    words.push({ text: word, gap });
    gap = "";
    at += word.length;
  }
  if (gap) parts.push({ kind: "between", text: gap });
  return parts;
}

export function shellText(parts: readonly ShellPart[]): string {
  return parts
    .map((part) => (part.kind === "between" ? part.text : part.words.map(({ gap, text }) => gap + text).join("")))
    .join("");
}

function matchAt(pattern: RegExp, text: string, at: number): string | undefined {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0] || undefined;
}
