/** Code blocks: highlighted, titled, numbered where asked for, and scrolled by themselves, by keyboard too. */
import type { Env, StateCore, Token } from "markdown-it";
import { speakerOf } from "../content/words/words.ts";
import { readAnsi } from "./ansi.ts";
import { classesOf, givenTo, hasAttributes } from "./attribute-list.ts";
import { readDiagnostics } from "./diagnostics.ts";
import { type Extension, noteAdvice, noteProblem, placeAt, speechIn } from "./extension.ts";
import { type FenceInfo, readFenceInfo } from "./fence.ts";
import { giveFence } from "./fence-attributes.ts";
import { fenceOf, infoKey } from "./fence-of.ts";
import { languageMeant } from "./languages/language.ts";
import { listingHtml, plainListing } from "./listing.ts";
import { plainTitle, shownTitle } from "./listing-title.ts";
import { labelKey } from "./references/label.ts";
import { tokenAt } from "./tokens.ts";
import { SILENT } from "./words-of-tokens.ts";

export const code: Extension = {
  parse: (md) => md.core.ruler.push("code", readInfos),
  page: { fence: renderBlock, code_block: renderBlock },
  feed: { fence: renderPlain, code_block: renderPlain },
  text: { fence: titleOfToken, code_block: SILENT },
  code: { fence: ({ content }) => content, code_block: ({ content }) => content },
};

function readInfos({ src, tokens, env, md }: StateCore): void {
  const lines = src.split("\n");
  for (const token of tokens) {
    const { id, classes } = givenTo(token);
    if (token.type === "code_block" && (id !== undefined || classes.length > 0))
      infoKey.set(token, { ...fenceOf(token), label: id, classes });
    if (token.type !== "fence") continue;
    const { info, problems } = readFenceInfo(md.utils.unescapeAll(token.info), hasAttributes(env));
    const { as: role } = info.values;
    if (role) info.runAs = speakerOf(speechIn(env))("runAs", { role });
    giveFence(token, info, env);
    info.label = labelKey.get(token);
    info.classes = classesOf(token);
    infoKey.set(token, info);
    if (!isClosed(token, lines)) {
      const hint = `write ${token.markup} on a line of its own where it ends`;
      noteProblem(env, "code-end", token.map?.[0], "a code block is never closed", hint, token.markup);
      // What follows it is no code in its language, which need not be said as well.
      info.flags.add("fragment");
    }
    const meant = languageMeant(info.language);
    if (meant !== undefined) {
      const message = `"${info.language}" is no language that is known here, and its code has no colours`;
      noteAdvice(env, "code-language", token.map?.[0], message, `did you mean "${meant}"?`, info.language);
    }
    const { line } = placeAt(env, token.map?.[0]);
    for (const { message, hint, written, fix } of problems)
      noteProblem(env, "code-info", token.map?.[0], message, hint, written, fix && { ...fix, line });
  }
}

/** CommonMark ends a block that nothing closes with the text, or with the list or the quotation that it stands in. */
function isClosed({ map, markup }: Token, lines: readonly string[]): boolean {
  const [start = 0, end = 0] = map ?? [];
  const [, closing = ""] = /^[\s>]*(`{3,}|~{3,})[ \t]*$/.exec(lines[end - 1] ?? "") ?? [];
  return end - 1 > start && closing.startsWith(markup);
}

/** When the code is known, which can lie in a file: what a program printed for a terminal becomes its text. */
export function readColours(token: Token, env: Env): void {
  const info = fenceOf(token);
  if (info.language.toLowerCase() !== "ansi") return;
  const { text, runs, torn } = readAnsi(token.content);
  token.content = text;
  infoKey.set(token, { ...info, runs });
  if (torn)
    noteProblem(env, "code-info", token.map?.[0], `"${torn}" has lost its escape character`, `write \\e${torn}`, torn);
}

/** When the code is known. */
export function checkMarks({ content, map }: Token, { flags, lines, folds, words }: FenceInfo, env: Env): void {
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
  const { code: read } = flags.has("proof") ? { code: content } : readDiagnostics(content);
  const length = read.split("\n").length - 1;
  const named = [
    ["marked", Math.max(0, ...lines.keys())],
    ["folded", Math.max(0, ...folds.map(([, end]) => end))],
  ] as const;
  for (const [how, last] of named) {
    if (last > length) noteProblem(env, "code-info", map?.[0], `line ${last} is ${how}, and the code has ${length}`);
  }
}

function renderBlock(tokens: Token[], index: number, _options: unknown, env: Env | undefined): string {
  const token = tokenAt(tokens, index);
  return listingHtml(token.content, fenceOf(token), speechIn(env));
}

function renderPlain(tokens: Token[], index: number): string {
  const { content } = tokenAt(tokens, index);
  const info = fenceOf(tokens[index]);
  return plainTitle(info) + plainListing(content, info);
}

/** What stands above the code, of a token that is a fence or was one. */
export function titleOfToken(token: Token): string {
  return shownTitle(fenceOf(token)) ?? "";
}
