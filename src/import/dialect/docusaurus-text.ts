/** What Docusaurus reads in a text before MDX does: ids of headings, its own addresses, and comments that mark lines of code. */
import { CODE } from "../exports/markdown-parts.ts";
import { fencedLines } from "./fenced-lines.ts";

const COMMENT = /^\s*(?:\/\/|#|--|;|%|\/\*|<!--|\{\/\*)\s*highlight-(next-line|start|end)\s*(?:\*\/\}?|-->)?\s*$/;

/** A comment's beginning, unless it stands in code; code, unless it stands in a comment. */
const COMMENT_OR_CODE = new RegExp(`<!--|${CODE.source}`, CODE.flags);

export function docusaurusText(text: string): string {
  const out: string[] = [];
  /** The block that is read: where it opens in `out`, the line within it, and what is marked. */
  let block: { start: number; line: number; marked: number[]; isWithin: boolean; isNext: boolean } | undefined;
  for (const { text: line, isCode, fence } of fencedLines(withJsxComments(text))) {
    if (!isCode) {
      out.push(proseLine(line));
    } else if (fence === "open") {
      block = { start: out.length, line: 0, marked: [], isWithin: false, isNext: false };
      out.push(line);
    } else if (block && fence === "close") {
      const { start, marked } = block;
      if (marked.length > 0) out[start] = withMarks(out[start] ?? "", marked);
      out.push(line);
      block = undefined;
    } else {
      const [, mark] = COMMENT.exec(line) ?? [];
      if (!block || !mark) {
        if (block) {
          block.line += 1;
          if (block.isWithin || block.isNext) block.marked.push(block.line);
          block.isNext = false;
        }
        out.push(line);
      } else if (mark === "next-line") block.isNext = true;
      else block.isWithin = mark === "start";
    }
  }
  return out.join("\n");
}

/** MDX has no comments of HTML. */
function withJsxComments(text: string): string {
  let out = "";
  let position = 0;
  const token = new RegExp(COMMENT_OR_CODE);
  for (let match = token.exec(text); match; match = token.exec(text)) {
    const isComment = match[0] === "<!--";
    const end = isComment ? text.indexOf("-->", match.index) : token.lastIndex;
    if (end === -1) break;
    const comment = text.slice(match.index + 4, end).replaceAll("*/", "* /");
    out += text.slice(position, match.index) + (isComment ? `{/*${comment}*/}` : match[0]);
    position = isComment ? end + 3 : end;
    token.lastIndex = position;
  }
  return out + text.slice(position);
}

/** Beside those that the fence names already: `js {1,3}`. */
function withMarks(fence: string, marked: readonly number[]): string {
  const all = /\{([\d\s,-]+)\}/;
  return all.test(fence) ? fence.replace(all, `{$1,${marked.join(",")}}`) : `${fence} {${marked.join(",")}}`;
}

/** `{#id}` is no expression; `@site/static/` and `pathname://` are the root of what is published. */
function proseLine(line: string): string {
  return line
    .replace(/^(#{1,6}\s.*?)\s*\{#([\w-]+)\}\s*$/, "$1 {/*$2*/}")
    .replace(/(["'(])(?:@site\/static\/|pathname:\/\/\/)/g, "$1/")
    .replace(/(["'(])@site\//g, "$1/");
}
