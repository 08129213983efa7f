/** Redirects for what lies below a page that has moved: a tag's feeds and year pages, an entry's Markdown. */

import { type Content, redirectsOf } from "../content/content.ts";
import { groupBy } from "../content/group-by.ts";
import type { Ledger } from "../content/ledger.ts";
import { listOfYear, yearPathsOf } from "../content/listing.ts";
import { hasQuery } from "../content/old-address.ts";
import { GONE, type Redirect } from "../content/redirect.ts";
import { type FeedRow, subscriptionsOf } from "../feeds/feeds.ts";
import { besideOf } from "./beside-pages.ts";

/** The redirects that follow from those of pages. `published` is the ledger. */
export function movedBelow(content: Content, feeds: readonly FeedRow[], published: Ledger): Redirect[] {
  const redirects = redirectsOf(content);
  const subscriptions = feeds.flatMap(subscriptionsOf).map(({ path }) => path);
  const movable = [...subscriptions, ...yearPathsOf(content)];
  const isTaken = new Set([...redirects.map(({ from }) => from), ...movable]);
  const files = groupBy(movable, pageAbove);
  const copies = new Map(content.entries.map((entry) => [entry.path, besideOf(entry)]));
  const publishedBelow = groupBy(published.keys(), pageAbove);
  return redirects.flatMap(({ from, to, file }): Redirect[] => {
    if (!from.endsWith("/") || hasQuery(from) || !to.startsWith("/") || to === GONE) return [];
    const listed = to === "/" ? [] : (files.get(to) ?? []);
    const moved = listed.map((path): [string, string] => [from + path.slice(to.length), path]);
    const beside = published.has(from) ? (copies.get(to) ?? []) : [];
    for (const copy of beside) moved.push([from + copy.slice(copy.lastIndexOf("/") + 1), copy]);
    // Where the page is now, it may have no such feed or year page: readers are led to the site's feed, or to the page.
    const known = new Set(moved.map(([path]) => path));
    for (const path of publishedBelow.get(from) ?? []) {
      const name = path.slice(from.length);
      if (known.has(path)) continue;
      if (subscriptions.includes(`/${name}`)) moved.push([path, `/${name}`]);
      else if (listOfYear(path) === from) moved.push([path, to]);
    }
    return moved.filter(([path]) => !isTaken.has(path)).map(([from, to]) => ({ from, to, file, implied: true }));
  });
}

/** The page that a feed's document or a year page belongs to. */
function pageAbove(path: string): string {
  return listOfYear(path) ?? (path.endsWith("/") ? "" : path.slice(0, path.lastIndexOf("/") + 1));
}
