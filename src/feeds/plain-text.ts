/** Pages as Markdown, and the list of them that language models look for (https://llmstxt.org). */
import { absoluteUrl } from "../content/address.ts";
import type { Content, Entry } from "../content/content.ts";
import { MOST_LISTED } from "../content/year-pages.ts";
import { markdownReader } from "./whole-markdown.ts";

/** Makes one Markdown document of an entry, to stand beside its page. */
export function markdownWriter(content: Content): (entry: Entry) => string {
  const read = markdownReader(content);
  return (entry) => {
    const summary = summaryOf(entry);
    return [`# ${entry.title}`, summary && `> ${summary}`, read(entry)].filter(Boolean).join("\n\n").concat("\n");
  };
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
  const byYear = `- [All essays by year](${absoluteUrl(site, "/posts/")})`;
  return [
    `# ${site.title}`,
    `> ${site.description}`,
    section("Essays", posts.slice(0, MOST_LISTED)),
    section("Projects", projects),
    posts.length > MOST_LISTED && `## Optional\n\n${byYear}`,
  ]
    .filter(Boolean)
    .join("\n\n")
    .concat("\n");
}

function summaryOf(entry: Entry): string | undefined {
  return entry.kind === "post" ? entry.description : entry.summary;
}
