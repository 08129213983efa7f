/** Code blocks: highlighted, titled, and scrolled by themselves, by keyboard too. */
import type { StateCore, Token } from "markdown-it";
import { escapeMarkup } from "../content/escape.ts";
import { type Extension, noteProblem } from "./extension.ts";
import { type FenceInfo, readFenceInfo } from "./fence.ts";
import { highlight } from "./highlight.ts";

export const code: Extension = {
  parse: (md) => md.core.ruler.push("code", readInfos),
  page: { fence: renderBlock, code_block: renderBlock },
  feed: { fence: renderPlain, code_block: renderPlain },
};

function readInfos({ tokens, env, md }: StateCore): void {
  for (const token of tokens) {
    if (token.type !== "fence") continue;
    const { info, problems } = readFenceInfo(md.utils.unescapeAll(token.info));
    token.meta = { fence: info };
    for (const { message, hint } of problems) noteProblem(env, token.map?.[0], message, hint);
  }
}

function renderBlock(tokens: Token[], index: number): string {
  const { content } = tokens[index] as Token;
  const { language, title } = fenceOf(tokens[index]);
  const label = escapeMarkup(title ?? (language ? `${language} code` : "code"));
  const pre = `<pre tabindex="0" role="group" aria-label="${label}"><code>${highlight(content, language)}</code></pre>`;
  if (!title) return `${pre}\n`;
  return `<figure class="listing">\n<figcaption>${escapeMarkup(title)}</figcaption>\n${pre}\n</figure>\n`;
}

function renderPlain(tokens: Token[], index: number): string {
  const { content } = tokens[index] as Token;
  const { title } = fenceOf(tokens[index]);
  return `${title ? `<p><em>${escapeMarkup(title)}</em></p>\n` : ""}<pre><code>${escapeMarkup(content)}</code></pre>\n`;
}

function fenceOf(token: Token | undefined): FenceInfo {
  return (token?.meta?.["fence"] as FenceInfo | undefined) ?? { language: "" };
}
