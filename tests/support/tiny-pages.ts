/** The pages of a content that was made for a test, by the same tables as in a build, without a disk. */
import type { Content } from "../../src/content/content.ts";
import { feedDocuments } from "../../src/feeds/documents.ts";
import { feedsOf, subscriptionsOf } from "../../src/feeds/feeds.ts";
import { renderEntry } from "../../src/site/entries.tsx";
import { pagesOf } from "../../src/site/pages.tsx";
import type { ThemeAssets } from "../../src/theme/view.ts";

/** Stands for the theme's files, which no page reads. */
const assets: ThemeAssets = {
  styleSheets: [],
  inlineScript: "",
  script: "/assets/site.js",
  searchWorker: "/assets/search-worker.js",
  textFont: "/assets/font.woff2",
  icon: "/assets/icon.svg",
  files: [],
};

/** Everything that a template makes, pages and feeds alike, by its path. */
export function renderAll(content: Content): Map<string, string> {
  const feeds = feedsOf(content).map((row) => ({ ...row, documents: subscriptionsOf(row) }));
  const viewOf = (path: string) => ({ content, assets, feeds, path });
  return new Map([
    ...pagesOf(content).map(({ path, render }) => [path, render(viewOf(path))] as const),
    ...feedDocuments(content).map(({ path, write }) => [path, write()] as const),
    ...[...content.posts, ...content.projects].map(
      (entry) => [entry.path, renderEntry(viewOf(entry.path), entry)] as const,
    ),
  ]);
}

export function renderAt(content: Content, path: string): string {
  const text = renderAll(content).get(path);
  if (text === undefined) throw new Error(`nothing is published at ${path}`);
  return text;
}

/** Every HTML page by its path. */
export function htmlPagesOf(content: Content): Map<string, string> {
  return new Map([...renderAll(content)].filter(([path]) => /(\/|\.html)$/.test(path)));
}
