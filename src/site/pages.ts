/** The table of pages that are not entries: each row makes one. */
import { addressKeys } from "../content/address.ts";
import { AUTHORS_PATH } from "../content/author.ts";
import { type Content, redirectsOf } from "../content/content.ts";
import { pathIn } from "../content/editions.ts";
import { filledLists, listsByDate, yearPagesOf } from "../content/listing.ts";
import type { NumberedWords } from "../content/numbered-words.ts";
import { provenVersions, VERSIONS_PATH } from "../content/proven-versions.ts";
import type { Redirect } from "../content/redirect.ts";
import { hasPart, type SitePart } from "../content/site-parts.ts";
import { type PlacedRedirect, standInOf } from "../content/stand-in.ts";
import type { FeedDocument } from "../feeds/documents.ts";
import { type FeedRow, subscriptionsOf } from "../feeds/feeds.ts";
import { opml } from "../feeds/opml.ts";
import { llmsTxt } from "../feeds/plain-text.ts";
import { robots, sitemap } from "../feeds/sitemap.ts";
import { redirectsFile } from "../publish/hosts/redirects-file.ts";
import { notFoundIn } from "../publish/hosts/served-site.ts";
import { openSearch } from "../search/opensearch.ts";
import { termIndex } from "../search/term-index.ts";
import type { Page } from "../theme/page.ts";
import { redirectPage } from "../theme/pages/redirect.tsx";
import type { View } from "../theme/view.ts";
import { alternatesOf } from "./alternates.ts";
import type { CollectionRow } from "./collections.ts";

export interface OtherPage {
  /** Site-relative. */
  readonly path: string;
  /** The file that asks for the address; problems name it. */
  readonly file: string;
  /** True for a page in the sitemap. */
  readonly listed: boolean;
  /** The redirect, for what stands at an old address. */
  readonly standsFor?: Redirect;
  /** The content of its view, if that is not the whole site. */
  readonly edition?: Content;
  /** Plain data that `make` uses beside the view and observed content: if it changes, the page is made again. */
  readonly of: unknown;
  /** A page, or the whole text of a file. */
  readonly make: (view: View) => Page | string;
}

/** A feed and its edition, in a site that has several. */
export type EditionFeed = FeedRow & { readonly edition?: Content };

interface Derived {
  /** Of the whole site. */
  readonly content: Content;
  readonly editions?: readonly Content[];
  readonly feeds: readonly EditionFeed[];
  readonly documents: readonly FeedDocument[];
}

/** What problems name in place of a file that claims an address. */
export const ENGINE = "the engine itself";

/**
 * All pages, redirects and files that are made from the content as a whole. `own` are the paths of files in `public/`; `words`
 * has the words of unchanged texts, for the index of terms.
 */
export function otherPages(
  { content, editions = [content], feeds, documents }: Derived,
  collections: readonly CollectionRow[],
  own: Iterable<string> = [],
  words?: NumberedWords,
): OtherPage[] {
  const pages = editions.flatMap((edition) => listPages(edition, collections, words));
  const alternates = alternatesOf(content, pages);
  const paths = [...pages, ...documents, ...content.entries].map(({ path }) => path);
  const placed = placedRedirects(content, [...paths, ...own], feeds);
  const found = content.entries.filter(({ noindex, canonical }) => !noindex && canonical === undefined);
  const listed = [...found, ...pages.filter((page) => page.listed)].map(({ path }) => path).sort();
  return [
    ...pages,
    ...standIns(content, placed, documents),
    ...(hasPart(content.site, "search") ? [file("/opensearch.xml", () => openSearch(content.site))] : []),
    file("/sitemap.xml", () => sitemap(content, listed, alternates), [listed, [...alternates]]),
    file("/robots.txt", () => robots(content)),
    ...editions.flatMap((edition) => editionFiles(edition, feeds)),
    ...redirectsFiles(content, placed),
  ];
}

/** Files of one edition for programs: the list of its feeds, and that of its texts. */
function editionFiles(content: Content, feeds: readonly EditionFeed[]): OtherPage[] {
  const own = feeds.filter(({ edition = content, ofEmptyList }) => edition === content && !ofEmptyList);
  const announced = own.map(({ items: _, edition: __, ...row }) => row);
  const at = (path: string) => pathIn(content, path);
  return [
    ...(own.length > 0 ? [file(at("/feeds.opml"), () => opml(content.site, own), announced)] : []),
    file(at("/llms.txt"), () => llmsTxt(content)),
  ];
}

