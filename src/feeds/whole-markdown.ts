/** An entry's Markdown as it can be read anywhere: its links and pictures have whole addresses. */
import { posix } from "node:path";
import { absoluteUrl } from "../content/address.ts";
import type { Content } from "../content/content.ts";
import type { TextSource } from "./text-source.ts";

/** Code stays as it is: a block between fences, a span between backticks. */
const CODE =
  "^ {0,3}(?<fence>`{3,}|~{3,})[^]*?(?:^ {0,3}\\k<fence>[`~]*\\s*?$|(?![^]))|(?<ticks>`+)(?!`)[^]*?[^`]\\k<ticks>(?!`)";
/** Without blanks; with brackets in pairs. Or between `<` and `>`, with blanks. */
const BARE = "(?:[^()\\s<>]|\\([^()\\s<>]*\\))+";
const POINTED = "<[^<>\\n]*>";
/** `](target)`, with or without a title, and `[name]: target`, in a quotation and a list, too. */
const TARGET = `(?<before>\\]\\(\\s*|^[ \\t>*+-]*\\[(?!\\^)[^\\]\\n]+\\]:[ \\t]*)(?<target>${POINTED}|${BARE})(?=[)\\s]|$)`;
const TAG = "(?<tag><[A-Za-z](?:[^<>\"']|\"[^\"<]*\"|'[^'<]*')*>)";
const PART = new RegExp(`${CODE}|${TARGET}|${TAG}`, "gm");
/** Attributes of raw HTML with an address. */
const ATTRIBUTE = /(\s(?:href|src|poster|cite|srcset)\s*=\s*)("[^"]*"|'[^']*'|[^\s"'=<>`]+)/gi;

/** The same function for all of a site's entries. */
export function markdownReader({ site, paths }: Pick<Content, "site" | "paths">) {
  return (entry: TextSource): string => {
    const files = filesOf(entry);
    const whole = (target: string): string => {
      const [, name = "", rest = ""] = /^([^?#]*)(.*)$/.exec(target) ?? [];
      const path = pathOf(name, entry, (file) => paths.get(file) ?? files.get(file));
      return path === undefined ? target : absoluteUrl(site, path) + rest;
    };
    return withTargets(entry.body.markdown().trim(), whole);
  };
}

/** Replaces the targets of links, pictures and raw HTML by what `lead` gives for each; code stays as it is. */
export function withTargets(markdown: string, lead: (target: string) => string): string {
  return markdown.replace(PART, (part, ...match) => {
    const { before, target, tag }: Record<string, string | undefined> = match.at(-1);
    if (tag) return withWholeAttributes(tag, lead);
    if (before === undefined || target === undefined) return part;
    return before + (target.startsWith("<") ? `<${lead(target.slice(1, -1))}>` : lead(target));
  });
}

function withWholeAttributes(tag: string, whole: (target: string) => string): string {
  return tag.replace(ATTRIBUTE, (_, before: string, value: string) => {
    const [, quote = "", target = ""] = /^(["']?)(.*)\1$/s.exec(value) ?? [];
    const isList = /srcset/i.test(before);
    const led = isList
      ? target.replace(/(^|,)(\s*)([^\s,]+)/g, (_part, comma, space, one) => comma + space + whole(one))
      : whole(target);
    return before + quote + led + quote;
  });
}

/** Where the files beside an entry are published. */
function filesOf({ body }: TextSource): Map<string, string | undefined> {
  const pictures = body.pictures.map(({ file, fallback }) => [file.normalize("NFC"), fallback?.path] as const);
  return new Map([...pictures, ...body.assets.map(({ file, path }) => [file.normalize("NFC"), path] as const)]);
}

/** Undefined for an absolute address, and for a target without one. */
function pathOf(name: string, entry: TextSource, find: (file: string) => string | undefined): string | undefined {
  if (/^[a-z][a-z0-9+.-]*:|^\/\//i.test(name)) return undefined;
  if (name === "") return entry.path;
  if (name.startsWith("/")) return unencoded(name);
  return find(posix.join(posix.dirname(entry.file), unencoded(name, decodeURIComponent)).normalize("NFC"));
}

/** As an author may have written it, in letters or in percent signs. */
function unencoded(path: string, decode = decodeURI): string {
  try {
    return decode(path);
  } catch {
    return path;
  }
}
