/** Leads a site through Eleventy, as one paginated template that has a page for each that must be written. */
import { readdirSync } from "node:fs";
import { resolve } from "node:path";
import type { UserConfig } from "@11ty/eleventy";
import type { SiteBuild } from "../site/build-site.ts";
import type { RenderedPage, RenderedSite } from "../site/render.ts";

/**
 * Content files are no templates of Eleventy's: it would look at each of them in every build, and of ten thousand pages most
 * are kept. Between two runs of a watcher it keeps what it has compiled, so pages are looked up as it writes them.
 */
export function addSite(eleventy: UserConfig, { siteDir, folders, prepare, finish }: SiteBuild): void {
  let site: RenderedSite | undefined;
  let isServing = false;
  let pages = new Map<string, RenderedPage>();
  // Eleventy holds every page until the last is written, and its server compares them as texts.
  const contentOf = (page: RenderedPage | undefined) => (isServing ? page?.bytes().toString() : page?.bytes()) ?? "";

  eleventy.on("eleventy.before", async ({ runMode }) => {
    isServing = runMode !== "build";
    site = await prepare(isServing);
    // What is kept is there already.
    pages = new Map(site.pages.filter(({ isKept }) => !isKept).map((page) => [page.path, page]));
  });

  readNothing(eleventy, siteDir);
  for (const folder of [...folders, "_data", "public"]) eleventy.addWatchTarget(`${folder}/**`);
  eleventy.addGlobalData("paths", () => [...pages.keys()]);
  eleventy.addTemplate("pages.11ty.js", ({ path }) => contentOf(pages.get(String(path))), {
    pagination: { data: "paths", size: 1, alias: "path" },
    permalink: ({ path }: { path: string }) => pages.get(path)?.output ?? false,
    // Nobody asks for them, and Eleventy would work out which pages must come before which others.
    eleventyExcludeFromCollections: true,
  });

  eleventy.on("eleventy.after", async ({ results, directories, outputMode }) => {
    if (!site || outputMode !== "fs") return;
    if (results.length !== pages.size)
      throw new Error(`${pages.size} pages were asked for and ${results.length} written`);
    await finish(site, resolve(directories.output));
  });
}

/** No file of the site is a template or data, or would run: the stages of a build have read all that it needs. */
function readNothing(eleventy: UserConfig, siteDir: string): void {
  eleventy.setTemplateFormats(["11ty.js"]);
  eleventy.setUseGitIgnore(false);
  eleventy.setDataFileSuffixes([]);
  // It would run each script in `_data/`, and hand out its value as data. It does nothing about a folder that is not there.
  eleventy.setDataDirectory(".cache/no-data");
  for (const entry of readdirSync(siteDir, { withFileTypes: true })) {
    eleventy.ignores.add(entry.isDirectory() ? `${entry.name}/**` : entry.name);
  }
}