function listPages(
  content: Content,
  collections: readonly CollectionRow[],
  words: NumberedWords | undefined,
): OtherPage[] {
  const { site, lists, tags, authors, entries, root } = content;
  const page = (path: string, make: (view: View) => Page, of: unknown = []): OtherPage => ({
    ...{ path, file: ENGINE, listed: true, edition: content, of, make },
  });
  const at = (path: string) => pathIn(content, path);
  const has = (part: SitePart) => hasPart(site, part);
  const hasHome = entries.some(({ path }) => path === root);
  const versions = provenVersions(entries);
  const filled = new Set(filledLists(lists));
  const ownListOf = new Map(collections.map(({ name, list }) => [name, list]));
  return [
    ...(hasHome ? [] : [page(root, (view) => view.theme.pages.home(view))]),
    ...lists.map((list) => ({
      ...page(list.path, (view) => (ownListOf.get(list.collection.name) ?? view.theme.pages.list)(view, list)),
      listed: filled.has(list),
    })),
    ...listsByDate(content)
      .flatMap((list) => yearPagesOf(list, site))
      .map((year) => page(year.path, (view) => view.theme.pages.year(view, year), year)),
    ...(has("tags") ? [page(at("/tags/"), (view) => view.theme.pages.tags(view))] : []),
    ...tags.map((tag) => page(tag.path, (view) => view.theme.pages.tag(view, tag))),
    ...(authors.length > 0 ? [page(at(AUTHORS_PATH), (view) => view.theme.pages.authors(view))] : []),
    ...authors.map((author) => page(author.path, (view) => view.theme.pages.author(view, author))),
    ...(versions.length > 0 ? [page(at(VERSIONS_PATH), (view) => view.theme.pages.versions(view))] : []),
    ...versions.map((version) => page(at(version.path), (view) => view.theme.pages.version(view, version))),
    ...(has("feeds") ? [page(at("/subscribe/"), (view) => view.theme.pages.subscribe(view))] : []),
    ...(has("terms")
      ? [page(at("/search/terms/"), (view) => view.theme.pages.terms(view, termIndex(content, words)))]
      : []),
    ...(has("search") ? [{ ...page(at("/search/"), (view) => view.theme.pages.search(view)), listed: false }] : []),
    { ...page(at("/404.html"), (view) => view.theme.pages.notFound(view)), listed: false },
  ];
}

/** `paths` are those of all that is published, except for stand-ins. */
export function placedRedirects(
  content: Content,
  paths: Iterable<string>,
  feeds: readonly FeedRow[],
): PlacedRedirect[] {
  const pathOfKey = new Map([...paths].flatMap((path) => addressKeys(path).map((key) => [key, path] as const)));
  const subscriptions = new Set(feeds.flatMap(subscriptionsOf).map(({ path }) => path));
  return redirectsOf(content).map((redirect) => ({
    ...redirect,
    standIn: standInOf(redirect, { pathOfKey, feeds: subscriptions }),
  }));
}

function redirectsFiles({ site, editions }: Content, placed: readonly PlacedRedirect[]): OtherPage[] {
  const text = redirectsFile(site, placed, notFoundIn(editions));
  return text === "" && placed.length === 0 ? [] : [file("/_redirects", () => text, text)];
}

/** For hosts that read no rules. Two redirects from one address are reported elsewhere, so both are made here. */
function standIns(
  content: Content,
  redirects: readonly PlacedRedirect[],
  documents: readonly FeedDocument[],
): OtherPage[] {
  const titles = new Map(content.entries.map(({ path, title }) => [path, title]));
  const feeds = new Map(documents.map((document) => [document.path, document]));
  return redirects.flatMap((redirect): OtherPage[] => {
    const { to, file, standIn } = redirect;
    if (standIn.kind !== "page" && standIn.kind !== "copy") return [];
    const { path } = standIn;
    const copied = standIn.kind === "copy" ? feeds.get(to) : undefined;
    const title = titles.get(to) ?? to;
    const make = (view: View) => copied?.write() ?? redirectPage(view, to, title);
    return [{ path, file, listed: false, standsFor: redirect, of: [to, title, copied?.of], make }];
  });
}

function file(path: string, make: (view: View) => string, of: unknown = []): OtherPage {
  return { path, file: ENGINE, listed: false, of, make };
}
