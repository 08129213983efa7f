/** Builds the theme's styles, scripts and fonts; names carry a digest, so that they can be cached for ever. */
import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { parse } from "node:path";
import { fileURLToPath } from "node:url";
import { build, type Plugin } from "esbuild";
import { FURTHER, WESTERN } from "./alphabets.ts";
import { FACES, fontFile, ROMAN } from "./faces.ts";
import { SHEETS } from "./style-sheets.ts";
import type { ThemeAssets } from "./theme.ts";

type Asset = ThemeAssets["files"][number];

const ALPHABETS = [WESTERN, ...FURTHER];
const FONTS = ALPHABETS.flatMap((alphabet) => FACES.map((face) => fontFile(face, alphabet)));
const TARGET = ["es2022", "chrome123", "firefox121", "safari17.5"];

/** What search says of the site, which its script is built with. */
export interface SearchWords {
  /** What its field is for: `Search essays and projects`. */
  name: string;
  /** The list that it leads to where it finds nothing; its path is site-relative. */
  list: { name: string; path: string };
}

export async function buildAssets(words: SearchWords): Promise<ThemeAssets> {
  const fonts = await Promise.all(
    FONTS.map(async (name) => [name, await digestedFile(`fonts/${name}.woff2`)] as const),
  );
  const named = (css: string) =>
    fonts.reduce((text, [name, { path }]) => text.replaceAll(`/assets/${name}.woff2`, path), css);
  const sheets = SHEETS.map(async ([name, needed]) => ({ css: named(await bundleText(`styles/${name}.css`)), needed }));
  const dialogStyles = digested("search.css", new TextEncoder().encode(await bundleText("styles/search-dialog.css")));
  const scripts = await bundleScripts(dialogStyles.path, words);
  const icon = await digestedFile("icon.svg");
  const [styleSheets, inlineScript, feedSheet] = await Promise.all([
    Promise.all(sheets),
    bundleText("client/before-paint.ts"),
    feedStyles(),
  ]);
  return {
    styleSheets,
    inlineScript: inlineScript.trim(),
    scripts: scripts.slice(0, 1).map(({ path }) => ({ path, needed: /^/ })),
    searchWorker: scripts.find(({ path }) => path.includes("/search-worker-"))?.path ?? "",
    textFont: fonts[0]?.[1].path ?? "",
    icon: icon.path,
    files: [
      { path: "/feed.css", contents: feedSheet },
      icon,
      dialogStyles,
      ...fonts.map(([, file]) => file),
      ...scripts,
    ],
  };
}

/** The font files of running text, one for each alphabet, the western one first. */
export function readTextFonts(): Promise<Uint8Array[]> {
  return Promise.all(ALPHABETS.map((alphabet) => readFile(here(`fonts/${fontFile(ROMAN, alphabet)}.woff2`))));
}

/** Its name has no digest: feeds' archives name it, and they must not change. */
async function feedStyles(): Promise<Uint8Array> {
  return new TextEncoder().encode(await bundleText("styles/feed.css"));
}

async function digestedFile(file: string): Promise<Asset> {
  return digested(parse(file).base, await readFile(here(file)));
}

function digested(file: string, contents: Uint8Array): Asset {
  const digest = createHash("sha256").update(contents).digest("hex").slice(0, 8);
  const { name, ext } = parse(file);
  return { path: `/assets/${name}-${digest}${ext}`, contents };
}

async function bundleText(entry: string): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [here(entry)],
    bundle: true,
    minify: true,
    write: false,
    external: ["/assets/*"],
    target: TARGET,
    tsconfigRaw: {},
    format: "esm",
  });
  return outputFiles[0]?.text ?? "";
}

/** The script that pages load, and what it loads later on: each is one file, since what two of them share is a few lines. */
async function bundleScripts(dialogStyles: string, { name, list }: SearchWords): Promise<ThemeAssets["files"]> {
  const worker = await bundleModule("client/search-worker.ts");
  const search = await bundleModule("client/search.ts", {
    SEARCH_WORKER: nameIn(worker.path),
    SEARCH_NAME: JSON.stringify(name),
    SEARCH_LIST_NAME: JSON.stringify(list.name),
    SEARCH_LIST_PATH: JSON.stringify(list.path.slice(1)),
  });
  const marks = await bundleModule("client/search-marks.ts");
  const copy = await bundleModule("client/copy.ts");
  const site = await bundleModule("client/site.ts", { SEARCH_STYLES: nameIn(dialogStyles) }, [search, marks, copy]);
  return [site, search, marks, copy, worker];
}

async function bundleModule(entry: string, define: Record<string, string> = {}, later: Asset[] = []): Promise<Asset> {
  const { outputFiles } = await build({
    entryPoints: [here(entry)],
    define,
    bundle: true,
    minify: true,
    format: "esm",
    target: TARGET,
    write: false,
    plugins: [dynamicImports(later)],
  });
  return digested(`${parse(entry).name}.js`, outputFiles[0]?.contents ?? new Uint8Array());
}

/** Leads `import("./search.ts")` to the file that was made of it. */
function dynamicImports(built: Asset[]): Plugin {
  return {
    name: "dynamic imports",
    setup({ onResolve }) {
      onResolve({ filter: /./ }, ({ kind, path }) => {
        if (kind !== "dynamic-import") return undefined;
        const file = built.find((asset) => asset.path.startsWith(`/assets/${parse(path).name}-`));
        if (!file) throw new Error(`${path} is imported later on, and is not among the scripts that were made before`);
        return { path: `./${parse(file.path).base}`, external: true };
      });
    },
  };
}

/** A file's name as an expression of a script. */
function nameIn(path: string): string {
  return JSON.stringify(parse(path).base);
}

function here(path: string): string {
  return fileURLToPath(new URL(path, import.meta.url));
}
