/** An old site to the folder of a new one that builds at once, and a report. */
import { readFileSync, statSync } from "node:fs";
import { posix } from "node:path";
import { Temporal } from "temporal-polyfill";
import { isDate } from "../content/date.ts";
import type { Problem } from "../content/problems/problem.ts";
import { Site } from "../content/site.ts";
import { EntryId } from "../content/syndication.ts";
import { slugOf } from "../content/text/slug.ts";
import { drawDiagram } from "../pictures/diagrams.ts";
import { resolverFor } from "../reading/link-resolver.ts";
import { check } from "../site/check.ts";
import { collections } from "../site/collections.ts";
import { derive } from "../site/derive.ts";
import { read } from "../site/read.ts";
import { openTools, readTools, type Tools } from "../site/tools.ts";
import { addressesOf } from "./addresses.ts";
import { type Converted, type Converting, convertEntry } from "./convert.ts";
import { markdownParser } from "./dialect/parser.ts";
import { frontMatterText, type Heading, oneLineText } from "./front-matter-text.ts";
import { Media, type PlacedFile } from "./media.ts";
import type { OldFeed } from "./old-feed.ts";
import { type Plan, type Planned, plainPath } from "./plan.ts";
import type { ImportReport } from "./report.ts";
import type { Bytes, SiteWriter } from "./site-writer.ts";
import type { Left, SourceSite } from "./source-site.ts";
import { oneLine } from "./tags/tags.ts";

export interface WriteOptions {
  readonly siteDir: string;
  readonly writer: SiteWriter;
  readonly plan: Plan;
  readonly feed?: OldFeed | undefined;
  readonly now: number;
  readonly progress?: ((stage: string, done: number, all: number) => void) | undefined;
}

export type Outcome = Pick<
  ImportReport,
  "posts" | "pages" | "files" | "redirects" | "drafts" | "left" | "lost" | "notInFeed"
>;

/** A post as it is written, which later rounds may change. */
interface Written {
  readonly converted: Converted;
  readonly planned: Planned;
  markdown: string;
  heading: Heading;
  why: string | undefined;
}

const ROUNDS = 4;
const LARGEST_FILE = 200_000_000;

export async function writeSite(source: SourceSite, options: WriteOptions): Promise<Outcome> {
  const { plan, siteDir, writer, now, progress } = options;
  const media = new Media(source);
  const tools = openTools(siteDir);
  const { cache, typeface } = await readTools(siteDir);
  const settings = settingsOf(source);
  const left: Left[] = [...(source.left ?? []), ...plan.left];
  const converting: Converting = {
    ...{ plan, media, parse: await markdownParser() },
    context: {
      siteUrl: settings.url,
      lang: settings.language,
      draw: (text, start) => drawDiagram(text, start, { cache, typeface }),
      resolver: (planned) =>
        resolverFor({ file: planned.file, path: planned.path }, linkMapOf(siteDir, settings.url, plan, planned)),
    },
  };
  const converted: Converted[] = [];
  for (const [index, planned] of plan.entries.entries()) {
    progress?.("posts", index, plan.entries.length);
    converted.push(await convertEntry(planned, converting));
  }
  const withAnchors = withoutDeadAnchors(converted, left);
  const heads = headingsOf(
    withAnchors.map(({ converted: one }) => one),
    options,
    media,
    left,
  );
  const posts: Written[] = withAnchors.map(({ converted: one, markdown }, index) => {
    const heading = heads[index];
    if (!heading) throw new Error("a post without a heading");
    return { converted: one, planned: one.planned, markdown, heading: heading.heading, why: heading.why };
  });
  left.push(...converted.flatMap((one) => [...one.planned.entry.left, ...one.left]));
  const authors = new Map<string, Left>();
  for (const { entry } of plan.entries)
    for (const name of entry.authors)
      if (!authors.has(name))
        authors.set(name, {
          file: entry.file,
          line: entry.line,
          construct: "author",
          outcome: "noted",
          was: name,
          now: "nothing: the site has one author",
        });
  left.push(...authors.values());
  for (const page of source.entries) {
    if (plan.entries.some(({ entry }) => entry === page)) continue;
    const was = oneLine(page.title ?? page.address ?? page.file);
    left.push(...page.left, {
      file: page.file,
      line: page.line,
      construct: "page",
      outcome: "noted",
      was,
      now: "the home page of this site",
    });
  }

  const redirects = new Map(plan.redirects);
  const fixed = new Map<string, () => Bytes>();
  if (!writer.isOwners("_data/site.ts")) fixed.set("_data/site.ts", () => settingsText(settings, source));
  const files = (): [string, () => Bytes][] => [
    ...fixed,
    ...posts.map((post): [string, () => Bytes] => [post.planned.file, () => textOf(post)]),
    ...media.placed
      .filter((file) => isReadable(file))
      .map((file): [string, () => Bytes] => [file.file, () => bytesOf(file)]),
  ];
  writer.checkFree(files());
  for (const [index, [file, bytes]] of files().entries()) {
    if (index % 100 === 0) progress?.("files", index, posts.length);
    writer.write(file, bytes());
  }
  await untilAccepted({ siteDir, now, posts, redirects, left, writer, tools });
  writer.write("_data/redirects.ts", redirectsText(redirects));
  writer.removeStale();
  const drafts = posts
    .filter(({ heading }) => heading.draft)
    .map(({ planned, why }) => ({
      file: planned.file,
      source: planned.entry.file,
      why: why ?? planned.entry.draft?.why ?? "",
    }));
  const unclean = new Set(left.filter(({ outcome }) => outcome === "left").map(({ file }) => file));
  const articles = posts.filter(({ planned }) => planned.entry.kind === "post");
  return {
    posts: {
      read: articles.length,
      published: articles.filter(({ heading }) => !heading.draft).length,
      clean: articles.filter(({ planned }) => !unclean.has(planned.entry.file)).length,
    },
    ...{
      pages: posts.length - articles.length,
      files: media.placed.length,
      redirects: redirects.size,
      drafts,
      left: left.toSorted(byPlace),
    },
    lost: converted
      .filter(({ lost }) => lost.length > 0)
      .map(({ lost, planned }) => ({ source: planned.entry.file, words: lost })),
    notInFeed:
      options.feed &&
      posts
        .filter(({ planned }) => planned.isPublic && !feedIdOf(planned, options.feed))
        .map(({ planned }) => planned.entry.file),
  };
}

