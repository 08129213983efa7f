/** Finds directives that are blocks: `::name` on a line of its own, and `:::name` until a line of as many colons. */
import type { MarkdownIt, StateBlock } from "markdown-it";
import { noteProblem } from "../extension.ts";
import { tokenKey } from "../token-key.ts";
import { readDirective, type WrittenDirective } from "./syntax.ts";

/** On an opening token: what the author wrote. */
export const writtenKey = tokenKey<WrittenDirective>("writtenDirective");

export function readDirectiveBlocks(md: MarkdownIt): void {
  md.block.ruler.before("fence", "directive", readBlock, { alt: ["paragraph", "reference", "blockquote", "list"] });
}

const CLOSING = /^(:{3,})[ \t]*$/;
const FENCE = /^(`{3,}|~{3,})/;

function readBlock(state: StateBlock, startLine: number, endLine: number, silent: boolean): boolean {
  const opening = openingAt(state, startLine);
  if (!opening) return false;
  if (silent) return true;
  const { colons, written } = opening;
  if (colons === 2) {
    const token = push(state, "directive", 0, written, startLine);
    token.map = [startLine, startLine + 1];
    pushLabel(state, written, startLine);
    state.line = startLine + 1;
    return true;
  }
  const closing = closingLine(state, startLine, endLine, colons);
  if (closing === undefined) {
    const hint = `write ${":".repeat(colons)} on a line of its own where it ends`;
    noteProblem(state.env, "directive", startLine, `:::${written.name} is never closed`, hint, `:::${written.name}`);
  }
  const last = closing ?? endOf(state, startLine, endLine);
  push(state, "directive_open", 1, written, startLine).map = [startLine, last];
  pushLabel(state, written, startLine);
  const { lineMax, parentType } = state;
  // As in a quotation, a line of dashes below a paragraph makes it a heading, and any block may end a paragraph.
  state.parentType = "blockquote";
  state.lineMax = last;
  state.md.block.tokenize(state, startLine + 1, last);
  state.lineMax = lineMax;
  state.parentType = parentType;
  push(state, "directive_close", -1, written, startLine);
  state.line = closing === undefined ? last : last + 1;
  return true;
}

function push(state: StateBlock, type: string, nesting: -1 | 0 | 1, written: WrittenDirective, line: number) {
  const token = state.push(type, "", nesting);
  token.block = true;
  token.info = written.name;
  token.map = [line, line + 1];
  writtenKey.set(token, written);
  return token;
}

/** The label's Markdown stands behind the opening token, where every rule for text sees it. */
function pushLabel(state: StateBlock, { label }: WrittenDirective, line: number): void {
  if (label === undefined) return;
  state.push("directive_label_open", "", 1);
  const inline = state.push("inline", "", 0);
  inline.content = label;
  inline.map = [line, line + 1];
  inline.children = [];
  state.push("directive_label_close", "", -1);
}

function openingAt(state: StateBlock, line: number): { colons: number; written: WrittenDirective } | undefined {
  const text = lineAt(state, line);
  const colons = /^:{2,}/.exec(text)?.[0].length ?? 0;
  if (colons < 2 || isIndentedCode(state, line)) return undefined;
  const written = readDirective(text, colons);
  return written && text.slice(written.end).trim() === "" ? { colons, written } : undefined;
}

/** The line of the colons that end a container; code in it is passed over. */
function closingLine(state: StateBlock, startLine: number, endLine: number, colons: number): number | undefined {
  const open = [colons];
  let fence: string | undefined;
  const end = endOf(state, startLine, endLine);
  for (let line = startLine + 1; line < end; line++) {
    const text = lineAt(state, line);
    if (isIndentedCode(state, line)) continue;
    const marks = FENCE.exec(text)?.[1];
    if (fence !== undefined) {
      const closes = marks?.[0] === fence[0] && marks !== undefined && marks.length >= fence.length;
      if (closes && text.slice(marks.length).trim() === "") fence = undefined;
      continue;
    }
    if (marks) fence = marks;
    const closing = CLOSING.exec(text)?.[1]?.length;
    if (closing !== undefined) closeIn(open, closing);
    else {
      const inner = openingAt(state, line)?.colons ?? 0;
      if (inner > 2) open.push(inner);
    }
    if (open.length === 0) return line;
  }
  return undefined;
}

/** Closes the innermost with as many colons, or else the innermost with fewer; what is open in it is never closed. */
function closeIn(open: number[], colons: number): void {
  const same = open.lastIndexOf(colons);
  const at = same === -1 ? open.findLastIndex((one) => one < colons) : same;
  if (at !== -1) open.length = at;
}

/** Where the list item ends that the directive stands in, or the text. */
function endOf(state: StateBlock, startLine: number, endLine: number): number {
  for (let line = startLine + 1; line < endLine; line++) {
    if (!state.isEmpty(line) && (state.sCount[line] ?? 0) < state.blkIndent) return line;
  }
  return endLine;
}

function lineAt({ src, bMarks, tShift, eMarks }: StateBlock, line: number): string {
  return src.slice((bMarks[line] ?? 0) + (tShift[line] ?? 0), eMarks[line]);
}

function isIndentedCode({ sCount, blkIndent }: StateBlock, line: number): boolean {
  return (sCount[line] ?? 0) - blkIndent >= 4;
}
