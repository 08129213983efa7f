/** One site on its way through Eleventy: what is read before each of its runs, and what its templates then ask for. */
import { rm } from "node:fs/promises";
import { join } from "node:path";
import { stop as stopCompiler } from "esbuild";
import { adviseOn } from "../checks/advice.ts";
import { outputOf } from "../content/address.ts";
import type { Content, Entry } from "../content/content.ts";
import type { SourceOf } from "../content/problems/excerpt.ts";
import { ContentError, type Problem } from "../content/problems/problem.ts";
import { formerYears } from "../content/year-pages.ts";
import { feedDocuments } from "../feeds/documents.ts";
import { feedsOf, subscriptionsOf } from "../feeds/feeds.ts";
import { SHARE_HEIGHT, SHARE_WIDTH } from "../pictures/share-image.ts";
import { ShareImages } from "../pictures/share-images.ts";
import type { ShareText } from "../pictures/share-words.ts";
import { readLedger } from "../publish/ledger-file.ts";
import { PagePolicies } from "../publish/page-policies.ts";
import { type PictureTools, pictureTools } from "../reading/picture-tools.ts";
import { type ReadOptions, readContent } from "../reading/read-content.ts";
import { sourcesIn } from "../reading/read-files.ts";
import { readSearches } from "../reading/read-searches.ts";
import { checkSearches, type GoldenSearch } from "../search/golden.ts";
import { writeIndex } from "../search/index-site.ts";
import { buildAssets } from "../theme/assets.ts";
import type { FeedLink, SharePicture, ThemeAssets, View } from "../theme/view.ts";
import { checkContent, holdAgainstLedger, type LedgerStatus } from "./check-content.ts";
import { type PageRow, pagesOf } from "./pages.tsx";
import { problemRows } from "./problem-rows.tsx";
import { type ToWrite, writeBeside } from "./write-beside.ts";

export interface BuildOptions extends ReadOptions {
  /** False leaves the search index out. */
  search: boolean;
  /** Development: is told of what is wrong, which then stands on the pages that it concerns; all others are made. */
  onProblems?: (error: ContentError) => void;
}

interface Reading extends ToWrite {
  feeds: FeedLink[];
  /** By path. */
  rows: Map<string, PageRow>;
  /** What the search index must find. */
  searches: GoldenSearch[];
}

export class Build {
  readonly options: BuildOptions;
  /** How many pages the search index holds, once it is written. */
  indexed = 0;
  /** How many posts and projects are kept back as drafts or for a later date. */
  withheld = 0;
  /** What could be better, without being wrong. */
  advice: Problem[] = [];
  /** What was published so far, with what this build publishes. */
  ledger: LedgerStatus = { ledger: new Map(), added: [] };
  readonly #tools: Promise<PictureTools>;
  readonly #sourceOf: SourceOf;
  #assets: Promise<ThemeAssets> | undefined;
  #read: Reading | undefined;
  #published = new Set<string>();

  constructor(options: BuildOptions) {
    this.options = options;
    this.#tools = pictureTools(options.siteDir);
    this.#sourceOf = sourcesIn(options.siteDir);
  }

  /** Reads and checks everything. Throws a `ContentError` with every problem of the site, unless somebody else hears of it. */
  async read(): Promise<void> {
    this.#assets ??= buildAssets();
    const problems: Problem[] = [];
    const tools = await this.#tools;
    const { content, withheld } = await readContent(this.options, tools, problems);
    const { siteDir, preview } = this.options;
    // What is being written may come and go; only what is to be published is held against what was.
    const ledgerProblems = preview ? [] : problems;
    const published = (await readLedger(siteDir, ledgerProblems)) ?? new Map();
    content.redirects.push(...formerYears(content, published));
    const entries = [...content.posts, ...content.projects];
    const rows = pagesOf(content);
    const documents = feedDocuments(content);
    const paths = checkContent(content, rows, documents, problems);
    const searches = await readSearches(siteDir, paths, problems);
    this.ledger = holdAgainstLedger(published, content, rows, ledgerProblems);
    if (problems.length > 0) this.#refuse(problems);
    this.withheld = withheld;
    this.advice = adviseOn(content, this.options.at);
    const assets = await this.#assets;
    // Samples and assets have been read, and its process would stay until ours ends.
    await stopCompiler();
    const broken = problemRows(problems, entries, this.#sourceOf);
    this.#read = {
      content,
      assets,
      feeds: feedsOf(content).map((row) => ({ ...row, documents: subscriptionsOf(row) })),
      documents,
      entries: new Map(entries.filter(({ path }) => !broken.has(path)).map((entry) => [entry.file, entry])),
      rows: new Map([...rows.map((row) => [row.path, row] as const), ...broken]),
      searches,
      policies: preview ? undefined : new PagePolicies(content.site),
      shareImages: content.site.shareImages ? new ShareImages(tools.typeface, tools.cache) : undefined,
    };
  }

  get content(): Content {
    return this.#known.content;
  }

  /** Site-relative paths of everything that is not a post or a project. */
  get rowPaths(): string[] {
    return [...this.#known.rows.keys()];
  }

  row(path: string): PageRow | undefined {
    return this.#known.rows.get(path);
  }

  /** The post or project that a content file makes; undefined for one that is not published. */
  entryOf(file: string): Entry | undefined {
    return this.#known.entries.get(file);
  }

  view(path: string): View {
    const { content, assets, feeds, shareImages, policies } = this.#known;
    return {
      content,
      assets,
      feeds,
      path,
      shareImage: shareImages && ((text) => pictureOf(text, shareImages)),
      policy: policies && ((inline) => policies.policyFor(path, inline)),
    };
  }

  /** Adds what no template makes: the theme's files, the content's pictures, the search index. */
  async finish(outDir: string, written: number): Promise<void> {
    const { rows, entries } = this.#known;
    if (written !== rows.size + entries.size) {
      throw new Error(`${rows.size + entries.size} pages were asked for and ${written} written`);
    }
    await writeBeside(this.#known, outDir, { siteDir: this.options.siteDir, ...(await this.#tools) });
    await this.#removeStale(outDir);
    if (this.options.search) await this.#index(join(outDir, "pagefind"));
  }

  /** In development a search that no longer finds its page is no reason to show nothing. */
  async #index(folder: string): Promise<void> {
    const { content, searches } = this.#known;
    this.indexed = await writeIndex(content, folder);
    const problems = this.options.preview ? [] : await checkSearches(searches, folder);
    if (problems.length > 0) this.#refuse(problems);
  }

  #refuse(problems: Problem[]): void {
    const error = Object.assign(new ContentError(problems, this.#sourceOf), { skipOriginalStack: true });
    if (!this.options.onProblems) throw error;
    this.options.onProblems(error);
  }

  /** Eleventy never deletes: a page that an earlier run of the same build wrote goes when its file has gone. */
  async #removeStale(outDir: string): Promise<void> {
    const { rows, entries, documents } = this.#known;
    const now = new Set([...rows.keys(), ...[...entries.values(), ...documents].map(({ path }) => path)]);
    const stale = [...this.#published].filter((path) => !now.has(path));
    await Promise.all(stale.map((path) => rm(join(outDir, outputOf(path)), { force: true })));
    this.#published = now;
  }

  get #known(): Reading {
    if (!this.#read) throw new Error("the content is asked for before it was read");
    return this.#read;
  }
}

function pictureOf(text: ShareText, shareImages: ShareImages): SharePicture {
  const path = shareImages.pathFor(text);
  return { path, alt: `${text.title}. ${text.foot}`, width: SHARE_WIDTH, height: SHARE_HEIGHT };
}
