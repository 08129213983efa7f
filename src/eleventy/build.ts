/** One site on its way through Eleventy: what is read before each of its runs, and what its templates then ask for. */
import { copyFile, mkdir, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { checkAddresses } from "../checks/addresses.ts";
import { adviseOn } from "../checks/advice.ts";
import { checkLinks } from "../checks/links.ts";
import { outputOf } from "../content/address.ts";
import { bodiesOf, type Content } from "../content/content.ts";
import type { Post } from "../content/post.ts";
import { ContentError, type Problem } from "../content/problem.ts";
import type { Project } from "../content/project.ts";
import { feeds } from "../feeds/feeds.ts";
import { searchDocuments } from "../search/documents.ts";
import { checkSearches, type GoldenSearch } from "../search/golden.ts";
import { writeIndex } from "../search/index-site.ts";
import { buildAssets } from "../theme/assets.ts";
import type { ThemeAssets, View } from "../theme/view.ts";
import { type PageRow, pagesOf } from "./pages.tsx";
import { type ReadOptions, readContent } from "./read-content.ts";
import { readSearches } from "./read-searches.ts";

export interface BuildOptions extends ReadOptions {
  /** False leaves the search index out. */
  search: boolean;
}

interface Reading {
  content: Content;
  assets: ThemeAssets;
  /** By content file. */
  entries: Map<string, Post | Project>;
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
  #assets: Promise<ThemeAssets> | undefined;
  #read: Reading | undefined;
  #published = new Set<string>();

  constructor(options: BuildOptions) {
    this.options = options;
  }

  /** Reads and checks everything. Throws a `ContentError` with every problem of the site. */
  async read(): Promise<void> {
    this.#assets ??= buildAssets();
    const problems: Problem[] = [];
    const { content, withheld } = await readContent(this.options, problems);
    const entries = [...content.posts, ...content.projects];
    const rows = pagesOf(content);
    const claims = [...rows, ...entries];
    const paths = new Set(claims.map(({ path }) => path));
    problems.push(...checkAddresses(claims), ...checkLinks(content, paths));
    const searches = await readSearches(this.options.siteDir, paths, problems);
    if (problems.length > 0) throw Object.assign(new ContentError(problems), { skipOriginalStack: true });
    this.withheld = withheld;
    this.advice = adviseOn(content);
    this.#read = {
      content,
      assets: await this.#assets,
      entries: new Map(entries.map((entry) => [entry.file, entry])),
      rows: new Map(rows.map((row) => [row.path, row])),
      searches,
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
  entryOf(file: string): Post | Project | undefined {
    return this.#known.entries.get(file);
  }

  view(path: string): View {
    return { content: this.content, assets: this.#known.assets, feeds, path };
  }

  /** Adds what no template makes: the theme's files, the content's pictures, the search index. */
  async finish(outDir: string, written: number): Promise<void> {
    const { content, assets, rows, entries } = this.#known;
    if (written !== rows.size + entries.size) {
      throw new Error(`${rows.size + entries.size} pages were asked for and ${written} written`);
    }
    await Promise.all(assets.files.map(({ path, contents }) => place(outDir, path, (to) => writeFile(to, contents))));
    for (const { file, path } of bodiesOf(content).flatMap(({ body }) => body.assets)) {
      await place(outDir, path, (to) => copyFile(join(this.options.siteDir, file), to));
    }
    await this.#removeStale(outDir);
    if (this.options.search) await this.#index(join(outDir, "pagefind"));
  }

  /** In development a search that no longer finds its page is no reason to show nothing. */
  async #index(folder: string): Promise<void> {
    const { content, searches } = this.#known;
    this.indexed = await writeIndex(searchDocuments(content), content.site.language, folder);
    const problems = this.options.preview ? [] : await checkSearches(searches, folder);
    if (problems.length > 0) throw Object.assign(new ContentError(problems), { skipOriginalStack: true });
  }

  /** Eleventy never deletes: a page that an earlier run of the same build wrote goes when its file has gone. */
  async #removeStale(outDir: string): Promise<void> {
    const { rows, entries } = this.#known;
    const now = new Set([...rows.keys(), ...[...entries.values()].map(({ path }) => path)]);
    const stale = [...this.#published].filter((path) => !now.has(path));
    await Promise.all(stale.map((path) => rm(join(outDir, outputOf(path)), { force: true })));
    this.#published = now;
  }

  get #known(): Reading {
    if (!this.#read) throw new Error("the content is asked for before it was read");
    return this.#read;
  }
}

async function place(outDir: string, path: string, write: (to: string) => Promise<void>): Promise<void> {
  const to = join(outDir, path);
  await mkdir(dirname(to), { recursive: true });
  await write(to);
}
