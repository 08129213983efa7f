/** An entry's Markdown as it can be read anywhere: its links and pictures have whole addresses. */
import { posix } from "node:path";
import { absoluteUrl } from "../content/address.ts";
import type { Content } from "../content/content.ts";
import type { Entry } from "../content/entry.ts";

/** Code stays as it is: a block between fences, a span between backticks. */
const CODE =
  "^ {0,3}(?<fence>`{3,}|~{3,})[^]*?(?:^ {0,3}\\k<fence>[`~]*\\s*?$|(?![^]))|(?<ticks>`+)(?!`)[^]*?[^`]\\k<ticks>(?!`)";
/** `](target)`, with or without a title, and `[name]: target`. */
const TARGET = "(?<before>\\]\\(\\s*<?|^ {0,3}\\[[^\\]\\n]+\\]:[ \\t]*<?)(?<target>[^()\\s<>]+)(?=[)\\s>]|$)";
const PART = new RegExp(`${CODE}|${TARGET}`, "gm");

/** The same function for all of a site's entries. */
export function markdownReader({ site, entries }: Pick<Content, "site" | "entries">) {
  const pages = new Map(entries.map(({ file, path }) => [file.normalize("NFC"), path]));
  return (entry: Entry): string => {
    const files = filesOf(entry);
    return entry.body
      .markdown()
      .trim()
      .replace(PART, (part, ...match) => {
        const { before, target }: Record<string, string | undefined> = match.at(-1);
        if (before === undefined || target === undefined) return part;
        const [, name = "", rest = ""] = /^([^?#]*)(.*)$/.exec(target) ?? [];
        const path = pathOf(name, entry, (file) => pages.get(file) ?? files.get(file));
        return path === undefined ? part : before + absoluteUrl(site, path) + rest;
      });
  };
}

/** Where the files beside an entry are published. */
function filesOf({ body }: Entry): Map<string, string | undefined> {
  const pictures = body.pictures.map(({ file, fallback }) => [file.normalize("NFC"), fallback?.path] as const);
  return new Map([...pictures, ...body.assets.map(({ file, path }) => [file.normalize("NFC"), path] as const)]);
}

/** Undefined for what has a whole address, and for what leads nowhere. */
function pathOf(name: string, entry: Entry, find: (file: string) => string | undefined): string | undefined {
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
