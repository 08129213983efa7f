/** The lines of a Markdown text, each with whether it is part of a fenced block of code. */

export interface FencedLine {
  readonly text: string;
  readonly isCode: boolean;
  /** Set for the first and the last line of a block. */
  readonly fence?: "open" | "close" | undefined;
}

export function fencedLines(text: string): FencedLine[] {
  let mark: string | undefined;
  return text.split("\n").map((line) => {
    const [, found, info = ""] = /^[ \t>]*(?:(?:[-*+]|\d+[.)])[ \t]+)*(`{3,}|~{3,})(.*)$/.exec(line) ?? [];
    if (mark !== undefined) {
      const isEnd = found?.startsWith(mark) && !info.trim();
      if (isEnd) mark = undefined;
      return { text: line, isCode: true, fence: isEnd ? "close" : undefined };
    }
    if (!found || (found.startsWith("`") && info.includes("`"))) return { text: line, isCode: false };
    mark = found;
    return { text: line, isCode: true, fence: "open" };
  });
}
