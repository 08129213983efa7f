/** `posts/` and `projects/`: for Eleventy, templates in a language of ours, whose data and body were read before. */
import { readdirSync } from "node:fs";
import { relative, resolve } from "node:path";
import type { UserConfig } from "@11ty/eleventy";
import { inBytes } from "../content/text/held-text.ts";
import type { Build } from "../site/build.ts";
import { renderEntry } from "../site/entries.tsx";

export const FOLDERS = ["posts", "projects"];

/** Makes each Markdown file of the content folders a page, and keeps Eleventy away from all others. */
export function addContentFiles(eleventy: UserConfig, build: Build): void {
  const { siteDir } = build.options;
  // Eleventy holds every page until the last is written.
  const pageOf = build.options.preview ? (html: string) => html : inBytes;
  const entryOf = (inputPath: string) => build.entryOf(relative(siteDir, resolve(inputPath)).replaceAll("\\", "/"));

  eleventy.setTemplateFormats(["md", "11ty.js"]);
  eleventy.setUseGitIgnore(false);
  // Nothing that lies beside a post is data or a template: it would run in the build.
  eleventy.setDataFileSuffixes([]);
  for (const folder of FOLDERS) eleventy.ignores.add(`${folder}/**/*.11ty.*`);
  for (const entry of readdirSync(siteDir, { withFileTypes: true })) {
    if (!FOLDERS.includes(entry.name)) eleventy.ignores.add(entry.isDirectory() ? `${entry.name}/**` : entry.name);
  }
  for (const folder of [...FOLDERS, "_data"]) eleventy.addWatchTarget(`${folder}/**`);

  eleventy.addExtension("md", {
    read: false,
    outputFileExtension: "html",
    getData: (inputPath) => ({
      permalink: entryOf(inputPath)?.path ?? false,
      // Nobody asks for them, and Eleventy would work out which pages must come before which others.
      eleventyExcludeFromCollections: true,
    }),
    compile: (_source, inputPath) => {
      const entry = entryOf(inputPath);
      return entry && (() => pageOf(renderEntry(build.view(entry.path), entry)));
    },
  });
}
