/** The table of pages beside those of entries: a row, or a list of rows, makes one. */
import { type Content, redirectsOf } from "../content/content.ts";
import { listsByDate, yearPagesOf } from "../content/listing.ts";
import { GONE, isPagePath } from "../content/redirect.ts";
import { type FeedRow, subscriptionsOf } from "../feeds/feeds.ts";
import { opml } from "../feeds/opml.ts";
import { llmsTxt, markdownPath } from "../feeds/plain-text.ts";
import { robots, sitemap } from "../feeds/sitemap.ts";
import { redirectsFile } from "../publish/redirects-file.ts";
import { openSearch } from "../search/opensearch.ts";
import { termIndex } from "../search/term-index.ts";
import type { Page } from "../theme/page.ts";
import { redirectPage } from "../theme/pages/redirect.tsx";
import type { View } from "../theme/view.ts";
import type { CollectionRow } from "./collections.ts";

export interface OtherPage {
  /** Site-relative. */
  readonly path: string;
  /** The file that asks for the address, for problems. */
  readonly file: string;
  /** True for what a sitemap lists. */
  readonly listed: boolean;
  /** What `make` uses beside the view and observed content: plain data, by which it is known whether it must be made again. */
  readonly of: unknown;
  /** A page, or the whole text of a file. */
  readonly make: (view: View) => Page | string;
}

/** Used in problems in place of a file that claims an address. */
export const ENGINE = "the engine itself";

/** Every page, redirect and file that is made from the content as a whole. */
export function otherPages(
  content: Content,
  feeds: readonly FeedRow[],
  collections: readonly CollectionRow[],
): OtherPage[] {
  const pages = [...listPages(content, collections), ...redirects(content)];
  const listed = [...content.entries, ...pages.filter((page) => page.listed)].map(({ path }) => path).sort();
  const hasRedirects = redirectsOf(content).length > 0;
  const moved = movable(content, feeds);
  return [
    ...pages,
    file("/opensearch.xml", () => openSearch(content.site)),
    file("/sitemap.xml", () => sitemap(content, listed), listed),
    file("/robots.txt", () => robots(content)),
    file("/feeds.opml", () => opml(content.site, feeds), feeds.map(announcedIn)),
    file("/llms.txt", () => llmsTxt(content)),
    ...(hasRedirects ? [file("/_redirects", () => redirectsFile(content, moved), moved)] : []),
  ];
}

/** What other files say of a feed. */
function announcedIn({ items: _, ...row }: FeedRow): Omit<FeedRow, "items"> {
  return row;
}

function listPages(content: Content, collections: readonly CollectionRow[]): OtherPage[] {
  const { lists, tags, about } = content;
  const ownListOf = new Map(collections.map(({ name, list }) => [name, list]));
  return [
    page("/", (view) => view.theme.pages.home(view)),
    ...lists.map((list) =>
      page(list.path, (view) => (ownListOf.get(list.collection.name) ?? view.theme.pages.list)(view, list)),
    ),
    ...listsByDate(content)
      .flatMap(yearPagesOf)
      .map((year) => page(year.path, (view) => view.theme.pages.year(view, year), year)),
    page("/tags/", (view) => view.theme.pages.tags(view)),
    ...tags.map((tag) => page(tag.path, (view) => view.theme.pages.tag(view, tag))),
    ...(about ? [page("/about/", (view) => view.theme.pages.about(view, about))] : []),
    page("/subscribe/", (view) => view.theme.pages.subscribe(view)),
    page("/search/terms/", (view) => view.theme.pages.terms(view, termIndex(content))),
    { ...page("/search/", (view) => view.theme.pages.search(view)), listed: false },
    { ...page("/404.html", (view) => view.theme.pages.notFound(view)), listed: false },
  ];
}

function redirects(content: Content): OtherPage[] {
  const titles = new Map(content.entries.map(({ path, title }) => [path, title]));
  return redirectsOf(content)
    .filter(({ from, to }) => isPagePath(from) && to !== GONE)
    .map(({ from, to, file }) => {
      const title = titles.get(to) ?? to;
      return { path: from, file, listed: false, of: [to, title], make: (view) => redirectPage(view, to, title) };
    });
}

/** Files below a page, which move with it. */
function movable(content: Content, feeds: readonly FeedRow[]): string[] {
  const years = listsByDate(content).flatMap(yearPagesOf);
  return [
    ...[...feeds.flatMap(subscriptionsOf), ...years].map(({ path }) => path),
    ...content.entries.map(markdownPath),
  ];
}

function page(path: string, make: (view: View) => Page, of: unknown = []): OtherPage {
  return { path, file: ENGINE, listed: true, of, make };
}

function file(path: string, make: (view: View) => string, of: unknown = []): OtherPage {
  return { path, file: ENGINE, listed: false, of, make };
}
