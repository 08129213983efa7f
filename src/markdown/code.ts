/** Code blocks: highlighted, titled, numbered where asked for, and scrolled by themselves, by keyboard too. */
import type { Env, StateCore, Token } from "markdown-it";
import { escapeMarkup } from "../content/text/escape.ts";
import { type Speech, speakerOf } from "../content/words/words.ts";
import { marksIn } from "./code-marks.ts";
import { type Extension, noteProblem, speechIn } from "./extension.ts";
import { type FenceInfo, readFenceInfo } from "./fence.ts";
import { highlight, highlightLines } from "./highlight.ts";
import { promptedLines } from "./prompts.ts";
import { attachId, BETWEEN, labelKey } from "./references/label.ts";
import { tokenKey } from "./token-key.ts";
import { tokenAt } from "./tokens.ts";
import { SILENT } from "./words-of-tokens.ts";

export const code: Extension = {
  parse: (md) => md.core.ruler.push("code", readInfos),
  page: { fence: renderBlock, code_block: renderBlock },
  feed: { fence: renderPlain, code_block: renderPlain },
  text: { fence: titleOfToken, code_block: SILENT },
  code: { fence: ({ content }) => content, code_block: ({ content }) => content },
};

const infoKey = tokenKey<FenceInfo>("fence");

const PLAIN: FenceInfo = { language: "", flags: new Set(), values: {}, lines: new Map(), words: [] };

function readInfos({ tokens, env, md }: StateCore): void {
  for (const token of tokens) {
    if (token.type !== "fence") continue;
    const { info, problems } = readFenceInfo(md.utils.unescapeAll(token.info));
    const { as: role } = info.values;
    if (role) info.runAs = speakerOf(speechIn(env))("runAs", { role });
    if (info.label !== undefined) attachId(token, info.label, token.map?.[0], env);
    info.label = labelKey.get(token);
    infoKey.set(token, info);
    for (const { message, hint, written } of problems)
      noteProblem(env, "code-info", token.map?.[0], message, hint, written);
  }
}

/** When the code is known, which can lie in a file. */
export function checkMarks({ content, map }: Token, { lines, words }: FenceInfo, env: Env): void {
  for (const word of words) {
    if (content.includes(word)) continue;
    noteProblem(
      env,
      "code-info",
      map?.[0],
      `/${word}/ is marked, and the code does not have it`,
      undefined,
      `/${word}/`,
    );
  }
  const last = Math.max(0, ...lines.keys());
  const length = content.split("\n").length - 1;
  if (last > length) noteProblem(env, "code-info", map?.[0], `line ${last} is marked, and the code has ${length}`);
}

function renderBlock(tokens: Token[], index: number, _options: unknown, env: Env | undefined): string {
  const { content } = tokenAt(tokens, index);
  const info = fenceOf(tokens[index]);
  const numbers = info.flags.has("numbers") ? ' class="numbers"' : "";
  const id = titleOf(info) ? "" : idOf(info);
  const pre = `<pre${id}${numbers} ${scrollsAs(labelOf(info, speechIn(env)))}><code>${codeHtml(content, info)}</code></pre>\n`;
  return titleOf(info) ? `<figure class="listing"${idOf(info)}>\n${captionHtml(info)}${pre}</figure>\n` : pre;
}

/** Of a part of a sample, `firstLine` is its place in the whole, counted from 0. */
export function codeHtml(content: string, info: FenceInfo, firstLine = 0): string {
  const marks = (code: string) => marksIn(code, info, firstLine);
  const prompted = promptedLines(content, info.language, marks);
  const isByLine = info.flags.has("numbers") || info.lines.size > 0;
  if (isByLine) return lineByLine(prompted ?? highlightLines(content, info.language, marks), info, firstLine);
  return prompted ? `${prompted.join("\n")}\n` : highlight(content, info.language, marks);
}

/** What may be wider than the screen has a name, and can be reached by keyboard. */
export function scrollsAs(label: string): string {
  return `tabindex="0" role="group" aria-label="${escapeMarkup(label)}"`;
}

export function labelOf(info: FenceInfo, speech: Speech): string {
  const { language } = info;
  const speak = speakerOf(speech);
  return titleOf(info) ?? (language ? speak("codeIn", { language }) : speak("code"));
}

export function captionHtml(info: FenceInfo): string {
  const title = titleOf(info);
  return title ? `<figcaption>${escapeMarkup(title)}</figcaption>\n` : "";
}

function lineByLine(htmlLines: string[], { lines }: FenceInfo, firstLine: number): string {
  const html = htmlLines.map((line, index) => {
    const kind = lines.get(firstLine + index + 1);
    return `<span class="line${kind ? ` ${kind}` : ""}">${line}\n</span>`;
  });
  return html.join("");
}

function renderPlain(tokens: Token[], index: number): string {
  const { content } = tokenAt(tokens, index);
  return plainTitle(fenceOf(tokens[index])) + plainCode(content);
}

export function plainTitle(info: FenceInfo): string {
  const title = titleOf(info);
  return title ? `<p><em>${escapeMarkup(title)}</em></p>\n` : "";
}

export function plainCode(content: string): string {
  return `<pre><code>${escapeMarkup(content)}</code></pre>\n`;
}

/** Its number; a file's name where the fence has no title; and the role that runs it. */
export function titleOf({ values, runAs, numbered }: FenceInfo): string | undefined {
  const title = [values.title ?? values.file, runAs].filter(Boolean).join(", ");
  return [numbered, title].filter(Boolean).join(BETWEEN) || undefined;
}

/** ` id="…"`, of code that has a label. */
export function idOf({ label }: Pick<FenceInfo, "label">): string {
  return label === undefined ? "" : ` id="${escapeMarkup(label)}"`;
}

/** What stands above the code, of a token that is a fence or was one. */
export function titleOfToken(token: Token): string {
  return titleOf(fenceOf(token)) ?? "";
}

export function fenceOf(token: Token | undefined): FenceInfo {
  return infoKey.get(token) ?? PLAIN;
}
