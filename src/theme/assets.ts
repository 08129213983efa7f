/** Builds the theme's styles, scripts and fonts; names carry a digest, so that they can be cached for ever. */
import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { parse } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { SHEETS } from "./style-sheets.ts";
import type { ThemeAssets } from "./view.ts";

const FONTS = ["serif-roman", "serif-italic", "mono"];
const TARGET = ["es2022", "chrome123", "firefox121", "safari17.5"];

export async function buildAssets(): Promise<ThemeAssets> {
  const fonts = await Promise.all(
    FONTS.map(async (name) => [name, await digestedFile(`fonts/${name}.woff2`)] as const),
  );
  const named = (css: string) =>
    fonts.reduce((text, [name, { path }]) => text.replaceAll(`/assets/${name}.woff2`, path), css);
  const sheets = SHEETS.map(async ([name, needed]) => ({ css: named(await bundleText(`styles/${name}.css`)), needed }));
  const dialogStyles = digested("search.css", new TextEncoder().encode(await bundleText("styles/search-dialog.css")));
  const scripts = await bundleScripts(dialogStyles.path);
  const icon = await digestedFile("icon.svg");
  return {
    styleSheets: await Promise.all(sheets),
    inlineScript: (await bundleText("client/before-paint.ts")).trim(),
    script: scripts.find(({ path }) => path.includes("/site-"))?.path ?? "",
    searchWorker: scripts.find(({ path }) => path.includes("/search-worker-"))?.path ?? "",
    textFont: fonts[0]?.[1].path ?? "",
    icon: icon.path,
    files: [
      { path: "/feed.css", contents: await feedStyles() },
      icon,
      dialogStyles,
      ...fonts.map(([, file]) => file),
      ...scripts,
    ],
  };
}

/** Its name has no digest: feeds' archives name it, and they must not change. */
async function feedStyles(): Promise<Uint8Array> {
  return new TextEncoder().encode(await bundleText("styles/feed.css"));
}

async function digestedFile(file: string): Promise<ThemeAssets["files"][number]> {
  return digested(parse(file).base, await readFile(here(file)));
}

function digested(file: string, contents: Uint8Array): ThemeAssets["files"][number] {
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
    format: "iife",
  });
  return outputFiles[0]?.text ?? "";
}

/** The script that pages load, and what it loads later on: search, which starts a worker by its name. */
async function bundleScripts(dialogStyles: string): Promise<ThemeAssets["files"]> {
  const worker = await bundleModules("client/search-worker.ts", {});
  const names = [worker[0]?.path, dialogStyles].map((path) => JSON.stringify(path?.split("/").at(-1)));
  const [SEARCH_WORKER = "", SEARCH_STYLES = ""] = names;
  const scripts = await bundleModules("client/site.ts", { SEARCH_WORKER, SEARCH_STYLES });
  return [...worker, ...scripts].sort((a, b) => (a.path < b.path ? -1 : 1));
}

async function bundleModules(entry: string, define: Record<string, string>): Promise<ThemeAssets["files"]> {
  const { outputFiles } = await build({
    entryPoints: [here(entry)],
    define,
    bundle: true,
    minify: true,
    splitting: true,
    format: "esm",
    target: TARGET,
    write: false,
    outdir: here("assets"),
    entryNames: "[name]-[hash]",
    chunkNames: "[name]-[hash]",
  });
  return outputFiles.map(({ path, contents }) => ({ path: `/assets/${path.split(/[\\/]/).at(-1)}`, contents }));
}

function here(path: string): string {
  return fileURLToPath(new URL(path, import.meta.url));
}
