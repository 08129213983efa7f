/** How an entry appears in feeds: its id, and how much of its text is included. */
import { z } from "zod";
import type { Entry } from "./entry.ts";
import { refusing } from "./refusal.ts";

/** A URI, so far as readers and XML care. Atom wants its ids to be such (RFC 4287, section 4.2.6). */
const IRI = /^[A-Za-z][A-Za-z0-9+.-]*:[^\s<>"]+$/;
/** One line, without blanks at its ends or two in a row, which readers may drop, and of characters that XML may have. */
const ONE_LINE = /^[^\s\p{Cc}\p{Cs}\uFFFE\uFFFF]+( [^\s\p{Cc}\p{Cs}\uFFFE\uFFFF]+)*$/u;

/**
 * The id that an entry had elsewhere before, such as another engine's; it wins over the one that is made for it. Any text
 * will do, since RSS and JSON Feed take any: Ghost's is a number of 24 digits, Drupal's `12 at https://example.org`.
 */
export const EntryId = z.string({ error: ({ input }) => notText(input) }).check(
  refusing((id) => {
    if (ONE_LINE.test(id)) return undefined;
    if (id.trim() === "") return { message: "must not be empty" };
    const meant = id.trim().replace(/\s+/g, " ");
    const message = `${JSON.stringify(id)} has blanks or characters that feed readers drop`;
    return { message, hint: ONE_LINE.test(meant) ? `write ${JSON.stringify(meant)}` : undefined };
  }),
);

/** YAML reads `00123` and `1e5` as numbers, whose digits are other ones. */
function notText(input: unknown): string {
  if (input === null) return "must not be empty";
  return "must be text; put it in quotes, digit by digit as the old feed has it";
}

/** The formats of feeds, by their names in settings. */
export const FEED_FORMATS = ["rss", "atom", "json"] as const;
export type FeedFormat = (typeof FEED_FORMATS)[number];

/** The path of a feed of any page, in any format. */
export const FEED_FILE = /\/(feed\.(xml|json)|atom\.xml)$/;

/** How much of an entry feeds have: the whole text, its description only, or nothing. */
export const FeedShare = z
  .enum(["full", "summary", "none"], { error: 'must be "full", "summary" or "none"' })
  .default("full");
export type FeedShare = z.infer<typeof FeedShare>;

/** What an id is made of beside the entry: the site's settings. */
interface Authority {
  url: string;
  idAuthority?: string | undefined;
}

type Identified = Pick<Entry, "id" | "collection" | "slug" | "published"> &
  Partial<Pick<Entry, "lang" | "translationOf">>;

/**
 * An entry's id for feed readers: its own, or a tag URI (RFC 4151) of the site's authority, the collection's name and the
 * file's. Undefined for an entry without a date, which is in no feed.
 */
export function entryIdOf(
  site: Authority,
  { id, collection, slug, lang, translationOf, published }: Identified,
): string | undefined {
  if (!published) return undefined;
  // A translation may have the slug of what it translates.
  const name = slug === translationOf ? `${slug}.${lang}` : slug;
  return id ?? tagUri(site, published.year, `${collection}/${encodeURI(name)}`);
}

/**
 * The same as a URI, for Atom: an id that is none stands encoded in a tag URI, behind `guid:`, which no collection's name
 * has in it.
 */
export function entryUriOf(site: Authority, entry: Identified): string | undefined {
  const id = entryIdOf(site, entry);
  if (id === undefined || !entry.published || IRI.test(id)) return id;
  return tagUri(site, entry.published.year, `guid:${encodeURIComponent(id)}`);
}

function tagUri({ url, idAuthority }: Authority, year: number, specific: string): string {
  const [domain, date = year] = (idAuthority ?? new URL(url).hostname).split(",");
  return `tag:${domain},${date}:${specific}`;
}
