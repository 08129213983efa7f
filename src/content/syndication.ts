/** How an entry appears in feeds: its id, and how much of its text is included. */
import { z } from "zod";
import type { Entry } from "./entry.ts";

/** The id that an entry had elsewhere before, such as another engine's; it wins over the one that is made for it. */
export const EntryId = z.string().regex(/^[A-Za-z][A-Za-z0-9+.-]*:[^\s<>"]+$/, {
  error: ({ input }) => `"${input}" is not a URI such as tag:example.org,2026:posts/my-post`,
});

/** How much of an entry feeds have: the whole text, its description only, or nothing. */
export const FeedShare = z
  .enum(["full", "summary", "none"], { error: 'must be "full", "summary" or "none"' })
  .default("full");
export type FeedShare = z.infer<typeof FeedShare>;

/**
 * An entry's id for feed readers: its own, or a tag URI (RFC 4151) of the site's authority, the collection's name and the
 * file's. Undefined for an entry without a date, which is in no feed.
 */
export function entryIdOf(
  site: { url: string; idAuthority?: string | undefined },
  { id, collection, slug, published }: Pick<Entry, "id" | "collection" | "slug" | "published">,
): string | undefined {
  if (!published) return undefined;
  if (id) return id;
  const [domain, date = published.year] = (site.idAuthority ?? new URL(site.url).hostname).split(",");
  return `tag:${domain},${date}:${collection}/${encodeURI(slug)}`;
}