function byPlace(a: Left, b: Left): number {
  if (a.file !== b.file) return a.file < b.file ? -1 : 1;
  return (a.line ?? 0) - (b.line ?? 0);
}

type Settings = Pick<Site, "title" | "url" | "language" | "description" | "timeZone">;

function settingsOf({ title, url, language, description, timeZone }: SourceSite): Settings {
  const name = oneLineText(title ?? "") ?? "A blog";
  const wanted = {
    title: name,
    url: url ?? "https://example.org/",
    language: languageTag(language),
    description: oneLineText(description ?? "") ?? name,
    timeZone: timeZone ?? "UTC",
  };
  const read = Site.safeParse(wanted);
  if (read.success) return read.data;
  const bad = new Set(read.error.issues.map(({ path }) => path[0]));
  return {
    ...wanted,
    url: bad.has("url") ? "https://example.org/" : wanted.url,
    language: bad.has("language") ? "en" : wanted.language,
    timeZone: bad.has("timeZone") ? "UTC" : wanted.timeZone,
  };
}

function languageTag(text = "en"): string {
  try {
    return Intl.getCanonicalLocales(text.replaceAll("_", "-"))[0] ?? "en";
  } catch {
    return "en";
  }
}

function settingsText({ title, url, language, description, timeZone }: Settings, source: SourceSite): string {
  const author = source.authors.length === 1 ? source.authors[0] : undefined;
  const authorName = author && oneLineText(author.name);
  const rows = [
    `title: ${JSON.stringify(title)}`,
    `url: ${JSON.stringify(url)}`,
    `language: ${JSON.stringify(language)}`,
    `description: ${JSON.stringify(description)}`,
    `timeZone: ${JSON.stringify(timeZone)}`,
    ...(authorName ? [`author: { name: ${JSON.stringify(authorName)} }`] : []),
    `navigation: [\n    { label: "Posts", path: "/posts/" },\n    { label: "Subscribe", path: "/subscribe/" },\n  ]`,
  ];
  return `export default {\n${rows.map((row) => `  ${row},\n`).join("")}};\n`;
}

function redirectsText(redirects: ReadonlyMap<string, string>): string {
  const rows = [...redirects]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([from, to]) => `  ${JSON.stringify(from)}: ${JSON.stringify(to)},\n`);
  return `/** Addresses of the old site, and where they lead now. */\nexport default {\n${rows.join("")}};\n`;
}

