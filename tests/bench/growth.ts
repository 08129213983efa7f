/** What everything that follows from the entries costs on a site that is ten times as large: each by itself, in processor time. */
import { checkLinks } from "../../src/checks/links.ts";
import { contentOf } from "../../src/content/content.ts";
import { ledgerOf } from "../../src/content/ledger.ts";
import { relatedEntries } from "../../src/content/related.ts";
import { feedDocuments } from "../../src/feeds/documents.ts";
import { feedsOf } from "../../src/feeds/feeds.ts";
import { sitemap } from "../../src/feeds/sitemap.ts";
import { policiesByFolder } from "../../src/publish/policies-by-folder.ts";
import { indexedPages } from "../../src/search/indexed-pages.ts";
import { shardsOf } from "../../src/search/shards.ts";
import { itself } from "../../src/search/stemmer.ts";
import { termIndex } from "../../src/search/term-index.ts";
import { wordFiles } from "../../src/search/word-files.ts";
import { publishedPaths } from "../../src/site/check.ts";
import type { DerivedSite } from "../../src/site/derive.ts";
import { tinySite } from "../support/tiny-content.ts";
import { essays } from "./essays.ts";

const SIZES = [1000, 10_000] as const;
/** Times as long for ten times as many. */
const MOST_GROWTH = 11;
/** Seconds: below, a measurement says nothing. */
const LEAST = 0.02;

const NO_MORE = { scripts: ["'sha256-x'"], foreign: false, frames: [], connects: [], forms: [] };

const SUBJECTS: Record<string, (site: DerivedSite) => unknown> = {
  "related entries": ({ content }) => relatedEntries(content.entries),
  "lists, tags, neighbours, backlinks": ({ read }) => contentOf(read),
  feeds: ({ content }) => feedDocuments(content.site, feedsOf(content)).map(({ write }) => write().length),
  sitemap: ({ content }) => sitemap(content, []),
  "policies of folders": ({ content }) =>
    policiesByFolder(
      content.entries.map(({ path }) => [path, { ...NO_MORE, styles: [`'sha256-${path}'`] }] as const),
      [],
    ),
  "link check": (site) => checkLinks(site.content, publishedPaths(site)),
  ledger: ({ content }) => ledgerOf(content, [...content.entries.map(({ path }) => path)]),
  "index of terms": ({ content }) => termIndex(content),
  vocabulary: async ({ content }) => {
    const pages = indexedPages(content);
    const shards = await shardsOf(pages, {
      language: content.site.language,
      stems: () => itself,
      store: undefined,
    }).get();
    const facts = {
      site: content.site.url,
      pages: pages.map(({ entry: { path, lang }, name }) => ({ path, name, lang })),
    };
    return wordFiles(shards, facts);
  },
};

/** Returns the targets that were missed. */
export async function benchGrowth(): Promise<string[]> {
  const rows = new Map<string, number[]>(Object.keys(SUBJECTS).map((name) => [name, []]));
  for (const size of SIZES) {
    const site = siteOf(size);
    for (const [name, run] of Object.entries(SUBJECTS)) rows.get(name)?.push(await secondsOf(() => run(site)));
  }
  const growth = [...rows].map(([name, [small = 0, large = 0]]) => ({ name, small, large, times: large / small }));
  console.log(`Seconds of processor time with ${SIZES.join(" and ")} short essays`);
  console.table(
    Object.fromEntries(
      growth.map(({ name, small, large, times }) => [
        name,
        { [SIZES[0]]: small.toFixed(3), [SIZES[1]]: large.toFixed(2), times: times.toFixed(1) },
      ]),
    ),
  );
  return growth
    .filter(({ small, large, times }) => small > LEAST && large > LEAST && times > MOST_GROWTH)
    .map(({ name, times }) => `${name} grow ${times.toFixed(1)} times, where ${MOST_GROWTH} is the most`);
}

/** Beginnings of the essays: what follows from them is measured, and not how they are rendered. */
function siteOf(size: number): DerivedSite {
  const posts = essays(size).map(({ slug, text }) => {
    const value = (key: string) => new RegExp(`^${key}: (.*)$`, "m").exec(text)?.[1] ?? "";
    return {
      slug,
      title: value("title").replaceAll('"', ""),
      date: value("date"),
      description: value("description").replaceAll('"', ""),
      tags: value("tags").slice(1, -1).split(", "),
      markdown: text.split("\n\n").slice(1, 4).join("\n\n"),
    };
  });
  return tinySite({ posts });
}

/** The least of three: what else happens in between, such as collecting garbage, only adds. */
async function secondsOf(run: () => unknown): Promise<number> {
  const times: number[] = [];
  for (let time = 0; time < 3; time++) {
    const start = process.cpuUsage();
    await run();
    const { user, system } = process.cpuUsage(start);
    times.push((user + system) / 1e6);
  }
  return Math.min(...times);
}
