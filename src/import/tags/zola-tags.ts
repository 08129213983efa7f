// Zola's shortcodes: `{{ name(a="b") }}`, `{% name(a="b") %}…{% end %}`, and `{{/* shown as it is */}}`.
import type { SourcePlace } from "../source-site.ts";
import { readArguments } from "./arguments.ts";
import { replacePairs, type TagToken } from "./paired.ts";
import { replaceTag, type TagReplacer } from "./tags.ts";

const SHORTCODE =
  /\{\{-?\s*([\w-]+(?:::[\w-]+)*)\s*\(((?:"(?:[^"\\]|\\[\s\S])*"|'(?:[^'\\]|\\[\s\S])*'|`[^`]*`|[^)"'`])*)\)\s*-?\}\}|\{%-?\s*(?:(end)|([\w-]+(?:::[\w-]+)*)\s*\(((?:"(?:[^"\\]|\\[\s\S])*"|'(?:[^'\\]|\\[\s\S])*'|`[^`]*`|[^)"'`])*)\))\s*-?%\}/g;
const SHOWN = /\{\{\/\*([\s\S]*?)\*\/\}\}/g;
const SHOWN_BLOCK = /\{%\/\*([\s\S]*?)\*\/%\}/g;

/** They are replaced in code as well, as Zola does. */
export function replaceZolaTags(text: string, place: SourcePlace, replacer: TagReplacer): string {
  if (!/\{[{%]/.test(text)) return text;
  const tokens = [...text.matchAll(SHORTCODE)].map(tokenOf);
  const replaced = replacePairs(text, tokens, (token, body, line) => {
    const written = text.slice(token.start, token.end);
    const use = { name: token.name, ...readArguments(token.arguments), body, written };
    return replaceTag(use, { ...place, line: (place.line ?? 1) + line }, replacer);
  });
  return replaced.replace(SHOWN, "{{$1}}").replace(SHOWN_BLOCK, "{%$1%}");
}

function tokenOf({
  0: written,
  1: inline,
  2: inlineArgs,
  3: end,
  4: block,
  5: blockArgs,
  index,
}: RegExpExecArray): TagToken {
  const kind = end ? "close" : inline ? "alone" : "open";
  const name = inline ?? block ?? "";
  return { start: index, end: index + written.length, name, kind, arguments: inlineArgs ?? blockArgs ?? "" };
}
