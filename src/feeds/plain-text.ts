/** Pages as Markdown, and the list of them that language models look for (https://llmstxt.org). */
import { absoluteUrl, folderOf } from "../content/address.ts";
import { isByDate } from "../content/collection.ts";
import type { CollectionList, Content } from "../content/content.ts";
import { type Entry, isSearched } from "../content/entry.ts";
import { MOST_LISTED } from "../content/listing.ts";
import { speakerOf, speechOf } from "../content/words/words.ts";
import type { TextSource } from "./text-source.ts";
import { markdownReader } from "./whole-markdown.ts";

export type TitledSource = TextSource & Pick<Entry, "title" | "summary">;

/** Makes one Markdown document of an entry, published beside its page. */
export function markdownWriter(content: Pick<Content, "site" | "paths">): (entry: TitledSource) => string {
  const read = markdownReader(content);
  return (entry) => {
    const { title, summary } = entry;
    return [`# ${title}`, summary && `> ${summary}`, read(entry)].filter(Boolean).join("\n\n").concat("\n");
  };
}

/** Site-relative path of an entry's Markdown. */
export function markdownPath({ path }: Pick<Entry, "path">): string {
  return `${folderOf(path)}index.md`;
}

/** Of a collection that is ordered by date, the newest; its list links to the others. */
export function llmsTxt({ site, lists, collections }: Content): string {
  const speak = speakerOf(speechOf(site, site.language));
  const line = (entry: Entry) => {
    const link = `- [${entry.title}](${absoluteUrl(site, markdownPath(entry))})`;
    return entry.summary ? `${link}: ${entry.summary}` : link;
  };
  const section = ({ name, entries, collection }: CollectionList) => {
    const found = entries.filter(isSearched);
    const shown = isByDate(collection) ? found.slice(0, MOST_LISTED) : found;
    return shown.length > 0 && [`## ${name}`, shown.map(line).join("\n")].join("\n\n");
  };
  const more = lists
    .filter(({ collection, entries }) => isByDate(collection) && entries.length > MOST_LISTED)
    .map(
      ({ collection, path }) =>
        `- [${collection.labels.all ?? speak("allOf", { kinds: collection.labels.many })}](${absoluteUrl(site, path)})`,
    );
  return [
    `# ${site.title}`,
    `> ${site.description}`,
    ...collections.map(section),
    more.length > 0 && `## Optional\n\n${more.join("\n")}`,
  ]
    .filter(Boolean)
    .join("\n\n")
    .concat("\n");
}
