/** Pages as Markdown, and the list of them that language models look for (https://llmstxt.org). */
import { posix } from "node:path";
import { absoluteUrl } from "../content/address.ts";
import type { Content, Entry } from "../content/content.ts";

/** A link to a path or to another content file: `](/tags/)`, `](../projects/x.md#part)`. */
const SITE_LINK = /\]\((\/(?!\/)[^()\s#?]*|[^()\s#]+\.md)([#?][^()\s]*)?(?=[)\s])/g;

/** Makes one Markdown document of an entry, to stand beside its page; links lead to pages, since the files are not there. */
export function markdownWriter({ site, posts, projects }: Content): (entry: Entry) => string {
  const paths = new Map([...posts, ...projects].map(({ file, path }) => [file, path]));
  return (entry) => markdownOf(entry, site, paths);
}

function markdownOf(entry: Entry, site: Content["site"], paths: Map<string, string>): string {
  const summary = summaryOf(entry);
  const text = entry.body.markdown.trim().replace(SITE_LINK, (link, name: string, rest = "") => {
    const path = name.startsWith("/") ? unencoded(name) : paths.get(posix.join(posix.dirname(entry.file), name));
    return path ? `](${absoluteUrl(site, path)}${rest}` : link;
  });
  return [`# ${entry.title}`, summary && `> ${summary}`, text].filter(Boolean).join("\n\n").concat("\n");
}

/** Site-relative path of an entry's Markdown. */
export function markdownPath({ path }: Entry): string {
  return `${path}index.md`;
}

export function llmsTxt({ site, posts, projects }: Content): string {
  const line = (entry: Entry) => {
    const summary = summaryOf(entry);
    return `- [${entry.title}](${absoluteUrl(site, markdownPath(entry))})${summary ? `: ${summary}` : ""}`;
  };
  const section = (title: string, entries: Entry[]) =>
    entries.length > 0 && [`## ${title}`, entries.map(line).join("\n")].join("\n\n");
  return [`# ${site.title}`, `> ${site.description}`, section("Essays", posts), section("Projects", projects)]
    .filter(Boolean)
    .join("\n\n")
    .concat("\n");
}

function summaryOf(entry: Entry): string | undefined {
  return entry.kind === "post" ? entry.description : entry.summary;
}

/** As an author may have written it, in letters or in percent signs. */
function unencoded(path: string): string {
  try {
    return decodeURI(path);
  } catch {
    return path;
  }
}
