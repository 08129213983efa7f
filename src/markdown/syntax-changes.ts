/** How turning on a further syntax would change a text: each changed block, before and after. */
import { type MarkdownSyntax, USUAL_SYNTAX } from "../content/markdown-syntax.ts";
import { success } from "../content/problems/result.ts";
import { blocksOf } from "./render.ts";

export interface SyntaxChange {
  /** Of the block, counted from 1 in the file. */
  readonly line: number;
  /** The words around what differs, without markup that both have. */
  readonly before: string;
  readonly after: string;
}

interface Text {
  readonly file: string;
  readonly markdown: string;
  readonly firstLine: number;
  readonly lang: string;
}

/** How much is shown around a difference. */
const AROUND = 24;

/** `syntax` is what the site has now. Where links lead makes no difference, and is not asked. */
export function syntaxChanges(
  { markdown, ...text }: Text,
  setting: keyof MarkdownSyntax,
  syntax: MarkdownSyntax = USUAL_SYNTAX,
): SyntaxChange[] {
  const blocks = (isOn: boolean) =>
    blocksOf(markdown, {
      ...{ ...text, path: "/", siteUrl: "https://host/", syntax: { ...syntax, [setting]: isOn } },
      resolve: (target) => success({ kind: "external", url: target }),
    });
  const [off, on] = [blocks(false), blocks(true)];
  const lines = [...new Set([...off.keys(), ...on.keys()])].sort((a, b) => a - b);
  return lines.flatMap((line) => {
    const [before = "", after = ""] = [off.get(line), on.get(line)];
    return before === after ? [] : { line: text.firstLine + line, ...difference(before, after) };
  });
}

/** From the first to the last character that differs, and a few around them. */
function difference(before: string, after: string): { before: string; after: string } {
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  while (start < shorter && before[start] === after[start]) start++;
  let end = 0;
  while (end < shorter - start && before.at(-1 - end) === after.at(-1 - end)) end++;
  const cut = (html: string) => {
    const from = Math.max(0, start - AROUND);
    const to = Math.min(html.length, html.length - end + AROUND);
    return html.slice(from, to).replace(/\s+/g, " ").trim();
  };
  return { before: cut(before), after: cut(after) };
}
