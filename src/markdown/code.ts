/** Code blocks: highlighted, titled, numbered where asked for, and scrolled by themselves, by keyboard too. */
import type { Env, StateCore, Token } from "markdown-it";
import { escapeMarkup } from "../content/escape.ts";
import { type Extension, noteProblem } from "./extension.ts";
import { type FenceInfo, readFenceInfo } from "./fence.ts";
import { highlight, highlightLines } from "./highlight.ts";

export const code: Extension = {
  parse: (md) => md.core.ruler.push("code", readInfos),
  page: { fence: renderBlock, code_block: renderBlock },
  feed: { fence: renderPlain, code_block: renderPlain },
};

const PLAIN: FenceInfo = { language: "", flags: new Set(), values: {}, lines: new Map() };

function readInfos({ tokens, env, md }: StateCore): void {
  for (const token of tokens) {
    if (token.type !== "fence") continue;
    const { info, problems } = readFenceInfo(md.utils.unescapeAll(token.info));
    token.meta = { fence: info };
    for (const { message, hint } of problems) noteProblem(env, token.map?.[0], message, hint);
  }
}

/** When the code is known, which can lie in a file. */
export function checkMarkedLines({ content, map }: Token, { lines }: FenceInfo, env: Env): void {
  const last = Math.max(0, ...lines.keys());
  const length = content.split("\n").length - 1;
  if (last > length) noteProblem(env, map?.[0], `line ${last} is marked, and the code has ${length}`);
}

function renderBlock(tokens: Token[], index: number): string {
  const { content } = tokens[index] as Token;
  const info = fenceOf(tokens[index]);
  const { language, lines } = info;
  const title = titleOf(info);
  const label = escapeMarkup(title ?? (language ? `${language} code` : "code"));
  const numbers = info.flags.has("numbers");
  const html = numbers || lines.size > 0 ? lineByLine(content, info) : highlight(content, language);
  const attributes = `${numbers ? ' class="numbers"' : ""} tabindex="0" role="group" aria-label="${label}"`;
  const pre = `<pre${attributes}><code>${html}</code></pre>`;
  if (!title) return `${pre}\n`;
  return `<figure class="listing">\n<figcaption>${escapeMarkup(title)}</figcaption>\n${pre}\n</figure>\n`;
}

function lineByLine(content: string, { language, lines }: FenceInfo): string {
  const html = highlightLines(content, language).map((line, index) => {
    const kind = lines.get(index + 1);
    return `<span class="line${kind ? ` ${kind}` : ""}">${line}\n</span>`;
  });
  return html.join("");
}

function renderPlain(tokens: Token[], index: number): string {
  const { content } = tokens[index] as Token;
  const title = titleOf(fenceOf(tokens[index]));
  return `${title ? `<p><em>${escapeMarkup(title)}</em></p>\n` : ""}<pre><code>${escapeMarkup(content)}</code></pre>\n`;
}

/** A file's name where the fence has no title, and the role that runs it. */
export function titleOf({ values }: FenceInfo): string | undefined {
  const role = values.as && `as ${values.as}`;
  return [values.title ?? values.file, role].filter(Boolean).join(", ") || undefined;
}

export function fenceOf(token: Token | undefined): FenceInfo {
  return (token?.meta?.["fence"] as FenceInfo | undefined) ?? PLAIN;
}
