/** Fourth stage: renders every page to HTML, and notes its share image and policy. */
import { join } from "node:path";
import { setImmediate as nextTurn } from "node:timers/promises";
import type { Observer } from "../cache/observer.ts";
import { outputOf } from "../content/address.ts";
import type { Content } from "../content/content.ts";
import { editionFor } from "../content/editions.ts";
import type { Entry } from "../content/entry.ts";
import { groupBy } from "../content/group-by.ts";
import type { ShareImage, ShareLook, ShareText } from "../content/page-needs.ts";
import type { SourceOf } from "../content/problems/code-frame.ts";
import type { Problem } from "../content/problems/problem.ts";
import { failure, type Result, success } from "../content/problems/result.ts";
import { by } from "../content/problems/rule.ts";
import { type Progress, UNSEEN } from "../content/progress.ts";
import { inBytes } from "../content/text/held-text.ts";
import { type FeedRow, subscriptionsOf } from "../feeds/feeds.ts";
import type { SiteTheme } from "../looks/site-theme.ts";
import { shareImageOf } from "../pictures/share-images.ts";
import { createGuard, policyOf } from "../publish/page-policies.ts";
import type { WrittenIndex } from "../search/make-index.ts";
import type { Page, SharePicture } from "../theme/page.ts";
import { type Rendered, type Renderer, renderPage } from "../theme/render-page.tsx";
import { OWN_PALETTE } from "../theme/tokens/palette.ts";
import type { FeedLink, View } from "../theme/view.ts";
import type { CheckedSite, JudgedSite } from "./check.ts";
import { FileMaker, type LastOutput, type Made, type Making } from "./file-maker.ts";
import { PageStore } from "./page-store.ts";
import { adviseOnWeight } from "./page-weight.ts";
import { problemPages } from "./problem-pages.ts";
import type { ReadSite } from "./read.ts";
import { adviseOnLetters } from "./share-letters.ts";
import type { TextFiles } from "./text-files.ts";

export interface RenderedSite extends JudgedSite {
  readonly pages: readonly RenderedPage[];
  /** Makes what is written beside the pages. */
  readonly maker: FileMaker;
  /** What is made of whole texts, where it was begun before the pages. */
  readonly textFiles?: TextFiles | undefined;
  /** The search index, where it was begun before the pages. */
  readonly search?: Promise<Result<WrittenIndex>> | undefined;
}

export interface RenderedPage extends Made {
  /** Site-relative. */
  readonly path: string;
  /** Where its file lies in the output folder, from `/`. */
  readonly output: string;
  /** The content file that is its own; undefined for a page that several files make, or none. */
  readonly from: string | undefined;
}

/** What makes the files of a site, by what `last` has left; `observer` is the one that the site is derived with. */
export function makerFor({ options, theme }: ReadSite, observer: Observer, last?: LastOutput): FileMaker {
  return new FileMaker(observer, { preview: options.preview }, theme, last);
}

/** What is the same for all pages of an edition. */
type EditionView = Omit<View, "path" | "language">;

/** After so many pages, other work gets a turn. */
const AT_A_TIME = 20;

/**
 * Pages that the last build made the same are kept. In development, problems replace their pages; `sourceOf` gives the
 * files whose lines they show. No value where a component of the site's own theme fails.
 */
export async function render(
  site: JudgedSite,
  sourceOf: SourceOf,
  maker: FileMaker = makerFor(site.read, site.observer),
  progress: Progress = UNSEEN,
): Promise<Result<RenderedSite>> {
  const { content } = site;
  const { theme } = site.read;
  const viewOf = viewsOf(site);
  const pageOf = pageMaker(site);
  const wrong = problemPages(site, sourceOf);
  const isWrong = new Set(wrong.map(({ path }) => path));
  const toMake = [
    // The index of terms takes longer than all others of a large site: other threads, which begin meanwhile, may want a turn later.
    ...site.otherPages.map(({ path, edition = content, of, make }) => ({
      ...{ path, edition, language: edition.site.language, from: undefined },
      ...{ of, make },
    })),
    ...content.entries.map((entry) => ({
      ...{ path: entry.path, edition: editionOf(site, entry), language: entry.lang, from: entry.file },
      ...{ of: [], make: pageOf(entry) },
    })),
  ].filter(({ path }) => !isWrong.has(path));

  const shownWrong = wrong.map((page) => ({ ...page, edition: content, language: "en", from: undefined }));
  const renderOne = pageRenderer(site);
  const pages: RenderedPage[] = [];
  const store = new PageStore(join(site.read.options.siteDir, ".cache"));
  const faults = new Map<string, Problem>();
  progress.begin("Making pages", toMake.length);
  for (const { path, edition, language, from, of, make } of [...toMake, ...shownWrong]) {
    const pageView = { ...viewOf(edition), path, language };
    try {
      const file = outputOf(path);
      const made = maker.make(join(file), [from ?? "", of, language], () => renderOne(pageView, make(pageView)));
      pages.push({ path, output: `/${file}`, from, ...made, ...(!made.isKept && store.hold(made.bytes())) });
    } catch (error) {
      const problem = theme.problemOf(error);
      if (!problem) throw error;
      // A component that fails may do so on each page.
      const key = `${problem.file}:${problem.line}`;
      faults.set(key, faults.get(key) ?? { ...problem, message: `${problem.message}, on ${path}` });
    }
    progress.advance();
    if (pages.length % AT_A_TIME === 0) await nextTurn();
  }
  if (faults.size > 0) return failure(...by("theme", [...faults.values()]));
  const letters = content.site.shareImages
    ? by("share-letters", adviseOnLetters(content.entries, theme.shareTypeface))
    : [];
  const heavy = by("page-weight", adviseOnWeight(pages, theme));
  return success({ ...site, pages, maker, advice: [...site.advice, ...heavy, ...letters] });
}