function linkMapOf(siteDir: string, siteUrl: string, plan: Plan, from: Planned) {
  return linkMaps.get(plan)?.(from) ?? rememberLinkMap(siteDir, siteUrl, plan)(from);
}

type LinkMapFor = (from: Planned) => Parameters<typeof resolverFor>[1];
const linkMaps = new WeakMap<Plan, LinkMapFor>();

function rememberLinkMap(siteDir: string, siteUrl: string, plan: Plan): LinkMapFor {
  const pathOfFile = new Map(plan.entries.map(({ file, path }) => [file, path]));
  const none = {
    withheld: new Map<string, string>(),
    broken: new Set<string>(),
    publicFiles: new Map<string, string>(),
  };
  const map = { siteDir, siteUrl, pathOfFile, ...none };
  const make = () => map;
  linkMaps.set(plan, make);
  return make;
}

/** Links to headings that are not there lead to their page, and it is noted. */
function withoutDeadAnchors(
  converted: readonly Converted[],
  left: Left[],
): { converted: Converted; markdown: string }[] {
  const anchorsOf = new Map(converted.map(({ planned, anchors }) => [planned.file, anchors]));
  return converted.map((one) => {
    let { markdown } = one;
    const { entry } = one.planned;
    for (const { to, anchor, written, line } of one.anchorLinks) {
      const anchors = anchorsOf.get(to.file) ?? new Set<string>();
      if (anchors.has(anchor)) continue;
      const near = [...anchors].find(
        (id) =>
          id.toLowerCase() === anchor.toLowerCase() || slugOf(id) === slugOf(anchor) || plainId(id) === plainId(anchor),
      );
      const page = posix.relative(one.planned.folder, to.file);
      if (near === undefined && to === one.planned) {
        const plain = withoutLink(markdown, written);
        if (plain !== undefined) {
          markdown = plain;
          left.push({
            file: entry.file,
            line: entry.body.line + line - 1,
            construct: "link to a heading that is not there",
            outcome: "noted",
            was: `#${anchor}`,
            now: "its text without the link",
          });
          continue;
        }
      }
      markdown = withTarget(markdown, written, near === undefined ? page : `${to === one.planned ? "" : page}#${near}`);
      left.push({
        file: entry.file,
        line: entry.body.line + line - 1,
        construct: "link to a heading that is not there",
        outcome: "noted",
        was: `#${anchor}`,
        now: near ? `#${near}` : "the page",
      });
    }
    return { converted: one, markdown };
  });
}

/** Undefined for a link that more than a few words stand in. */
function withoutLink(markdown: string, written: string): string | undefined {
  const quoted = written.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
  const plain = markdown.replace(new RegExp(`(?<!!)\\[([^\\[\\]]+)\\]\\(${quoted}(?: "[^"\\n]*")?\\)`, "g"), "$1");
  return plain === markdown ? undefined : plain;
}

function plainId(id: string): string {
  return id.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, "");
}

/** The target of a link, wherever it is written: in parentheses, angle brackets or an attribute. */
function withTarget(markdown: string, from: string, to: string): string {
  const quoted = from.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
  return markdown.replace(
    new RegExp(`(\\]\\(<?|\\]:[ \\t]+<?|href="|<)${quoted}(?=[>)\\s"]|$)`, "gm"),
    (_, before: string) => (before === "<" ? `<${from}` : before + to),
  );
}

