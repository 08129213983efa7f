/** Warns where another Markdown's marks would be shown literally, outside of code. */
import type { StateCore, Token } from "markdown-it";
import { escapeRegExp } from "../../content/text/escape-reg-exp.ts";
import { type Extension, envOf, noteAdvice, placeAt, type RenderEnv } from "../extension.ts";
import { htmlPiecesKey } from "../html/html.ts";
import { readHtml } from "../html/html-reader.ts";
import { inlineSource, UNDERSTOOD } from "./inline-source.ts";
import { SYNTAXES, type Syntax } from "./syntaxes.ts";
import { IN_HTML } from "./syntaxes-in-html.ts";

export const dialects: Extension = {
  parse: (md) => {
    // Before text is joined, after which an escaped character is like any other.
    md.core.ruler.before("smartquotes", "dialects", readInline);
    md.core.ruler.push("dialects_in_html", readHtmlBlocks);
  },
};

/** Comments that tell other engines where a summary or a table of contents stands. */
const MARKER = /^<!--\s*(more|truncate|excerpt|read ?more|toc)\s*-->/i;

/** A text without any is looked through once. */
const ANY_MARK = new RegExp([...new Set(SYNTAXES.map(({ mark }) => escapeRegExp(mark)))].join("|"));

function readInline({ tokens, env: anyEnv }: StateCore): void {
  const env = envOf(anyEnv);
  let line: number | undefined;
  for (const token of tokens) {
    line = token.map?.[0] ?? line;
    if (token.type === "html_block") noteMarker(token, line, env);
    if (token.type !== "inline") continue;
    const children = token.children ?? [];
    const source = inlineSource(children);
    if (ANY_MARK.test(source)) noteSyntaxes(source, SYNTAXES, line, env);
    for (const child of children) if (child.type === "html_inline") noteMarker(child, line, env);
  }
}

function noteMarker({ content }: Token, line: number | undefined, env: RenderEnv): void {
  const [written] = MARKER.exec(content.trim()) ?? [];
  if (written)
    noteAdvice(env, "syntax", line, `"${written}" means nothing here`, "lists show the description", written);
}

function readHtmlBlocks({ tokens, env }: StateCore): void {
  for (const token of tokens) {
    if (token.type === "html_block") noteSyntaxes(textOfHtml(token), IN_HTML, token.map?.[0], envOf(env));
  }
}

/** Line by line as it was written; code in it is understood, and so are character references, by which marks are shown. */
function textOfHtml(token: Token): string {
  let text = "";
  let inCode = 0;
  const { content } = token;
  const pieces = content.includes("&") ? readHtml(content.replaceAll("&", UNDERSTOOD)) : htmlPiecesKey.need(token);
  for (const piece of pieces) {
    if (typeof piece === "string") text += inCode > 0 ? piece.replace(/[^\n]+/g, UNDERSTOOD) : piece;
    else if (/^(pre|code|samp|kbd)$/.test(piece.name)) inCode = Math.max(0, inCode + (piece.closing ? -1 : 1));
  }
  return text;
}

function noteSyntaxes(source: string, syntaxes: readonly Syntax[], line: number | undefined, env: RenderEnv): void {
  let taken: Uint8Array | undefined;
  for (const { mark, pattern, instead, setting, shownBy, isGuess, meant } of syntaxes) {
    if (!source.includes(mark)) continue;
    let [before, counted] = [0, 0];
    for (const { 0: match, index } of source.matchAll(pattern)) {
      const end = index + match.length;
      taken ??= new Uint8Array(source.length);
      // The first row that knows it says what it is.
      if (taken.subarray(index, end).includes(1)) continue;
      taken.fill(1, index, end);
      before += source.slice(counted, index).split("\n").length - 1;
      counted = index;
      const shown = match.trim().split("\n", 1)[0] ?? "";
      const noted = isGuess ? env.notes.advice : env.notes.problems;
      const message = `"${shown.replaceAll(UNDERSTOOD, "…")}" is shown literally`;
      const canBeSet = setting && !env.context.syntax?.[setting];
      const hint = `${instead}${canBeSet ? `, or set markdown.${setting}` : ""}; to show it, write ${shownBy}`;
      const written = shown.split(UNDERSTOOD, 1)[0] || undefined;
      const to = meant?.(shown);
      const place = placeAt(env, (line ?? 0) + before);
      const fix = to === undefined ? undefined : { from: shown, to, line: place.line };
      noted.push({ ...place, rule: "syntax", message, hint, written, shownBy, ...(fix && { fix }) });
    }
  }
}
