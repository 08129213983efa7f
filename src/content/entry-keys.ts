/** The keys of front matter that collections share, for their schemas. */
import type { Temporal } from "temporal-polyfill";
import { z } from "zod";
import { PagePath } from "./address.ts";
import { DateText } from "./date.ts";
import type { Entry } from "./entry.ts";
import { HttpsAddress } from "./https-address.ts";
import { OldAddress } from "./old-address.ts";
import { EpisodeMatter } from "./podcast.ts";
import { refusing } from "./refusal.ts";
import { Needs } from "./samples/needs.ts";
import { EntryId, FeedShare } from "./syndication.ts";
import { Tags } from "./tag.ts";
import { Flag, Language, Text, TextList } from "./text/text.ts";
import { WebAddress } from "./web-address.ts";

/** Keys of front matter that every collection's schema has. */
export const pageKeys = {
  title: Text.describe("One line; quoted where it has a colon"),
  draft: Flag.default(false).describe("A draft is shown in development only"),
  updated: DateText.optional().describe(
    "When it last changed in a way that readers should know of; the date of the last revision that is not minor, if left out",
  ),
  review: DateText.optional().describe(
    "A day on which its author wants to look at it again; from then on npm run check says so",
  ),
  permalink: PagePath.optional().describe("The page's address, where it is not /<folder>/<slug>/"),
  aliases: z.array(OldAddress).default([]).describe("Addresses that it had before, in any form; each redirects"),
  authors: TextList.describe(
    "Who wrote it, by the keys of authors in the settings; the site's own author, if left out",
  ),
  lang: Language.optional().describe("The language, where it is not the site's"),
  translationOf: Text.optional().describe(
    "The name of the file that it translates, without .md; a file such as x.de.md need not say that it translates x.md",
  ),
  canonical: WebAddress.optional().describe(
    "Its address on the site where it was first published, which search engines are to list instead of this one",
  ),
  postgres: z
    .int({ error: "must be a major version, such as 16" })
    .positive()
    .optional()
    .describe("The oldest PostgreSQL on which its samples are run, of those that the settings name"),
  needs: Needs.optional().describe(
    'What its samples need of the machine that runs them, with the least version: { java: 21, go: "1.22", jq: true }',
  ),
  noindex: Flag.optional().describe("True keeps it out of search: this site's, other engines', and the sitemap"),
};

/** The same with those of what feeds may have: `z.strictObject({ ...entryKeys, … })`. */
export const entryKeys = {
  ...pageKeys,
  id: EntryId.optional().describe("Its id in feeds, where it had another one elsewhere"),
  feed: FeedShare.describe("How much of it feeds have"),
  coverTimeline: z
    .union([Text, z.literal(false)], { error: "must be the title or the id of a timeline, or false" })
    .optional()
    .describe("The timeline, by its title or id, that lists and its share image show; false for none"),
};

/** A picture for those who share the page; `src` is a file beside it. */
export const PreviewImageMatter = z.strictObject({ src: Text, alt: Text });

/** A link, strong or emphatic words, or code. */
const MARKDOWN = /\[[^\]]+\]\([^()\s]+\)|\*\*[^\s*][^*]*\*\*|(?<![\w*])\*[^\s*]+(?: [^\s*]+)*\*(?![\w*])|`[^`]+`/;

/** The page and feeds show it as it is written. */
const Note = Text.check(
  refusing((note) => {
    const [written] = MARKDOWN.exec(note) ?? [];
    const hint = "write it without, and leave links to the text";
    return written === undefined
      ? undefined
      : { message: `is plain text, and ${written} would be shown as it is`, hint };
  }),
);

const RevisionMatter = z.strictObject({
  date: DateText,
  note: Note,
  minor: Flag.default(false).describe("True for what nobody needs to hear of: the page tells it, feeds do not"),
});

/** Further keys, for what is published on a day and filed under tags, as an essay is. */
export const articleKeys = {
  date: DateText.describe("When it was, or will be, published"),
  tags: Tags.describe("What it is filed under, each in one spelling"),
  series: Text.optional().describe("The series' name; its parts are ordered by date"),
  pinned: Flag.optional().describe("True puts it before newer ones"),
  revisions: z.array(RevisionMatter).default([]).describe("What changed after publication, and when"),
  syndication: z
    .array(HttpsAddress, { error: "must be a list, such as [https://social.example/@ada/112233445566778899]" })
    .default([])
    .describe("Addresses of its copies that its author posted elsewhere, such as on Mastodon and Bluesky"),
  episode: EpisodeMatter.optional().describe("The sound or the film that feeds have for it"),
  image: PreviewImageMatter.optional().describe(
    "A picture for those who share the page: a file beside it, and what it shows",
  ),
};

const PageKeys = z.object(pageKeys);
const FurtherKeys = z.object({ ...entryKeys, ...articleKeys });
type Optional<Keys> = { [Key in keyof Keys]?: Keys[Key] | undefined };

/** Valid front matter, as far as every collection understands it. */
export type EntryMatter = z.infer<typeof PageKeys> & Optional<Omit<z.infer<typeof FurtherKeys>, keyof typeof pageKeys>>;
export type EntrySchema = z.ZodObject & z.ZodType<EntryMatter>;

/** The entries that a schema makes: what is common, and the schema's own keys as front matter has them. */
export type EntryOf<Schema extends EntrySchema> = Entry &
  Readonly<Omit<z.infer<Schema>, keyof EntryMatter>> &
  (z.infer<Schema> extends { date: string } ? { readonly published: Temporal.ZonedDateTime } : unknown);
