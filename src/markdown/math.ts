/**
 * Formulas in TeX between dollar signs, as MathML. A dollar sign opens a formula only where the next sign is no space and
 * the one before no letter or digit, and closes one only the other way round; "$5 and $6" stays text so. An amount that
 * continues as a sentence, or has code in between, is no formula either: "$5 (in US$)".
 */
import type { Env, MarkdownIt, StateBlock, StateCore, StateInline, Token } from "markdown-it";
import { by } from "../content/problems/rule.ts";
import { escapeMarkup } from "../content/text/escape.ts";
import { inDigits } from "../content/words/message.ts";
import { type AttributeList, checkList, classesOf, leaveOut, listAtEnd } from "./attribute-list.ts";
import { type Extension, envOf, noteProblem, placeAt, speakIn, speechIn } from "./extension.ts";
import { lengthClassOf } from "./formula-width.ts";
import { marksOf } from "./marks.ts";
import { mathmlOf } from "./mathml.ts";
import { attachId, labelKey, numberKey } from "./references/label.ts";
import { tokenKey } from "./token-key.ts";
import { inlineTokens, tokenAt } from "./tokens.ts";

const mathmlKey = tokenKey<string>("mathml");
/** On a formula between lines. */
const closedKey = tokenKey<boolean>("isClosed");
/** What stands in its `\tag`: it takes the place of a number. */
export const tagKey = tokenKey<string>("equationTag");

export const math: Extension = {
  parse: (md: MarkdownIt) => {
    md.inline.ruler.after("escape", "math", readInline);
    md.block.ruler.after("fence", "math_block", readBlock, { alt: ["paragraph", "reference", "blockquote", "list"] });
    md.core.ruler.push("math", convert);
  },
  page: {
    math_inline: (tokens, index) => mathmlKey.need(tokens[index]),
    math_block: (tokens, index, _options, env) => {
      const mathml = mathmlKey.need(tokens[index]);
      const number = numberOf(tokens[index], env);
      const names = ["formula", lengthClassOf(mathml) ?? "", number && "numbered"].filter(Boolean);
      const id = labelKey.get(tokens[index]);
      return `<div${marksOf({ id, classes: classesOf(tokenAt(tokens, index)) }, names)} tabindex="0" role="group" aria-label="${speakIn(env)("formula")}">${mathml}${number && ` <span>${escapeMarkup(number)}</span>`}</div>\n`;
    },
  },
  // Most feed readers drop MathML's elements and keep their letters, which leaves a fraction as "ab".
  feed: {
    math_inline: (tokens, index) => `<code>${escapeMarkup(tokenAt(tokens, index).content)}</code>`,
    math_block: (tokens, index, _options, env) => {
      const number = numberOf(tokens[index], env);
      const code = `<pre><code>${escapeMarkup(tokenAt(tokens, index).content)}</code></pre>\n`;
      return code + (number && `<p>${escapeMarkup(number)}</p>\n`);
    },
  },
  text: {
    math_inline: ({ content }) => content,
    math_block: (token, env) => [token.content, numberOf(token, env)].filter(Boolean).join(" "),
  },
};

/** "(3)", or "(A)" of a formula with a `\tag`; empty of one that has no number. */
function numberOf(token: Token | undefined, env: Env | undefined): string {
  const number = numberKey.get(token)?.number ?? tagKey.get(token);
  const { language, locale = language } = speechIn(env);
  return number === undefined ? "" : `(${inDigits(number, locale)})`;
}