function headingsOf(
  converted: readonly Converted[],
  { feed, now, plan }: WriteOptions,
  media: Media,
  left: Left[],
): { heading: Heading; why: string | undefined }[] {
  const tags = spellings(converted.flatMap(({ planned }) => planned.entry.tags));
  const series = spellings(converted.flatMap(({ planned }) => planned.entry.series ?? []));
  const ids = new Set<string>();
  return converted.map((one) => {
    const { entry, isPublic } = one.planned;
    const note = (construct: string, outcome: Left["outcome"], was: string, text: string) =>
      left.push({ file: entry.file, line: entry.line, construct, outcome, was: oneLine(was), now: text });
    const own = [...new Set(entry.tags.flatMap((tag) => tags.get(slugOf(tag)) ?? []))];
    for (const tag of entry.tags) {
      const spelled = tags.get(slugOf(tag));
      if (spelled !== undefined && spelled !== tag) note("spelling of a tag", "noted", tag, spelled);
    }
    if (own.length > MOST_TAGS) note("tags", "noted", `${own.length} tags`, `the first ${MOST_TAGS}`);
    const hasDate = entry.date !== undefined && isDate(entry.date);
    const isPost = entry.kind === "post";
    if (!hasDate && isPost && entry.draft === undefined)
      note("no date", "left", entry.date ?? entry.title ?? "", "a draft of 1970");
    const draft = entry.draft !== undefined || (!hasDate && isPost) || one.problems.length > 0;
    // Feeds of most engines have addresses as ids.
    const wanted = feedIdOf(one.planned, feed) ?? entry.id ?? plan.oldUrl(entry);
    const isUsable =
      wanted !== undefined && entry.draft === undefined && EntryId.safeParse(wanted).success && !ids.has(wanted);
    if (wanted !== undefined && !isUsable && isPublic && isPost)
      note(
        "id of its feed",
        "left",
        wanted,
        ids.has(wanted) ? "its own id: another post has it" : "its own id: it is no URI",
      );
    if (isUsable) ids.add(wanted);
    const language = entry.language;
    const why =
      entry.draft?.why ??
      (hasDate || !isPost
        ? one.problems[0]
          ? `the engine refuses it: ${one.problems[0].message}`
          : undefined
        : "it has no date");
    const isFuture = isPost && entry.date !== undefined && hasDate && Date.parse(entry.date) > now;
    return {
      why: why ?? (isFuture ? "it is dated in the future" : undefined),
      heading: {
        title: oneLineText(entry.title ?? "") ?? "Untitled",
        date: hasDate ? (entry.date ?? "1970-01-01") : "1970-01-01",
        draft,
        tags: own.slice(0, MOST_TAGS),
        series: entry.series === undefined ? undefined : series.get(slugOf(entry.series)),
        id: isUsable ? wanted : undefined,
        language,
        image: imageOf(one, media, note),
      },
    };
  });
}

const MOST_TAGS = 50;

/** The most frequent spelling of each, by what they have in common; the first of those that are equally frequent. */
function spellings(names: readonly string[]): Map<string, string> {
  const counts = new Map<string, Map<string, number>>();
  for (const name of names) {
    const clean = oneLineText(name);
    if (clean === undefined || clean.length > 100) continue;
    const key = slugOf(name);
    const ofKey = counts.get(key) ?? new Map<string, number>();
    ofKey.set(clean, (ofKey.get(clean) ?? 0) + 1);
    counts.set(key, ofKey);
  }
  return new Map(
    [...counts].map(([key, ofKey]) => [key, [...ofKey].reduce((best, next) => (next[1] > best[1] ? next : best))[0]]),
  );
}

function feedIdOf({ entry }: Planned, feed: OldFeed | undefined): string | undefined {
  const addresses = [entry.address, ...entry.aliases].filter((one) => one !== undefined);
  return addresses.map((address) => feed?.get(plainPath(address))).find((id) => id !== undefined);
}

function imageOf(
  { planned }: Converted,
  media: Media,
  note: (construct: string, outcome: Left["outcome"], was: string, now: string) => void,
): Heading["image"] {
  const { image, title } = planned.entry;
  if (!image) return undefined;
  const files = new Set<PlacedFile>();
  const left: Left[] = [];
  const src = addressesOf({ plan: EMPTY_PLAN, media, from: planned, left, files, anchors: [] }).media(image.src, 1);
  const [file] = files;
  const alt = oneLineText(image.alt ?? title ?? "");
  if (src !== undefined && file && alt && /\.(png|jpe?g|webp|avif|gif)$/i.test(file.file)) return { src, alt };
  note(
    "preview picture",
    "left",
    image.src,
    /^https?:/.test(image.src) ? "a drawn one: it is on another host" : "a drawn one",
  );
  return undefined;
}

