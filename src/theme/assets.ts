/** Builds a theme's styles, scripts and fonts; names carry a digest, so that they can be cached for ever. */
import { readFile } from "node:fs/promises";
import { isBuiltin } from "node:module";
import { parse } from "node:path";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import { build, type Plugin } from "esbuild";
import { packPglite } from "../proof/in-page/pglite.ts";
import { FURTHER, WESTERN } from "./alphabets.ts";
import { cssString } from "./css-string.ts";
import { digested } from "./digested.ts";
import { FACES, type Family, type FamilyFiles, fontFile, ROMAN } from "./faces.ts";
import type { Looks } from "./looks.ts";
import { onScreenAndPaper } from "./paper-styles.ts";
import type { ScriptName, ScriptWords } from "./script-words.ts";
import { SHEETS, type StyleSheet } from "./style-sheets.ts";
import type { ThemeAssets } from "./theme.ts";
import { OWN_PALETTE } from "./tokens/palette.ts";
import { colourRules, tokenSheets } from "./tokens/token-styles.ts";

type Asset = ThemeAssets["files"][number];

const ALPHABETS = [WESTERN, ...FURTHER];
/** For which browsers styles and scripts are made. */
export const TARGET = ["es2022", "chrome123", "firefox121", "safari17.5"];
/** Scripts for some pages, with what in a page's HTML shows that it needs one. */
const FURTHER_SCRIPTS = [
  { entry: "client/tabs.ts", needed: / data-tabs="/ },
  { entry: "client/previews.ts", needed: / data-preview/ },
  { entry: "client/embeds.ts", needed: / data-embed="/ },
  { entry: "client/discussion.ts", needed: / data-discussion="/ },
  { entry: "client/count.ts", needed: /^[^<]*<html[^>]* data-count="/ },
];
/** How many are ours: that of all pages, and these. */
export const OUR_SCRIPTS = 1 + FURTHER_SCRIPTS.length;
/** Ours as they are. */
const NO_LOOKS: Looks = { tokens: {}, palette: OWN_PALETTE, styles: [], scripts: [], files: new Map() };

/** What scripts and the sheet of feeds say, in the site's language. */
export interface SiteWords {
  readonly scripts: Readonly<Record<Exclude<ScriptName, "run">, ScriptWords>> & {
    /** Only where pages run their samples. */
    readonly run?: ScriptWords | undefined;
  };
  /** For those who open a feed in a browser, and an archive of one. */
  readonly feed: { readonly sheet: string; readonly archive: string };
}

export async function buildAssets(words: SiteWords, looks: Looks = NO_LOOKS): Promise<ThemeAssets> {
  const fonts = await fontFiles(looks);
  const named = (css: string) =>
    [...fonts].reduce((text, [name, { path }]) => text.replaceAll(`/assets/${name}`, path), css);
  const ours = SHEETS.map(async ([name, needed]) => ({
    ...onScreenAndPaper(await bundleText(`styles/${name}.css`, looks)),
    needed,
  }));
  const later = async (name: string, sheet: string) =>
    digested(`${name}.css`, inBytes(await bundleText(`styles/${sheet}.css`, looks)));
  const [searchStyles, essayStyles] = [await later("search", "search-dialog"), await later("essay", "essay-controls")];
  const scripts = await bundleScripts({ searchStyles: searchStyles.path, essayStyles: essayStyles.path }, words);
  const further = FURTHER_SCRIPTS.map(async ({ entry, needed }) => ({ file: await bundleModule(entry), needed }));
  const own = looks.scripts.map(({ name, contents, needed }) => ({ file: digested(`${name}.js`, contents), needed }));
  const icon = await digestedFile("icon.svg");
  const [sheets, inlineScript, feedSheet, onSome] = await Promise.all([
    Promise.all(ours),
    bundleText("client/before-paint.ts", looks),
    bundleText("styles/feed.css", looks),
    Promise.all(further),
  ]);
  const ofSome = [...onSome, ...own];
  const printStyles = digested("print.css", inBytes(named(sheets.map(({ paper }) => paper).join(""))));
  const everywhere = looks.styles.map((css) => ({ css, needed: /^/ }));
  return {
    styleSheets: [...sheets, ...sheetsOf(looks), ...everywhere].map(({ css, needed }) => ({ css: named(css), needed })),
    printStyles: printStyles.path,
    inlineScript: inlineScript.trim(),
    scripts: [
      ...scripts.slice(0, 1).map(({ path }) => ({ path, needed: /^/ })),
      ...ofSome.map(({ file, needed }) => ({ path: file.path, needed })),
    ],
    searchWorker: scripts.find(({ path }) => path.includes("/search-worker-"))?.path ?? "",
    runWorker: scripts.find(({ path }) => path.includes("/run-worker-"))?.path,
    textFont: looks.systemText ? undefined : fonts.get(textFonts(looks)[0] ?? "")?.path,
    icon: icon.path,
    paper: looks.palette.paper,
    files: [
      // Its name has no digest: feeds' archives name it, and they must not change.
      { path: "/feed.css", contents: inBytes(feedSheet + feedWords(words) + colourRules(looks.palette)) },
      icon,
      searchStyles,
      essayStyles,
      printStyles,
      ...fonts.values(),
      ...scripts,
      ...ofSome.map(({ file }) => file),
      ...[...looks.files].map(([path, contents]) => ({ path, contents })),
    ],
  };
}

/** The rules that say what a feed is, for a browser that shows one. */
function feedWords({ feed }: Pick<SiteWords, "feed">): string {
  return `:root{--feed:${cssString(feed.sheet)};--archive:${cssString(feed.archive)}}`;
}

/** The font files of running text, one for each alphabet, the western one first. */
export async function readTextFonts(text?: FamilyFiles): Promise<Uint8Array[]> {
  if (text) return text.regular.flatMap((name) => text.files.get(name) ?? []);
  return Promise.all(ALPHABETS.map((alphabet) => readFile(here(`fonts/${fontFile(ROMAN, alphabet)}.woff2`))));
}

/** By the names that style sheets have. */
async function fontFiles({ text, code }: Looks): Promise<Map<string, Asset>> {
  const replaced = { Text: text, Code: code };
  const ours = FACES.filter(({ family }) => !replaced[family]);
  const names = ALPHABETS.flatMap((alphabet) => ours.map((face) => `${fontFile(face, alphabet)}.woff2`));
  const read = names.map(async (name) => [name, await digestedFile(`fonts/${name}`)] as const);
  const theirs = [text, code].flatMap((family) => [...(family?.files ?? [])]);
  return new Map([
    ...(await Promise.all(read)),
    ...theirs.map(([name, bytes]) => [name, digested(name, bytes)] as const),
  ]);
}

function textFonts({ text }: Looks): readonly string[] {
  return text?.regular ?? [`${fontFile(ROMAN, WESTERN)}.woff2`];
}

function sheetsOf(looks: Looks): StyleSheet[] {
  const sheets = tokenSheets(looks.tokens, looks.palette);
  const diagrams = SHEETS.find(([name]) => name === "diagrams")?.[1];
  // The words of diagrams were measured in our face, and no box is wider for a system's.
  const inOurs = ".diagram text{font-family:Text,Georgia,serif}";
  return looks.systemText && diagrams ? [...sheets, { css: inOurs, needed: diagrams }] : sheets;
}

async function digestedFile(file: string): Promise<Asset> {
  return digested(parse(file).base, await readFile(here(file)));
}

async function bundleText(entry: string, looks: Looks): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [here(entry)],
    bundle: true,
    minify: true,
    write: false,
    external: ["/assets/*"],
    target: TARGET,
    tsconfigRaw: {},
    format: "esm",
    plugins: looks.text || looks.code || looks.systemText ? [otherFaces(looks)] : [],
  });
  const text = outputFiles[0]?.text ?? "";
  return entry.endsWith(".css") ? closeUp(text) : text;
}

/** Without the blanks in custom properties, which esbuild leaves as they are since scripts could read them. */
function closeUp(css: string): string {
  return css.replace(/(--[\w-]+:) /g, "$1").replace(/(light-dark\([^(),]+,) /g, "$1");
}

/** Gives our style sheets the families of a theme. */
function otherFaces({ text, code, systemText }: Looks): Plugin {
  const stack = systemText ?? (text && `Text, "Text fallback", ${text.generic}`);
  const replaced: [Family, FamilyFiles | undefined][] = [
    ["Text", text],
    ["Code", code],
  ];
  return {
    name: "other faces",
    setup({ onLoad }) {
      onLoad({ filter: /\.css$/ }, async ({ path }) => {
        const css = await readFile(path, "utf8");
        const { name } = parse(path);
        if (name === "fonts" || name.startsWith("fonts-")) {
          const alphabet = name.slice("fonts-".length);
          const rules = replaced.map(([family, own]) => {
            if (own) return (alphabet ? own.further.get(alphabet) : own.rules) ?? "";
            return rulesOf(css, family);
          });
          return { contents: rules.join(""), loader: "css" };
        }
        const contents = stack ? css.replace(/\bText,\s*"Text fallback",\s*(Georgia,\s*)?serif/g, stack) : css;
        return { contents, loader: "css" };
      });
    },
  };
}

/** Those of a family and its fallback, in a sheet that has nothing but @font-face rules. */
function rulesOf(css: string, family: Family): string {
  const rules = css.match(/@font-face \{[^}]*\}\n/g) ?? [];
  return rules.filter((rule) => new RegExp(`font-family: "?${family}\\b`).test(rule)).join("");
}

/** The script that pages load, and what it loads later on: each is one file, since what two of them share is a few lines. */
async function bundleScripts(
  { searchStyles, essayStyles }: { searchStyles: string; essayStyles: string },
  words: SiteWords,
): Promise<ThemeAssets["files"]> {
  const wordsFor = (script: Exclude<ScriptName, "run">) => ({ WORDS: JSON.stringify(words.scripts[script]) });
  const worker = await bundleModule("client/search-worker.ts");
  const search = await bundleModule("client/search.ts", {
    SEARCH_WORKER: nameIn(worker.path),
    ...wordsFor("search"),
  });
  const marks = await bundleModule("client/search-marks.ts", wordsFor("search-marks"));
  const running = words.scripts.run ? await runScripts(words.scripts.run) : [];
  const walk = await bundleModule("client/walk-timelines.ts", wordsFor("essay"));
  const essay = await bundleModule(
    "client/essay.ts",
    { ESSAY_STYLES: nameIn(essayStyles), RUNS: String(running.length > 0), ...wordsFor("essay") },
    [walk, ...running.slice(0, 1)],
  );
  const site = await bundleModule("client/site.ts", { SEARCH_STYLES: nameIn(searchStyles), ...wordsFor("site") }, [
    search,
    marks,
    essay,
  ]);
  return [site, search, marks, essay, walk, worker, ...running];
}

/** What runs samples in a page: the script that offers it, the worker, and PGlite's own files in one. */
async function runScripts(words: ScriptWords): Promise<ThemeAssets["files"]> {
  const { version, sizes, contents } = await packPglite();
  const pack = digested("pglite.bin", contents);
  const engine = { name: nameOf(pack.path), version, sizes };
  const worker = await bundleModule("client/run-worker.ts", { ENGINE: JSON.stringify(engine) });
  const run = await bundleModule("client/run.ts", {
    RUN_WORKER: nameIn(worker.path),
    RUN_BYTES: String(contents.length + gzipSync(worker.contents).length),
    WORDS: JSON.stringify(words),
  });
  return [run, worker, pack];
}

function nameOf(path: string): string {
  return parse(path).base;
}

async function bundleModule(entry: string, define: Record<string, string> = {}, later: Asset[] = []): Promise<Asset> {
  const { outputFiles } = await build({
    entryPoints: [here(entry)],
    define,
    tsconfigRaw: {},
    bundle: true,
    minify: true,
    format: "esm",
    target: TARGET,
    write: false,
    plugins: [dynamicImports(later), withoutNode],
  });
  return digested(`${parse(entry).name}.js`, outputFiles[0]?.contents ?? new Uint8Array());
}

/** Leads `import("./search.ts")` to the file that was made of it. */
function dynamicImports(built: Asset[]): Plugin {
  return {
    name: "dynamic imports",
    setup({ onResolve }) {
      onResolve({ filter: /./ }, ({ kind, path, importer }) => {
        // Packages know themselves what they ask for.
        if (kind !== "dynamic-import" || !path.startsWith("./") || !importer.startsWith(here("client")))
          return undefined;
        const file = built.find((asset) => asset.path.startsWith(`/assets/${parse(path).name}-`));
        if (!file) throw new Error(`${path} is imported later on, and is not among the scripts that were made before`);
        return { path: `./${parse(file.path).base}`, external: true };
      });
    },
  };
}

/** Packages that run in Node, too, ask for its modules there; browsers have none. */
const withoutNode: Plugin = {
  name: "without Node",
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^[\w:/]+$/ }, ({ path }) =>
      isBuiltin(path) ? { path, namespace: "without-node" } : undefined,
    );
    onLoad({ filter: /./, namespace: "without-node" }, () => ({ contents: "module.exports = {}" }));
  },
};

/** A file's name as an expression of a script. */
function nameIn(path: string): string {
  return JSON.stringify(nameOf(path));
}

function inBytes(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

function here(path: string): string {
  return fileURLToPath(new URL(path, import.meta.url));
}
