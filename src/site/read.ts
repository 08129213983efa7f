/** First stage: reads everything from disk. It derives nothing, and later stages read nothing. */
import { stop as stopCompiler } from "esbuild";
import type { PlacedSearch } from "../content/golden-search.ts";
import type { Ledger } from "../content/ledger.ts";
import { collectionsOf } from "../content/own-collections.ts";
import { type Baseline, NONE_ACCEPTED } from "../content/problems/baseline.ts";
import type { Problem } from "../content/problems/problem.ts";
import { ProblemCollector } from "../content/problems/problem-collector.ts";
import { failure, type Result, success } from "../content/problems/result.ts";
import { by } from "../content/problems/rule.ts";
import type { Site } from "../content/site.ts";
import { readOwnTheme } from "../looks/read-theme.ts";
import type { SiteTheme } from "../looks/site-theme.ts";
import type { Cache } from "../pictures/cache.ts";
import { type SiteIcon, siteIcon } from "../pictures/site-icon.ts";
import { readLedger } from "../publish/ledger-file.ts";
import { readAccepted } from "../reading/data/accepted-file.ts";
import { readIcon } from "../reading/data/read-icon.ts";
import { readSearches } from "../reading/data/read-searches.ts";
import { readSite } from "../reading/data/read-site.ts";
import { type ReadContent, type ReadOptions, readContent } from "../reading/read-content.ts";
import { isContentFile, listFiles } from "../reading/read-files.ts";
import { readShareFaces } from "../reading/read-share-faces.ts";
import { MANIFEST, webManifest } from "../theme/web-manifest.ts";
import type { CollectionRow } from "./collections.ts";
import type { EntryWords } from "./kept-words.ts";
import { siteWords, type Tools } from "./tools.ts";

export interface ReadSite extends ReadContent {
  readonly collections: readonly CollectionRow[];
  readonly theme: SiteTheme;
  /** The ledger. */
  readonly published: Ledger;
  /** Old problems that do not stop a build. */
  readonly accepted: Baseline;
  /** Searches that must find their page. */
  readonly searches: readonly PlacedSearch[];
  /** The words that earlier builds found in texts; without it, all texts are read through. */
  readonly words?: EntryWords | undefined;
}

/** Fails if the settings can't be read; other problems are in the value. */
export async function read(
  options: ReadOptions,
  table: readonly CollectionRow[],
  tools: Tools,
): Promise<Result<ReadSite>> {
  const { siteDir, preview } = options;
  const { cache, bodies, frontMatter, progress } = tools;
  const settings = await readSite(siteDir, options);
  if (!settings.ok) return failure(...by("settings", settings.problems));
  const collections = collectionsOf(table, settings.value);
  const problems = new ProblemCollector();
  const words = siteWords(collections, settings.value, settings.value.proofs.runInPage);
  const read = await tools.readTheme({
    siteDir,
    setting: settings.value.theme,
    words,
    cache,
    build: tools.assets.build,
  });
  // Without its theme, no page can be shown. A build goes on, to report what else is wrong.
  if (!read.ok && preview) return failure(...by("theme", read.problems));
  const looks = withShareFaces(
    problems.under("theme").take(read) ?? (await readOwnTheme(words)),
    siteDir,
    settings.value,
    problems.under("settings"),
  );
  // Where its theme can't be read, what a text takes from it may be there.
  const { typeface, directives, classes } = read.ok ? looks : { ...looks, directives: undefined, classes: undefined };
  const content = await readContent(options, settings.value, collections, {
    cache,
    bodies,
    frontMatter,
    progress,
    typeface,
    directives,
    classes,
  });
  const icon = await iconOf(siteDir, looks, cache, problems.under("file"));
  const theme = icon ? withIcon(looks, icon, content) : looks;
  const published = await readLedger(siteDir);
  const accepted = problems.under("settings").take(await readAccepted(siteDir)) ?? NONE_ACCEPTED;
  const searches = problems.under("settings").take(await readSearches(siteDir)) ?? [];
  // Development does not use the ledger.
  if (!published.ok && !preview) problems.under("published").addAll(published.problems);
  // Samples and the theme are read: without this, the compiler's process would stay until ours ends.
  await stopCompiler();
  return success({
    ...content,
    collections,
    theme,
    searches,
    accepted,
    words: tools.words.of(content.digests),
    published: published.ok ? published.value : new Map(),
    advice: [...content.advice, ...(await leftOut(siteDir, table, collections))],
    problems: [...content.problems, ...problems.all],
  });
}

function withShareFaces(
  looks: SiteTheme,
  siteDir: string,
  { shareImages }: Site,
  problems: ProblemCollector,
): SiteTheme {
  if (typeof shareImages === "boolean") return looks;
  const faces = problems.take(readShareFaces(siteDir, shareImages.faces, looks.typeface));
  if (!faces) return looks;
  return { ...looks, shareTypeface: faces.typeface, inputs: [...looks.inputs, ...faces.files] };
}

/** The site's own icon, or ours. */
async function iconOf(
  siteDir: string,
  { assets, palette }: SiteTheme,
  cache: Cache,
  problems: ProblemCollector,
): Promise<SiteIcon | undefined> {
  const own = problems.take(await readIcon(siteDir));
  const ours = assets.files.find(({ path }) => path === assets.icon);
  const source = own ?? (ours && { file: "icon.svg", bytes: ours.contents });
  return source && problems.take(await siteIcon(source.file, source.bytes, palette.paper.light, cache));
}

/** A file of `public/` replaces the icon's file at the same address. */
function withIcon(theme: SiteTheme, icon: SiteIcon, { site, publicFiles }: ReadContent): SiteTheme {
  const { assets, palette } = theme;
  const own = new Set(publicFiles.map(({ path }) => path));
  const manifest = webManifest(site, icon.forApps, palette.paper.light);
  const files = [...icon.files, { path: MANIFEST, contents: Buffer.from(manifest) }].filter(
    ({ path }) => !own.has(path),
  );
  const others = assets.files.filter(({ path }) => path !== assets.icon);
  return { ...theme, assets: { ...assets, icon: icon.path, files: [...others, ...files] } };
}

/** Warns of files in folders of collections that the site does without, which would be missing without a word. */
async function leftOut(
  siteDir: string,
  table: readonly CollectionRow[],
  collections: readonly CollectionRow[],
): Promise<Problem[]> {
  const left = table.filter(({ name }) => !collections.some((one) => one.name === name));
  const found = left.map(async ({ name, folder }): Promise<Problem[]> => {
    const files = (await listFiles(siteDir, folder, new ProblemCollector())).filter(isContentFile);
    if (files.length === 0) return [];
    const message = `leaves out "${name}", and ${folder}/ has ${files.length} ${files.length === 1 ? "page" : "pages"}`;
    return [{ file: "_data/site.ts", field: "without", message, hint: "they are not published", written: `"${name}"` }];
  });
  return (await Promise.all(found)).flat();
}
