/** Leads a site through Eleventy, as one paginated template that has a page for each that must be written. */
import { readdirSync, statSync } from "node:fs";
import { resolve } from "node:path";
import type { UserConfig } from "@11ty/eleventy";
import type { SiteBuild } from "../site/build-site.ts";
import { release } from "../site/page-store.ts";
import type { RenderedPage, RenderedSite } from "../site/render.ts";

/**
 * Content files are no templates of Eleventy's: it would look at each of them in every build, and of ten thousand pages most
 * are kept. Between two runs of a watcher it keeps what it has compiled, so pages are looked up as it writes them.
 */
export function addSite(eleventy: UserConfig, { siteDir, folders, prepare, finish }: SiteBuild): void {
  let site: RenderedSite | undefined;
  let isServing = false;
  let pages = new Map<string, RenderedPage>();
  const released = new ReleasedPages();

  eleventy.on("eleventy.before", async ({ runMode }) => {
    isServing = runMode !== "build";
    site = await prepare(isServing);
    // What is kept is there already.
    pages = new Map(site.pages.filter(({ isKept }) => !isKept).map((page) => [page.path, page]));
  });

  readNothing(eleventy, siteDir);
  for (const folder of [...folders, "_data", "public"]) eleventy.addWatchTarget(`${folder}/**`);
  eleventy.addGlobalData("paths", () => [...pages.keys()]);
  eleventy.addTemplate("pages.11ty.js", ({ path }) => String(path), {
    pagination: { data: "paths", size: 1, alias: "path" },
    permalink: ({ path }: { path: string }) => pages.get(path)?.output ?? false,
    // Nobody asks for them, and Eleventy would work out which pages must come before which others.
    eleventyExcludeFromCollections: true,
  });

  // Each page is read right before it is written.
  eleventy.addTransform("pages", function (path) {
    const page = pages.get(path);
    // Its own server compares pages as texts.
    if (!page || isServing) return page?.bytes().toString() ?? "";
    return page.isOnDisk ? released.next(page.bytes(), this.page.outputPath) : page.bytes();
  });

  eleventy.on("eleventy.after", async ({ results, directories, outputMode }) => {
    if (!site || outputMode !== "fs") return;
    if (results.length !== pages.size)
      throw new Error(`${pages.size} pages were asked for and ${results.length} written`);
    await finish(site, resolve(directories.output));
  });
}

/** Eleventy holds what it writes until all is written; of a page that is there, it holds no bytes any more. */
class ReleasedPages {
  #last: { bytes: Buffer; output: string } | undefined;

  /** The bytes of the next page; those of the one before are no longer in memory. They must have memory of their own. */
  next(bytes: Buffer, output: string): Buffer {
    const last = this.#last;
    const written = last && statSync(last.output, { throwIfNoEntry: false });
    // Whether it is written by now is Eleventy's affair.
    if (last && written?.size === last.bytes.length) release(last.bytes);
    this.#last = { bytes, output };
    return bytes;
  }
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
