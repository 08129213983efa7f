// Hugo's shortcodes: `{{< name a=b >}}…{{< /name >}}`, `{{% name %}}`, and `{{</* shown as it is */>}}`.
import type { SourcePlace } from "../source-site.ts";
import { readArguments } from "./arguments.ts";
import { replacePairs, type TagToken } from "./paired.ts";
import { replaceTag, type TagReplacer } from "./tags.ts";

const SHORTCODE =
  /\{\{([<%])[-\s]*(\/\s*)?([\w./-]+)((?:\s+(?:"(?:[^"\\]|\\[\s\S])*"|`[^`]*`|(?![>%]\}\})[\s\S])*?)?)\s*(\/)?\s*[>%]\}\}/g;
const SHOWN = /\{\{([<%])\/\*([\s\S]*?)\*\/([>%])\}\}/g;

/** They are replaced in code as well, as Hugo does. */
export function replaceHugoTags(text: string, place: SourcePlace, replacer: TagReplacer): string {
  if (!text.includes("{{")) return text;
  const tokens = [...text.matchAll(SHORTCODE)].map(tokenOf);
  const replaced = replacePairs(text, tokens, (token, body, line) => {
    const written = text.slice(token.start, token.end);
    const use = { name: token.name, ...readArguments(token.arguments), body, written };
    return replaceTag(use, { ...place, line: (place.line ?? 1) + line }, replacer);
  });
  return replaced.replace(SHOWN, "{{$1$2$3}}");
}

function tokenOf({
  0: written,
  1: _mark,
  2: close,
  3: name = "",
  4: args = "",
  5: alone,
  index,
}: RegExpExecArray): TagToken {
  const kind = close ? "close" : alone ? "alone" : "open";
  return { start: index, end: index + written.length, name, kind, arguments: args };
}
