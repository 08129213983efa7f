/** What front matter says about an entry's life in feeds: under which id, and how much of it. */
import type { Temporal } from "temporal-polyfill";
import { z } from "zod";

/** The id that an entry had elsewhere before, such as another engine's; it wins over the one that is made for it. */
export const EntryId = z.string().regex(/^[A-Za-z][A-Za-z0-9+.-]*:[^\s<>"]+$/, {
  error: ({ input }) => `"${input}" is not a URI such as tag:example.org,2026:posts/my-post`,
});

/** How much of an entry feeds have: the whole text, its description only, or nothing. */
export const FeedShare = z
  .enum(["full", "summary", "none"], { error: 'must be "full", "summary" or "none"' })
  .default("full");

interface Identified {
  id?: string | undefined;
  kind: string;
  slug: string;
  published: Temporal.ZonedDateTime;
}

/** An entry's id for feed readers: its own, or a tag URI (RFC 4151) of the site's authority and the file's name. */
export function entryIdOf(site: { url: string; idAuthority?: string | undefined }, entry: Identified): string {
  if (entry.id) return entry.id;
  const [domain, date = entry.published.year] = (site.idAuthority ?? new URL(site.url).hostname).split(",");
  return `tag:${domain},${date}:${entry.kind}s/${encodeURI(entry.slug)}`;
}