const WORD = /[\p{L}\p{N}]/u;
const PROSE = /`|^\d[\d.,]*\s+\(?\p{L}{2}/u;

function readInline(state: StateInline, silent: boolean): boolean {
  const { src, pos, posMax } = state;
  if (src[pos] !== "$") return false;
  const isDouble = src[pos + 1] === "$";
  const start = pos + (isDouble ? 2 : 1);
  if (start >= posMax || /\s/.test(src[start] ?? " ") || WORD.test(src[pos - 1] ?? "")) return false;
  const end = closingDollar(src, start, posMax, isDouble ? "$$" : "$");
  if (end === -1) return false;
  if (!silent) state.push("math_inline", "", 0).content = src.slice(start, end);
  state.pos = end + (isDouble ? 2 : 1);
  return true;
}

function closingDollar(src: string, start: number, max: number, sign: string): number {
  for (let at = src.indexOf("$", start); at !== -1 && at < max; at = src.indexOf("$", at + 1)) {
    if (src[at - 1] === "\\") continue;
    const isOpening = /\s/.test(src[at - 1] ?? " ") || WORD.test(src[at + sign.length] ?? "");
    const isClosing = at > start && !isOpening && src.startsWith(sign, at);
    return isClosing && !PROSE.test(src.slice(start, at)) ? at : -1;
  }
  return -1;
}

/** A line that begins with `$$`, until one that ends with it. */
function readBlock(state: StateBlock, startLine: number, endLine: number, silent: boolean): boolean {
  // Asked of each line of a paragraph.
  if (!mayBegin(state.src.charCodeAt((state.bMarks[startLine] ?? 0) + (state.tShift[startLine] ?? 0)))) return false;
  const lineAt = (line: number) =>
    state.src.slice((state.bMarks[line] ?? 0) + (state.tShift[line] ?? 0), state.eMarks[line]).trim();
  const isCode = (state.sCount[startLine] ?? 0) - state.blkIndent >= 4;
  if (isCode || !lineAt(startLine).startsWith("$$")) return false;
  if (/^\$\$.+\$\$./.test(withoutList(lineAt(startLine), state.env))) return false;
  let last = startLine;
  const closes = (line: string) => {
    const text = withoutList(line, state.env);
    return text.endsWith("$$") && !(last === startLine && text === "$$");
  };
  while (last < endLine && !closes(lineAt(last)) && (last === startLine || lineAt(last) !== "")) last++;
  const isClosed = last < endLine && closes(lineAt(last));
  if (silent) return true;
  const lines = Array.from({ length: last - startLine + 1 }, (_, index) => lineAt(startLine + index)).join("\n");
  const token = state.push("math_block", "", 0);
  token.block = true;
  const list = isClosed ? listBehind(lines, state.env) : undefined;
  token.content = (isClosed ? withoutList(lines, state.env) : lines).replace(/^\$\$|\$\$\s*$/g, "").trim();
  token.map = [startLine, last + 1];
  if (list) {
    checkList(list, startLine, state.env);
    for (const name of list.classes) token.attrJoin("class", name);
    if (list.id !== undefined) attachId(token, list.id, startLine, state.env);
    leaveOut(list, token, state.env);
  }
  closedKey.set(token, isClosed);
  state.line = Math.min(last + 1, endLine);
  return true;
}

/** A dollar sign, or a space of which `trim` knows and Markdown does not. */
function mayBegin(code: number): boolean {
  return code === 0x24 || code <= 0x20 || code >= 0x80;
}

/** `$$ {#eq-energy}` gives a formula its label. */
function listBehind(text: string, env: Env): AttributeList | undefined {
  const list = listAtEnd(text, env);
  return list && list.id !== "" && text.slice(0, -list.written.length).endsWith("$$") ? list : undefined;
}

function withoutList(text: string, env: Env): string {
  const list = listBehind(text, env);
  return list ? text.slice(0, -list.written.length) : text;
}

/** The words of a formula's only `\tag`, and its TeX without it: they stand beside it, where a browser can put them. */
const TAG = /\\tag\*?\s*\{([^{}]*)\}/g;

function splitTag(tex: string): { tex: string; tag: string | undefined } {
  const [tag, ...others] = [...tex.matchAll(TAG)];
  if (!tag || others.length > 0) return { tex, tag: undefined };
  return { tex: tex.replace(TAG, "").trim(), tag: tag[1]?.trim() };
}

function convert({ src, tokens, env }: StateCore): void {
  if (!src.includes("$")) return;
  const inside = inlineTokens(tokens);
  const blocks = tokens.map((token) => ({ token, line: token.map?.[0] }));
  for (const { token, line } of [...blocks, ...inside]) {
    if (token.type === "math_block" || token.type === "math_inline") setMathml(token, line, env);
  }
}

function setMathml(token: Token, line: number | undefined, env: StateCore["env"]): void {
  const { tex, tag } = token.type === "math_block" ? splitTag(token.content) : { tex: token.content, tag: undefined };
  if (tag) tagKey.set(token, tag);
  const result = mathmlOf(tex, token.type === "math_block", placeAt(env, line));
  const isOpen = closedKey.get(token) === false;
  if (isOpen)
    noteProblem(
      env,
      "formula",
      line,
      "a formula begins with $$ and never ends",
      "end it with $$ before an empty line, or write \\$\\$",
    );
  else if (!result.ok) envOf(env).notes.problems.push(...by("formula", result.problems));
  // What can't be set is shown as it was written.
  mathmlKey.set(token, result.ok && !isOpen ? result.value : `<code>${escapeMarkup(token.content)}</code>`);
}
