/**
 * Tags of Nunjucks as Hexo has them, `{% name a b %}…{% endname %}`; also what is left of Liquid that can't be rendered. Code is left
 * alone, and `{% raw %}` comes off last.
 */
import { codeRanges } from "../dialect/code-ranges.ts";
import type { SourcePlace } from "../source-site.ts";
import { readArguments } from "./arguments.ts";
import { replacePairs, type TagToken } from "./paired.ts";
import { replaceTag, type TagReplacer } from "./tags.ts";

const TAG = /\{%-?\s*(end)?([\w-]+)((?:\s+(?:"[^"\n]*"|'[^'\n]*'|(?!%\})[\s\S])*?)?)\s*-?%\}/g;
const COMMENT = /\{#[\s\S]*?#\}/g;

const CONTROL =
  /^(if|elsif|elseif|elif|else|unless|for|case|when|set|assign|capture|increment|decrement|cycle|break|continue|macro|block|call|filter|autoescape|verbatim)$/;

export interface NunjucksOptions {
  /** Names that can't have a body, so that one that is not closed is no mistake. */
  readonly inCode: boolean;
}

export function replaceNunjucksTags(
  text: string,
  place: SourcePlace,
  replacer: TagReplacer,
  { inCode }: NunjucksOptions,
): string {
  if (!text.includes("{%") && !text.includes("{#")) return text;
  const code = inCode ? [] : codeRanges(text);
  const isCode = (position: number) => code.some(([start, end]) => position >= start && position < end);
  const names = new Set<string>();
  for (const [, end, name = ""] of text.matchAll(TAG)) if (end) names.add(name);
  const tokens: TagToken[] = [];
  let raw = false;
  for (const match of text.matchAll(TAG)) {
    const [written, end, name = "", args = ""] = match;
    if (raw && !(end && name === "raw")) continue;
    if (name === "raw") raw = !end;
    if (isCode(match.index)) continue;
    const kind = end ? "close" : names.has(name) ? "open" : "alone";
    tokens.push({ start: match.index, end: match.index + written.length, name, kind, arguments: args });
  }
  const withTags = replacePairs(text, tokens, (token, body, line) => {
    if (token.name === "raw") return body ?? "";
    if (token.name === "comment") return "";
    // Conditions and loops can't be evaluated here: their content is kept.
    if (CONTROL.test(token.name)) return body ?? "";
    const written = text.slice(token.start, token.end);
    const use = { name: token.name, ...readArguments(token.arguments), body, written };
    return replaceTag(use, { ...place, line: (place.line ?? 1) + line }, replacer);
  });
  const after = codeRanges(withTags);
  return withTags.replace(COMMENT, (comment, index: number) =>
    after.some(([start, end]) => index >= start && index < end) || !/^\{#[\s-]/.test(comment) ? comment : "",
  );
}
