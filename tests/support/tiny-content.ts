/** A small site's content, made as a build makes it: settings and front matter through the schemas, Markdown through the renderer. */
import { Temporal } from "temporal-polyfill";
import type { z } from "zod";
import type { Body } from "../../src/content/body.ts";
import type { Content } from "../../src/content/content.ts";
import type { Head } from "../../src/content/entry.ts";
import { headFromFrontMatter } from "../../src/content/head-from-front-matter.ts";
import type { Ledger } from "../../src/content/ledger.ts";
import { collectionsOf } from "../../src/content/own-collections.ts";
import { PlainPageFrontMatter } from "../../src/content/plain-page.ts";
import { PostFrontMatter } from "../../src/content/post.ts";
import { NONE_ACCEPTED } from "../../src/content/problems/baseline.ts";
import { ProjectFrontMatter } from "../../src/content/project.ts";
import { redirectOf } from "../../src/content/redirect.ts";
import { Site, type SiteInput } from "../../src/content/site.ts";
import { speechOf } from "../../src/content/words/words.ts";
import { renderMarkdown } from "../../src/markdown/render.ts";
import { resolverFor } from "../../src/reading/links/link-resolver.ts";
import { withSaid } from "../../src/search/said.ts";
import { type CollectionRow, collections } from "../../src/site/collections.ts";
import { type DerivedSite, derive } from "../../src/site/derive.ts";
import type { ReadSite } from "../../src/site/read.ts";
import { collectionNamed } from "./entries.ts";
import { TINY_THEME } from "./tiny-theme.ts";

/** The moment that it is built for: a post that is dated later counts as scheduled. */
const AT = Temporal.Instant.from("2026-06-01T00:00:00Z");

interface Written {
  slug: string;
  markdown?: string;
}

/** What is left out is filled in with something plain. */
export interface TinySite {
  site?: Partial<SiteInput>;
  posts?: (Written & Partial<z.input<typeof PostFrontMatter>>)[];
  projects?: (Written & Partial<z.input<typeof ProjectFrontMatter>>)[];
  pages?: (Written & Partial<z.input<typeof PlainPageFrontMatter>>)[];
  redirects?: Record<string, string>;
}

/** Drafts and what is scheduled are part of it, as in development. */
export function tinyContent(parts: TinySite = {}): Content {
  return tinySite(parts).content;
}

/** The content with all that follows from it: feeds, the table of pages, the ledger; `published` is what builds did before. */
export function tinySite(parts: TinySite = {}, published: Ledger = new Map()): DerivedSite {
  return derive({ ...tinyRead(parts), published });
}

/** The same as if a folder had been read in which nothing is wrong. */
function tinyRead({ posts = [], projects = [], pages = [], redirects = {}, ...parts }: TinySite): ReadSite {
  const site = Site.parse({
    title: "Tiny",
    url: "https://tiny.example/",
    language: "en",
    description: "A small site.",
    ...parts.site,
  });
  const heads = [
    ...posts.map(({ slug, markdown = "Text.", ...matter }) => ({ head: postHead(slug, matter, site), markdown })),
    ...pages.map(({ slug, markdown = "Text.", ...matter }) => ({ head: pageHead(slug, matter, site), markdown })),
    ...projects.map(({ slug, markdown = "Text.", ...matter }) => ({ head: projectHead(slug, matter, site), markdown })),
  ];
  const pathOfFile = new Map(heads.map(({ head }) => [head.file, head.path]));
  const bodyOf = (from: { file: string; path: string; lang: string }, markdown: string): Body => {
    const resolve = resolverFor(from, {
      siteDir: ".",
      siteUrl: "https://example.org/",
      pathOfFile,
      translations: new Map(),
      publicFiles: new Map(),
      withheld: new Map(),
      broken: new Map(),
    });
    const { body } = renderMarkdown(markdown, {
      ...{ ...from, firstLine: 1, siteUrl: site.url, resolve },
      ownWords: speechOf(site, from.lang).own,
    });
    return withSaid(body, from.lang);
  };
  return {
    options: { siteDir: ".", at: AT, preview: true },
    due: undefined,
    site,
    collections: collectionsOf(collections, site),
    entries: heads.map(({ head, markdown }) => ({ ...head, body: bodyOf(head, markdown), image: undefined })),
    publicFiles: [],
    advice: [],
    redirects: Object.entries(redirects).map(([from, to]) => redirectOf(from, to)),
    changesAt: undefined,
    digests: new Map(),
    comments: new Map(),
    mentions: new Map(),
    copyCounts: new Map(),
    withheld: [],
    broken: [],
    accepted: NONE_ACCEPTED,
    unread: [],
    proven: [],
    transcripts: { known: new Map(), orphans: [] },
    published: new Map(),
    searches: [],
    theme: TINY_THEME,
    problems: [],
  };
}

function pageHead(slug: string, matter: Partial<z.input<typeof PlainPageFrontMatter>>, site: Site): Head {
  const whole = PlainPageFrontMatter.parse({ title: `The page ${slug}`, ...matter });
  const circumstances = { file: `pages/${slug}.md`, slug, site, at: AT };
  return headFromFrontMatter(whole, ownCollection("pages", site), circumstances);
}

function postHead(slug: string, matter: Partial<z.input<typeof PostFrontMatter>>, site: Site): Head {
  const whole = PostFrontMatter.parse({ title: `The post ${slug}`, date: "2026-01-01", ...matter });
  const circumstances = { file: `posts/${slug}.md`, slug, site, at: AT };
  return headFromFrontMatter(whole, ownCollection("posts", site), circumstances);
}

function projectHead(slug: string, matter: Partial<z.input<typeof ProjectFrontMatter>>, site: Site): Head {
  const plain = { title: `The project ${slug}`, kind: "open source", summary: "A project.", order: 1 };
  const circumstances = { file: `projects/${slug}.md`, slug, site, at: AT };
  return headFromFrontMatter(
    ProjectFrontMatter.parse({ ...plain, ...matter }),
    ownCollection("projects", site),
    circumstances,
  );
}

/** A row as the settings have it, also of a collection that they leave out. */
function ownCollection(name: string, site: Site): CollectionRow {
  const [row] = collectionsOf([collectionNamed(name)], { ...site, without: [] });
  if (!row) throw new Error(`there is no collection ${name}`);
  return row;
}
