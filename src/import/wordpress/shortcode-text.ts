/** Shortcodes in a text: `[name key="value"]`, with or without `[/name]`, and `[[name]]` for one that is shown. */

export interface Shortcode {
  readonly name: string;
  /** By name in lower case; those without one under their place, counted from 0. */
  readonly attributes: ReadonlyMap<string, string>;
  /** The text between its tags; undefined for one without an end tag. */
  readonly content: string | undefined;
  /** As it was written, without its content. */
  readonly written: string;
  readonly source: string;
  /** Where it stands in the text. */
  readonly index: number;
}

const TAG = /\[(\[?)(\/?)([A-Za-z][\w-]*)((?:[\s=/][^[\]]*|:[^[\]]*)?)\](\]?)/g;
const ATTRIBUTE = /([\w-]+)\s*=\s*(?:"([^"]*)"|“([^“”]*)”|'([^']*)'|([^\s'"\]]+))|"([^"]*)"|'([^']*)'|(\S+)/g;

interface Tag {
  isEscaped: boolean;
  isEnd: boolean;
  name: string;
  rest: string;
  source: string;
  index: number;
}

/** Code is shown as it is. */
const CODE = /<(pre|code|script|style|textarea)\b[^<>]*>(?:(?!<\1\b)[\s\S])*?<\/\1\s*>|<!--(?:(?!<!--)[\s\S])*?-->/gi;

/**
 * Replaces each outermost shortcode by what `replace` gives for it; undefined leaves its tags as text. Replacements are not read
 * again; `replace` reads the content itself where that may have further ones.
 */
export function replaceShortcodes(text: string, replace: (shortcode: Shortcode) => string | undefined): string {
  if (!text.includes("[")) return text;
  const code = [...text.matchAll(CODE)].map(({ 0: match, index }) => ({ start: index, end: index + match.length }));
  let inCode = 0;
  const tags: Tag[] = [];
  for (const {
    0: source,
    1: open = "",
    2: slash = "",
    3: name = "",
    4: rest = "",
    5: close = "",
    index,
  } of text.matchAll(TAG)) {
    while (code[inCode] && (code[inCode]?.end ?? 0) <= index) inCode++;
    const within = code[inCode];
    if (within && index >= within.start) continue;
    tags.push({ isEscaped: open !== "" && close !== "", isEnd: slash !== "", name, rest, source, index });
  }
  const ends = endsOf(tags);
  let result = "";
  let position = 0;
  for (const tag of tags) {
    if (tag.index < position) continue;
    if (tag.isEscaped) {
      result += text.slice(position, tag.index) + tag.source.slice(1, -1);
      position = tag.index + tag.source.length;
      continue;
    }
    if (tag.isEnd) continue;
    const start = tag.index + (tag.source.startsWith("[[") ? 1 : 0);
    const startEnd = tag.index + tag.source.length - (tag.source.endsWith("]]") ? 1 : 0);
    const end = ends.get(tag);
    const content = end && text.slice(startEnd, end.index);
    const sourceEnd = end ? end.index + end.source.length : startEnd;
    const made = replace({
      ...{ name: tag.name.toLowerCase(), attributes: attributesOf(tag.rest), content, index: start },
      written: text.slice(start, startEnd),
      source: text.slice(start, sourceEnd),
    });
    if (made === undefined) continue;
    result += text.slice(position, start) + made;
    position = sourceEnd;
  }
  return result + text.slice(position);
}

/** The end tag of each that has one: of several that are open, an end belongs to the last of its name. */
function endsOf(tags: readonly Tag[]): Map<Tag, Tag> {
  const ends = new Map<Tag, Tag>();
  const open = new Map<string, Tag[]>();
  for (const tag of tags) {
    if (tag.isEscaped) continue;
    const name = tag.name.toLowerCase();
    const others = open.get(name) ?? [];
    if (!tag.isEnd) {
      if (tag.rest.trimEnd().endsWith("/")) continue;
      others.push(tag);
      open.set(name, others);
      continue;
    }
    const last = others.pop();
    if (last) ends.set(last, tag);
  }
  return ends;
}

function attributesOf(rest: string): Map<string, string> {
  const attributes = new Map<string, string>();
  let place = 0;
  const text = rest
    .trimEnd()
    .replace(/^[=:]/, " ")
    .replace(/\/$/, "")
    .replace(/&#8221;|&#8243;|&quot;|[”″]/g, '"')
    .replace(/&#8217;|&#8242;/g, "'");
  for (const [, name, double, curly, single, bare, quoted, other, word] of text.matchAll(ATTRIBUTE)) {
    const value = double ?? curly ?? single ?? bare ?? quoted ?? other ?? word ?? "";
    if (name === undefined) attributes.set(String(place++), value);
    else attributes.set(name.toLowerCase(), value);
  }
  return attributes;
}