const EMPTY_PLAN: Plan = {
  entries: [],
  redirects: new Map(),
  left: [],
  byAddress: () => undefined,
  byFile: () => undefined,
  oldUrl: () => undefined,
  ownPath: (address) => (/^https?:|^\/\//.test(address) ? undefined : address),
};

function textOf({ planned, heading, markdown }: Written): string {
  return `${frontMatterText(planned, heading)}\n${markdown.trim()}\n`;
}

function isReadable({ source }: PlacedFile): boolean {
  const stat = "file" in source.at ? statSync(source.at.file, { throwIfNoEntry: false }) : undefined;
  return stat?.isFile() === true && stat.size <= LARGEST_FILE;
}

function bytesOf({ source }: PlacedFile): Bytes {
  return "file" in source.at ? readFileSync(source.at.file) : "";
}

interface Accepting {
  siteDir: string;
  now: number;
  posts: Written[];
  redirects: Map<string, string>;
  left: Left[];
  writer: SiteWriter;
  tools: Tools;
}

/** The engine reads and checks the whole site; what it still refuses is changed, at last by keeping the post as a draft. */
async function untilAccepted({ siteDir, now, posts, redirects, left, writer, tools }: Accepting): Promise<void> {
  const byFile = new Map(posts.map((post) => [post.planned.file, post]));
  for (let round = 0; round < ROUNDS; round++) {
    const site = await read(
      { siteDir, at: Temporal.Instant.fromEpochMilliseconds(now), preview: false },
      collections,
      tools,
    );
    if (!site.ok) return;
    const own = [...redirects].map(([from, to]) => ({ from, to, file: "_data/redirects.ts" }));
    const { problems } = check(
      derive({
        ...site.value,
        redirects: own,
        problems: site.value.problems.filter(({ file }) => file !== "_data/redirects.ts"),
      }),
    );
    const changed = new Set<Written>();
    let isBetter = false;
    for (const problem of problems) {
      if (problem.file === "_data/redirects.ts") {
        const from = [...redirects.keys()].find(
          (key) =>
            problem.written?.includes(key) ||
            problem.message.includes(`"${key}"`) ||
            problem.message.includes(`${key} `),
        );
        if (from === undefined) continue;
        redirects.delete(from);
        left.push({
          file: "_data/redirects.ts",
          construct: "old address",
          outcome: "left",
          was: from,
          now: problem.message,
        });
        isBetter = true;
        continue;
      }
      const post = byFile.get(problem.file);
      if (!post || changed.has(post)) continue;
      accept(post, problem, round, left);
      changed.add(post);
    }
    for (const post of changed) writer.write(post.planned.file, textOf(post));
    if (changed.size === 0 && !isBetter) return;
  }
}

/** Changes a post so that a problem of it goes. */
function accept(post: Written, problem: Problem, round: number, left: Left[]): void {
  const { entry } = post.planned;
  const note = (construct: string, now: string) =>
    left.push({
      file: entry.file,
      line: entry.line,
      construct,
      outcome: "left",
      was: oneLine(problem.written ?? problem.message),
      now,
    });
  const key = problem.field?.split(".")[0];
  if (key === "image") {
    post.heading = { ...post.heading, image: undefined };
    return void note("preview picture", "a drawn one");
  }
  if (key === "tags" || key === "series" || key === "id" || key === "lang") {
    const { heading } = post;
    post.heading = {
      ...heading,
      ...(key === "tags"
        ? { tags: [] }
        : key === "series"
          ? { series: undefined }
          : key === "id"
            ? { id: undefined }
            : { language: undefined }),
    };
    return void note(`front matter: ${key}`, "nothing");
  }
  if (round < ROUNDS - 2 && problem.line !== undefined) {
    const without = withoutTarget(textOf(post), problem);
    if (without !== undefined) {
      post.markdown = without.slice(frontMatterText(post.planned, post.heading).length + 1).trim();
      return void note("what the engine refuses", "its words alone");
    }
  }
  post.heading = { ...post.heading, draft: true };
  post.why = `the engine refuses it: ${problem.message}`;
  note("what the engine refuses", "the post is a draft");
}

/** The text without the picture or link that a problem is about; undefined where there is none. */
function withoutTarget(text: string, { line = 1, written }: Problem): string | undefined {
  if (!written) return undefined;
  const lines = text.split("\n");
  const quoted = written.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
  const patterns: [RegExp, string][] = [
    [new RegExp(`!\\[((?:\\\\.|[^\\]\\\\])*)\\]\\(<?[^)>]*${quoted}[^)]*\\)`), "$1"],
    [new RegExp(`(?<!!)\\[((?:\\\\.|[^\\]\\\\])*)\\]\\(<?[^)>]*${quoted}[^)]*\\)`), "$1"],
    [new RegExp(`<img[^>]*${quoted}[^>]*>`), ""],
    [new RegExp(`\\s+(?:href|src|poster)="[^"]*${quoted}[^"]*"`), ""],
  ];
  for (let at = line - 1; at < Math.min(lines.length, line + 40); at++) {
    for (const [pattern, replacement] of patterns) {
      const current = lines[at] ?? "";
      if (!pattern.test(current)) continue;
      lines[at] = current.replace(pattern, (_, inner: string | undefined) =>
        replacement === "$1" ? (inner ?? "").trim() : "",
      );
      return lines.join("\n");
    }
  }
  return undefined;
}
