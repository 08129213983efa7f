/**
 * A whole site for another engine: Markdown as Hugo lays it out, which others read as well, with its files beside it; feeds with
 * everything; a file for WordPress; comments as data.
 */
import { copyFile, mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { stringify } from "yaml";
import { COMMENTS_FOLDER } from "../content/comment.ts";
import { redirectsOf } from "../content/content.ts";
import { editionsOf } from "../content/editions.ts";
import type { Entry } from "../content/entry.ts";
import { PAGES } from "../content/plain-page.ts";
import { ContentError } from "../content/problems/problem.ts";
import { UsageError } from "../content/problems/usage-error.ts";
import { authorOf, type Site } from "../content/site.ts";
import { entryIdOf } from "../content/syndication.ts";
import { translationsOf } from "../content/translations.ts";
import { haveSameWords, speechOf } from "../content/words/words.ts";
import { feedDocuments } from "../feeds/documents.ts";
import { feedsOf } from "../feeds/feeds.ts";
import { readComments } from "../reading/data/read-comments.ts";
import type { ReadOptions } from "../reading/read-content.ts";
import { isContentFile, sourcesIn } from "../reading/read-files.ts";
import { collections } from "../site/collections.ts";
import { derive } from "../site/derive.ts";
import { read } from "../site/read.ts";
import { openTools } from "../site/tools.ts";
import { plainFrontMatter } from "./plain-front-matter.ts";
import { plainMarkdown } from "./plain-markdown.ts";
import { wxr } from "./wxr.ts";

export interface ExportOptions extends Pick<ReadOptions, "siteDir" | "at"> {
  readonly outDir: string;
  /** Writes into a folder that is not empty. */
  readonly force: boolean;
}

export interface Exported {
  readonly entries: number;
  readonly files: number;
}

/** The paths of translations into an entry's language, by the files of what they translate; none of its own. */
function translatedFor(entry: Entry, groups: ReadonlyMap<string, readonly Entry[]>): Map<string, string> {
  const others = [...groups].filter(([, group]) => !group.includes(entry));
  return new Map(
    others.flatMap(([file, group]) => {
      const { path } = group.find(({ lang }) => haveSameWords(lang, entry.lang)) ?? {};
      return path === undefined ? [] : [[file.normalize("NFC"), path] as const];
    }),
  );
}

/** Throws a `ContentError` for a site that can't be read, and a `UsageError` for a folder that has something in it. */
export async function exportSite({ siteDir, outDir, at, force }: ExportOptions): Promise<Exported> {
  const there = await readdir(outDir).catch(() => []);
  if (there.length > 0 && !force) throw new UsageError(`${outDir} is not empty: name another folder, or add --force`);
  // With drafts, which stay drafts.
  const source = await read({ siteDir, at, preview: true }, collections, openTools(siteDir));
  if (!source.ok) throw new ContentError(source.problems, sourcesIn(siteDir));
  const { site, entries, transcripts, publicFiles } = source.value;
  const target = new Target(siteDir, outDir);
  const pages = new Map(entries.map(({ file, path }) => [file.normalize("NFC"), path]));
  const groups = translationsOf(entries, editionsOf(site));
  for (const entry of entries) {
    const { yaml, body } = partsOf(await readFile(join(siteDir, entry.file), "utf8"));
    const markdown = plainMarkdown(body, entry, {
      pages,
      translated: translatedFor(entry, groups),
      transcript: transcripts.known.get(entry.file),
      speech: speechOf(site, entry.lang),
    });
    await target.write(
      placeOf(entry.file),
      `---\n${plainFrontMatter(yaml, entry, entryIdOf(site, entry))}---\n${markdown}`,
    );
  }
  for (const { folder } of collections) await target.copyBeside(folder);
  for (const { source: file, path } of publicFiles) await target.copy(file, `static${path}`);
  const { comments } = await readComments(siteDir);
  for (const slug of comments.keys())
    await target.copy(join(siteDir, COMMENTS_FOLDER, `${slug}.json`), `data/comments/${slug}.json`);

  const shown = entries.filter(({ draft, scheduled }) => !draft && !scheduled);
  const { content } = derive({ ...source.value, entries: shown, site: { ...site, feedLength: shown.length + 1 } });
  const feeds = feedsOf(content).filter(({ ofTag }) => !ofTag);
  for (const { path, write } of feedDocuments(content.site, feeds)) await target.write(`feeds${path}`, write());
  const idOf = (entry: Entry) => entryIdOf(site, entry) ?? new URL(entry.path.slice(1), site.url).href;
  await target.write("wordpress.xml", wxr({ site, entries, comments, idOf }));
  await target.write("hugo.yaml", configOf(site));
  const redirects = redirectsOf(content).filter(({ file }) => !entries.some((entry) => entry.file === file));
  if (redirects.length > 0)
    await target.write("static/_redirects", redirects.map(({ from, to }) => `${from} ${to} 301\n`).join(""));
  return { entries: entries.length, files: target.files };
}

/** Pages stand at the top of `content/`, and the home page is its section's. */
function placeOf(file: string): string {
  const below = file.startsWith(`${PAGES}/`) ? file.slice(PAGES.length + 1) : file;
  return `content/${below === "index.md" ? "_index.md" : below}`;
}

/** The front matter without its lines of hyphens, and the Markdown behind it. */
function partsOf(text: string): { yaml: string; body: string } {
  const [whole = "", yaml = ""] = /^\uFEFF?---[ \t]*\r?\n([\s\S]*?)^---[ \t]*(?:\r?\n|$)/m.exec(text) ?? [];
  return { yaml, body: text.slice(whole.length).replace(/\r\n?/g, "\n") };
}

/** Hugo's, with what makes it show what this engine does. */
function configOf(site: Site): string {
  const passthrough = { enable: true, delimiters: { block: [["$$", "$$"]], inline: [["$", "$"]] } };
  return stringify({
    baseURL: site.url,
    title: site.title,
    languageCode: site.language,
    defaultContentLanguage: site.language.split("-")[0],
    timeZone: site.timeZone,
    params: { description: site.description, author: authorOf(site).name, wellformed: true },
    markup: { goldmark: { renderer: { unsafe: true }, extensions: { passthrough } } },
  });
}

/** The folder that is written. */
class Target {
  readonly #siteDir: string;
  readonly #outDir: string;
  files = 0;

  constructor(siteDir: string, outDir: string) {
    this.#siteDir = siteDir;
    this.#outDir = outDir;
  }

  async write(path: string, text: string): Promise<void> {
    await writeFile(await this.#placeFor(path), text);
  }

  async copy(file: string, path: string): Promise<void> {
    await copyFile(file, await this.#placeFor(path));
  }

  /** What lies beside content files, but for transcripts, whose outcomes stand in the text. */
  async copyBeside(folder: string): Promise<void> {
    const entries = await readdir(join(this.#siteDir, folder), { recursive: true, withFileTypes: true }).catch(
      () => [],
    );
    for (const entry of entries) {
      const file = join(entry.parentPath, entry.name);
      const path = file.slice(this.#siteDir.length + 1).replaceAll("\\", "/");
      if (!entry.isFile() || isContentFile(path) || /\.proof\.json$|(^|\/)\./.test(path)) continue;
      await this.copy(file, placeOf(path));
    }
  }

  async #placeFor(path: string): Promise<string> {
    const place = join(this.#outDir, path);
    await mkdir(dirname(place), { recursive: true });
    this.files++;
    return place;
  }
}
