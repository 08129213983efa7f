/** How a site becomes pages: the whole of the wiring. `src/commands/` starts Eleventy with this. */
import type { UserConfig } from "@11ty/eleventy";
import { addContentFiles } from "./src/eleventy/content-files.ts";
import { addPages } from "./src/eleventy/page-rows.ts";
import type { Build } from "./src/site/build.ts";

export default function configure(eleventy: UserConfig, build: Build, outDir: string): void {
  // Before each run everything is read and checked once; a problem ends the run before anything is written.
  eleventy.on("eleventy.before", () => build.read());

  // posts/*.md and projects/*.md: each a page of its own.
  addContentFiles(eleventy, build);

  // Lists, tags, feeds, sitemap, redirects: the rows of src/site/pages.tsx.
  addPages(eleventy, build);

  // Styles, scripts, fonts, pictures and the search index.
  eleventy.on("eleventy.after", ({ results }) => build.finish(outDir, results.length));
}