/**
 * An entry's page alone, with all else as it is on a site that was made. Undefined where its theme fails, or for a path that the
 * site does not have.
 */
export function renderEntry(site: RenderedSite, entry: Entry): Making | undefined {
  const { path } = entry;
  if (!site.pages.some((page) => page.path === path && page.from === entry.file)) return undefined;
  try {
    const view = { ...viewsOf(site)(editionOf(site, entry)), path, language: entry.lang };
    return pageRenderer(site)(view, pageMaker(site)(entry)(view));
  } catch (error) {
    if (site.read.theme.problemOf(error)) return undefined;
    throw error;
  }
}

/** By the content of an edition. */
function viewsOf(site: CheckedSite): (edition: Content) => EditionView {
  const { content, editions, alternates, feeds, observer, read } = site;
  const views = new Map(
    [content, ...editions].map((edition): [Content, EditionView] => {
      const own = feeds.filter((feed) => feed.edition === undefined || feed.edition === edition);
      const links = own.map((feed) => ({ ...linkOf(feed), documents: subscriptionsOf(feed) }));
      const byHome = groupBy(links, ({ home }) => home);
      const [all, ofPages] = [`feeds@${edition.root}`, `feedsOf@${edition.root}`];
      const shown = { content: edition, alternates, theme: read.theme };
      return [edition, { ...shown, feeds: observer.watch(all, links), feedsOf: observer.watchMap(ofPages, byHome) }];
    }),
  );
  return (edition) => {
    const view = views.get(edition);
    if (!view) throw new Error(`${edition.root} is no edition of the site`);
    return view;
  };
}

function editionOf({ content, editions }: CheckedSite, { lang }: Entry): Content {
  const { root } = editionFor(content.site, lang);
  return editions.find((edition) => edition.root === root) ?? content;
}

function pageMaker({ read }: CheckedSite): (entry: Entry) => (view: View) => Page | string {
  const rows = new Map(read.collections.map((row) => [row.name, row]));
  return (entry) => (view) => rows.get(entry.collection)?.page(view, entry) ?? "";
}

function linkOf({ name, title, note, home, ofTag, ofEmptyList }: FeedRow): Omit<FeedLink, "documents"> {
  return { name, title, note, home, ofTag, ofEmptyList };
}

type RenderOne = (view: View, page: Page | string) => Making;

function pageRenderer({ content, read }: CheckedSite): RenderOne {
  // The server of development adds a script to pages, which no policy knows.
  const { preview } = read.options;
  const renderer: Renderer = {
    shareImage: content.site.shareImages ? (text) => pictureOf(text, read.theme) : undefined,
    guard: preview ? undefined : guarding(),
  };
  return (view, page) => {
    if (typeof page === "string") return { bytes: inBytes(page) };
    const { html, ...needs }: Rendered = renderPage(view, page, renderer);
    return { bytes: inBytes(html), ...needs };
  };
}

function guarding(): Renderer["guard"] {
  const allowedBy = createGuard();
  return (inline) => {
    const allowed = allowedBy(inline);
    return { allowed, policy: policyOf(allowed) };
  };
}

/** Its size is the one that everybody takes for granted, and so is not said. */
function pictureOf(
  text: ShareText,
  { shareTypeface: typeface, palette }: SiteTheme,
): { image: ShareImage; picture: SharePicture } {
  const look = { paper: palette.paper.light, ink: palette.ink.light, face: typeface.name };
  const image = shareImageOf(text, typeface, isOurs(look) ? undefined : look);
  const alt = `${text.title}. ${text.foot}`;
  return { image, picture: { path: image.path, alt } };
}

function isOurs({ paper, ink, face }: ShareLook): boolean {
  return paper === OWN_PALETTE.paper.light && ink === OWN_PALETTE.ink.light && face === "";
}
