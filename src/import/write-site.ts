/** An old site to the folder of a new one that builds at once, and a report. */
import { readFileSync, statSync } from "node:fs";
import { publicPath } from "../content/public-file.ts";
import { draw } from "../pictures/draw.ts";
import { loadGraphviz } from "../pictures/graphviz/engine.ts";
import { type LinkMap, resolverFor } from "../reading/links/link-resolver.ts";
import { openTools, readTools } from "../site/tools.ts";
import { textOf, untilAccepted, type Written } from "./accept.ts";
import { commentFiles } from "./comment-files.ts";
import { type Converted, type Converting, convertEntry } from "./convert.ts";
import { withoutDeadAnchors } from "./dead-anchors.ts";
import { markdownParser } from "./dialect/parser.ts";
import { feedIdOf, headingsOf } from "./headings.ts";
import { Media, type PlacedFile } from "./media.ts";
import type { OldFeed } from "./old-feed.ts";
import { type Plan, plainPath } from "./plan.ts";
import { bytesOfFiles, publicFilesOf, themeNote } from "./public-files.ts";
import type { ImportReport } from "./report.ts";
import { authorKeys, NO_ADDRESS, settingsOf, settingsText } from "./settings-text.ts";
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
  "posts" | "pages" | "files" | "publicFiles" | "redirects" | "drafts" | "left" | "lost" | "notInFeed"
>;

const LARGEST_FILE = 200_000_000;

export async function writeSite(source: SourceSite, options: WriteOptions): Promise<Outcome> {
  const { plan, siteDir, writer, now, progress } = options;
  const publicFiles = publicFilesOf(source.files, plan);
  const media = new Media(source, publicFiles.placed);
  const tools = openTools(siteDir);
  const { cache, typeface } = await readTools(siteDir);
  const settings = settingsOf(source);
  const left: Left[] = [...(source.left ?? []), ...withoutAddress(source), ...plan.left, ...publicFiles.left];
  const linkMap: LinkMap = {
    ...{ siteDir, siteUrl: settings.url, withheld: new Map(), broken: new Map(), translations: new Map() },
    pathOfFile: new Map(plan.entries.map(({ file, path }) => [file, path])),
    publicFiles: new Map([...publicFiles.placed.values()].map(({ file }) => [publicPath(file) ?? file, file])),
  };
  // Which texts have graphs is known when they are converted.
  await loadGraphviz();
  const converting: Converting = {
    ...{ plan, media, parse: await markdownParser() },
    context: {
      siteUrl: settings.url,
      lang: settings.language,
      draw: (text) => draw(text, { cache, typeface, speech: { language: settings.language, own: {} } }),
      resolver: ({ file, path }) => resolverFor({ file, path, lang: settings.language }, linkMap),
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
    authorKeys(source),
  );
  const posts: Written[] = withAnchors.map(({ converted: one, markdown }, index) => {
    const heading = heads[index];
    if (!heading) throw new Error("a post without a heading");
    return { converted: one, planned: one.planned, markdown, heading: heading.heading, why: heading.why };
  });
  left.push(...converted.flatMap((one) => [...one.planned.entry.left, ...one.left]));
  for (const page of source.entries) {
    if (plan.entries.some(({ entry }) => entry === page)) continue;
    const was = oneLine(page.title ?? page.address ?? page.file);
    const isHome = page.address !== undefined && plainPath(page.address) === "/";
    left.push(...page.left, {
      file: page.file,
      line: page.line,
      construct: isHome ? "page" : "page without a text",
      outcome: isHome ? "noted" : "left",
      was,
      now: isHome ? "the home page of this site" : "nothing: its layout made what it showed",
    });
  }

  const redirects = new Map([...publicFiles.redirects, ...plan.redirects]);
  const files = [...new Set([...media.placed, ...publicFiles.copied])];
  for (const { source: at } of files.filter((file) => !isReadable(file)))
    left.push({
      file: at.path.slice(1),
      construct: "file of the old site",
      outcome: "left",
      was: at.path,
      now: "nothing: it can't be read, or is too large",
    });
  const readable = files.filter(isReadable);
  left.push(...themeNote(publicFiles.ofTheme.filter((file) => !files.includes(file))));
  const fixed = new Map<string, () => Bytes>();
  if (!writer.isOwners("_data/site.ts")) fixed.set("_data/site.ts", () => settingsText(settings, source));
  const written = (): [string, () => Bytes][] => [
    ...fixed,
    ...posts.map((post): [string, () => Bytes] => [post.planned.file, () => textOf(post)]),
    ...readable.map((file): [string, () => Bytes] => [file.file, () => bytesOf(file)]),
    ...commentFiles(plan.entries),
  ];
  writer.checkFree(written());
  for (const [index, [file, bytes]] of written().entries()) {
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
  const isLeft = ({ outcome }: Left) => outcome === "left";
  const unclean = new Set(left.filter(isLeft).map(({ file }) => file));
  // An export has all of its posts in one file.
  const ofOwn = new Map(converted.map((one) => [one.planned, [...one.planned.entry.left, ...one.left].some(isLeft)]));
  const shares = (file: string) =>
    posts.some(
      ({ planned }, at) => at > 0 && planned.entry.file === file && posts[at - 1]?.planned.entry.file === file,
    );
  const sharing = new Set([...unclean].filter(shares));
  const inPublic = readable.filter(({ file }) => publicPath(file) !== undefined && writer.has(file));
  const articles = posts.filter(({ planned }) => planned.entry.kind === "post");
  return {
    posts: {
      read: articles.length,
      published: articles.filter(({ heading }) => !heading.draft).length,
      clean: articles.filter(({ planned }) =>
        sharing.has(planned.entry.file) ? !ofOwn.get(planned) : !unclean.has(planned.entry.file),
      ).length,
    },
    ...{
      pages: posts.length - articles.length,
      files: readable.filter(({ file }) => publicPath(file) === undefined).length,
      publicFiles: { count: inPublic.length, bytes: bytesOfFiles(inPublic) },
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

function withoutAddress({ url }: SourceSite): Left[] {
  const now = `${NO_ADDRESS}: set url, and import again`;
  const was = "what was imported does not say it";
  return url === undefined
    ? [{ file: "_data/site.ts", construct: "address of the blog", outcome: "left", was, now }]
    : [];
}

function byPlace(a: Left, b: Left): number {
  if (a.file !== b.file) return a.file < b.file ? -1 : 1;
  return (a.line ?? 0) - (b.line ?? 0);
}

function redirectsText(redirects: ReadonlyMap<string, string>): string {
  const rows = [...redirects]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([from, to]) => `  ${JSON.stringify(from)}: ${JSON.stringify(to)},\n`);
  return `/** Addresses of the old site, and where they lead now. */\nexport default {\n${rows.join("")}};\n`;
}

function isReadable({ source }: PlacedFile): boolean {
  const stat = "file" in source.at ? statSync(source.at.file, { throwIfNoEntry: false }) : undefined;
  return stat?.isFile() === true && stat.size <= LARGEST_FILE;
}

function bytesOf({ source }: PlacedFile): Bytes {
  return "file" in source.at ? readFileSync(source.at.file) : "";
}
