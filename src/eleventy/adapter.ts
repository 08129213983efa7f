/** Leads a site through Eleventy: its content files are templates of a language of ours, all other pages one paginated template. */
import { readdirSync } from "node:fs";
import { relative, resolve } from "node:path";
import type { UserConfig } from "@11ty/eleventy";
import type { SiteBuild } from "../site/build-site.ts";
import type { RenderedPage, RenderedSite } from "../site/render.ts";

/** Between two runs of a watcher, Eleventy keeps what it knows of unchanged files: so pages are looked up as it writes them. */
export function addSite(eleventy: UserConfig, { siteDir, folders, prepare, finish }: SiteBuild): void {
  let site: RenderedSite | undefined;
  let isServing = false;
  let byFile = new Map<string, RenderedPage>();
  let byPath = new Map<string, RenderedPage>();
  const pageOf = (inputPath: string) => byFile.get(relative(siteDir, resolve(inputPath)).replaceAll("\\", "/"));
  // Eleventy holds every page until the last is written, and its server compares them as texts.
  const contentOf = (page: RenderedPage | undefined) => (isServing ? page?.bytes().toString() : page?.bytes()) ?? "";

  eleventy.on("eleventy.before", async ({ runMode }) => {
    isServing = runMode !== "build";
    site = await prepare(isServing);
    // What is kept is there already.
    const pages = site.pages.filter(({ isKept }) => !isKept);
    byFile = new Map(pages.flatMap((page) => (page.from === undefined ? [] : [[page.from, page] as const])));
    byPath = new Map(pages.filter(({ from }) => from === undefined).map((page) => [page.path, page]));
  });

  keepToFolders(eleventy, siteDir, folders);
  eleventy.addExtension("md", {
    read: false,
    outputFileExtension: "html",
    getData: (inputPath) => ({
      permalink: pageOf(inputPath)?.output ?? false,
      // Nobody asks for them, and Eleventy would work out which pages must come before which others.
      eleventyExcludeFromCollections: true,
    }),
    compile: (_source, inputPath) => () => contentOf(pageOf(inputPath)),
  });
  eleventy.addGlobalData("otherPaths", () => [...byPath.keys()]);
  eleventy.addTemplate("other-pages.11ty.js", ({ path }) => contentOf(byPath.get(String(path))), {
    pagination: { data: "otherPaths", size: 1, alias: "path" },
    permalink: ({ path }: { path: string }) => byPath.get(path)?.output ?? false,
  });

  eleventy.on("eleventy.after", async ({ results, directories, outputMode }) => {
    if (!site || outputMode !== "fs") return;
    const wanted = byFile.size + byPath.size;
    if (results.length !== wanted) throw new Error(`${wanted} pages were asked for and ${results.length} written`);
    await finish(site, resolve(directories.output));
  });
}

/** Content files are the only ones that Eleventy may read; nothing that lies beside them is data, or would run. */
function keepToFolders(eleventy: UserConfig, siteDir: string, folders: readonly string[]): void {
  eleventy.setTemplateFormats(["md", "11ty.js"]);
  eleventy.setUseGitIgnore(false);
  eleventy.setDataFileSuffixes([]);
  // It would run each script in `_data/`, and hand out its value as data. It does nothing about a folder that is not there.
  eleventy.setDataDirectory(".cache/no-data");
  for (const folder of folders) eleventy.ignores.add(`${folder}/**/*.11ty.*`);
  for (const entry of readdirSync(siteDir, { withFileTypes: true })) {
    if (!folders.includes(entry.name)) eleventy.ignores.add(entry.isDirectory() ? `${entry.name}/**` : entry.name);
  }
  for (const folder of [...folders, "_data", "public"]) eleventy.addWatchTarget(`${folder}/**`);
}
