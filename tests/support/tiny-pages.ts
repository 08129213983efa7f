/** The pages of a content that was made for a test, by the same tables as in a build, without a disk. */

import type { Content } from "../../src/content/content.ts";
import { groupBy } from "../../src/content/group-by.ts";
import { feedDocuments } from "../../src/feeds/documents.ts";
import { feedsOf, subscriptionsOf } from "../../src/feeds/feeds.ts";
import { collections } from "../../src/site/collections.ts";
import { otherPages } from "../../src/site/pages.ts";
import type { Page } from "../../src/theme/page.ts";
import { renderPage } from "../../src/theme/render-page.tsx";
import type { View } from "../../src/theme/view.ts";
import { collectionNamed } from "./entries.ts";
import { TINY_THEME } from "./tiny-theme.ts";

/** Pages and feeds alike, by path. */
export function renderAll(content: Content): Map<string, string> {
  const feeds = feedsOf(content);
  const documents = feedDocuments(content.site, feeds);
  const links = feeds.map((feed) => ({ ...feed, documents: subscriptionsOf(feed) }));
  const feedsAt = groupBy(links, ({ home }) => home);
  const at = (path: string, make: (view: View) => Page | string, language = content.site.language) => {
    const shown = { content, theme: TINY_THEME, feeds: links, feedsOf: feedsAt, alternates: new Map() };
    const view = { ...shown, path, language };
    const page = make(view);
    return [path, typeof page === "string" ? page : renderPage(view, page).html] as const;
  };
  return new Map([
    ...otherPages({ content, feeds, documents }, collections).map(({ path, make }) => at(path, make)),
    ...documents.map(({ path, write }) => [path, write()] as const),
    ...content.entries.map((entry) =>
      at(entry.path, (view) => collectionNamed(entry.collection).page(view, entry), entry.lang),
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
