/** Reads a site's folder: every file, with every problem. What follows from them is derived later. */
import type { Temporal } from "temporal-polyfill";
import { digestOfData } from "../cache/digest.ts";
import type { BrokenFile } from "../content/broken-files.ts";
import type { Collection } from "../content/collection.ts";
import type { Comment } from "../content/comment.ts";
import { momentOf, timestampOf } from "../content/date.ts";
import type { Entry, Head } from "../content/entry.ts";
import { pathOf } from "../content/head-from-front-matter.ts";
import type { Problem } from "../content/problems/problem.ts";
import { ProblemCollector } from "../content/problems/problem-collector.ts";
import { by } from "../content/problems/rule.ts";
import { UNSEEN } from "../content/progress.ts";
import type { PublicFile } from "../content/public-file.ts";
import type { CopyCounts, Mention } from "../content/reactions.ts";
import type { Redirect } from "../content/redirect.ts";
import type { Site } from "../content/site.ts";
import type { PageSamples } from "../proof/prove-page.ts";
import { coverOf, podcastProblems } from "./check-podcast.ts";
import { readCitations } from "./data/read-citations.ts";
import { readComments } from "./data/read-comments.ts";
import { readEmbeds } from "./data/read-embeds.ts";
import { readGlossary } from "./data/read-glossary.ts";
import { readReactions } from "./data/read-reactions.ts";
import { readRedirects } from "./data/read-redirects.ts";
import type { SiteOverrides } from "./data/read-site.ts";
import { fileProblems } from "./file-problems.ts";
import {
  authorProblems,
  type Named,
  referenceProblems,
  sectionProblems,
  tagProblems,
  updateProblems,
} from "./heads/check-heads.ts";
import { originalsOf, translationProblems, translationsByLanguage } from "./heads/check-translations.ts";
import { namedLanguage, namedLanguageProblems } from "./heads/named-language.ts";
import { type HeadWithSource, readHead, slugFromFile } from "./heads/read-heads.ts";
import type { LinkMap } from "./links/link-resolver.ts";
import { startBodyWorkers } from "./make-bodies.ts";
import { mentionedPictures } from "./mentioned-pictures.ts";
import { type BodyContext, entryOf, type ReadBody, readEntryBodies } from "./read-bodies.ts";
import { isContentFile, listFiles, type Overlay, readSources, type SourceFile } from "./read-files.ts";
import { readPictures } from "./read-pictures.ts";
import { readPublic } from "./read-public.ts";
import type { ReadTools } from "./read-tools.ts";
import { readTranscripts, type Transcripts } from "./read-transcripts.ts";
import { unreadFiles } from "./unread-files.ts";

/** One of several equal parts of the texts; `number` counts from 1. */
export interface TextsPart {
  readonly number: number;
  readonly of: number;
}

export interface ReadOptions extends SiteOverrides {
  readonly siteDir: string;
  /** The moment that the site is built for; later entries are scheduled. */
  readonly at: Temporal.Instant;
  /** True in development: withheld entries are shown, too. */
  readonly preview: boolean;
  /** Only this part of the entries is read; the others are missing. */
  readonly part?: TextsPart | undefined;
  /** Texts of content files, in place of those on disk. */
  readonly overlay?: Overlay | undefined;
}

/** A scheduled entry, and its date. */
export interface Due {
  readonly file: string;
  /** RFC 3339, in the site's time zone: `2026-03-01T08:00:00Z`. */
  readonly date: string;
}

export interface ReadContent {
  /** What the caller has asked for. */
  readonly options: ReadOptions;
  readonly site: Site;
  readonly collections: readonly Collection[];
  /** The entries that are not withheld. */
  readonly entries: readonly Entry[];
  /** When the same files will make a different site, in milliseconds since 1970: an entry's date comes, or a review is due. */
  readonly changesAt: number | undefined;
  /** The scheduled entry whose date comes first. */
  readonly due: Due | undefined;
  /** The digest of each body, by its file; see `MadeBody`. */
  readonly digests: ReadonlyMap<string, string>;
  /** The redirects of `_data/redirects.ts`. */
  readonly redirects: readonly Redirect[];
  /** By the slug of their post; empty if the settings do not show comments. */
  readonly comments: ReadonlyMap<string, readonly Comment[]>;
  /** By a page's path; empty if the settings name no service of webmentions. */
  readonly mentions: ReadonlyMap<string, readonly Mention[]>;
  /** By the address of a post's copy. */
  readonly copyCounts: ReadonlyMap<string, CopyCounts>;
  /** The files of `public/`. */
  readonly publicFiles: readonly PublicFile[];
  /** Warnings of files that are not entries. */
  readonly advice: readonly Problem[];
  /** Withheld entries. */
  readonly withheld: readonly Head[];
  /** Content files that could not be read. */
  readonly broken: readonly BrokenFile[];
  /** Files that look like content but are not read, since their names have another ending. */
  readonly unread: readonly string[];
  /** The proven samples of each page that has any. */
  readonly proven: readonly PageSamples[];
  readonly transcripts: Transcripts;
  readonly problems: readonly Problem[];
  /**
   * In development: reads an entry's file again, with all else as it was. Undefined if more than its text has changed, if it shows
   * other files, or if anything is wrong with it: then everything must be read.
   */
  readonly reread?: ((file: string) => Promise<Entry | undefined>) | undefined;
}

/** Reads all that can be read; `problems` tells what could not. */
export async function readContent(
  options: ReadOptions,
  site: Site,
  collections: readonly Collection[],
  tools: ReadTools,
): Promise<ReadContent> {
  const { progress = UNSEEN } = tools;
  const { siteDir, at, preview, drafts = false } = options;
  const problems = new ProblemCollector();
  // In development, a transcript that is broken or belongs to nothing does not matter.
  const strict = preview ? new ProblemCollector() : problems;

  progress.begin("Reading files");
  const folders = collections.map(({ folder }) => folder);
  const files: string[] = [];
  const sources: SourceFile[] = [];
  const heads: HeadWithSource[] = [];
  const listed = new Map<Collection, string[]>();
  for (const collection of collections)
    listed.set(collection, await listFiles(siteDir, collection.folder, problems.under("file")));
  const count = [...listed.values()].flat().filter(isContentFile).length;
  const workers = tools.bodies.isEmpty ? startBodyWorkers(count / (options.part?.of ?? 1)) : undefined;
  for (const [collection, found] of listed) {
    const texts = readSources(siteDir, found.filter(isContentFile), problems.under("file"), options.overlay);
    files.push(...found);
    sources.push(...texts);
    const under = problems.under("front-matter");
    heads.push(
      ...texts.flatMap((source) => readHead(source, collection, { site, at }, under, tools.frontMatter) ?? []),
    );
  }
  const broken = brokenFiles(listed, sources, heads, site);
  problems.addAll([...tagProblems(heads, site), ...by("reference", referenceProblems(heads, broken))]);
  const ofKeys = [...authorProblems(heads, site), ...sectionProblems(heads, collections), ...updateProblems(heads)];
  problems.addAll(by("front-matter", ofKeys));

  const named = namedLanguageProblems(
    sources.map(({ file }) => file),
    site,
  );
  problems.addAll(by("translation", [...named, ...translationProblems(heads, site, broken)]));

  const isShown = ({ head }: HeadWithSource) => preview || drafts || withheldReason(head) === undefined;
  const { files: publicFiles, advice } = await readPublic(siteDir, problems.under("file"));
  const map = linkMapOf(siteDir, site, broken, heads, publicFiles, isShown);
  const texts = sources.map(({ text }) => text);
  const embeds = problems.under("settings").take(await readEmbeds(siteDir)) ?? { cards: new Map(), pictures: [] };
  const cover = coverOf(site, publicFiles);
  const further = [...mentionedPictures(texts, publicFiles), ...embeds.pictures, ...(cover ? [cover] : [])];
  const pictures = await readPictures(siteDir, folders, [...new Set(further)], tools.cache);
  problems.addAll(by("settings", podcastProblems(siteDir, site, publicFiles, pictures)));
  const context: BodyContext = {
    glossary: await readGlossary(siteDir, site, problems.under("settings")),
    citations: await readCitations(siteDir, site, problems.under("settings")),
    ...{ site, tools, map, embeds: embeds.cards, needsTranscripts: !preview && !drafts },
    ...{ pictures, fileProblems: fileProblems(siteDir, pictures) },
    transcripts: await readTranscripts(siteDir, files, strict.under("proof")),
    originals: new Map([...originalsOf(heads)].map(([file, { head }]) => [file, head.file])),
  };
  const bodies = await readEntryBodies(partOf(heads.filter(isShown), options.part), context, problems, workers);
  const previews = problems.under("preview-image");
  const entries = await Promise.all(bodies.map(({ head, read }) => entryOf(head, read.body, context, previews)));
  const redirects = problems.under("redirect").take(await readRedirects(siteDir)) ?? [];
  const kept = site.comments ? await readComments(siteDir) : undefined;
  if (kept) problems.under("settings").addAll(kept.problems);
  const reactions = problems.under("settings").take(await readReactions(siteDir)) ?? { copies: {}, mentions: {} };

  const read = bodies.map((one) => one.read);
  problems.addAll((await Promise.all(read.map((one) => one.syntax))).flat());
  tools.bodies.save(preview);
  tools.frontMatter.save(preview);
  return {
    ...{ options, site, collections, entries, redirects, publicFiles, advice, transcripts: context.transcripts },
    comments: kept?.comments ?? new Map(),
    mentions: new Map(site.services.webmentions ? Object.entries(reactions.mentions) : []),
    copyCounts: new Map(Object.entries(reactions.copies)),
    changesAt: changesAfter(at, site, heads),
    due: nextDue(heads),
    digests: new Map(read.map(({ file, digest }) => [file, digest])),
    withheld: heads.filter((head) => !isShown(head)).map(({ head }) => head),
    broken,
    unread: await unreadFiles(
      siteDir,
      files.filter((file) => !isContentFile(file)),
    ),
    // A translation has the samples of its original.
    proven: bodies
      .filter(({ read: { file, samples } }) => samples.length > 0 && !context.originals.has(file))
      .map(({ head: { head }, read: { file, samples } }) => ({
        file,
        samples,
        floor: head.postgres,
        needs: head.needs,
      })),
    problems: problems.all,
    reread: preview ? rereader(new Map(bodies.map(knownOf)), context, { site, at }, tools) : undefined,
  };
}

/** Content files that have no head, for a problem of their own. */
function brokenFiles(
  listed: ReadonlyMap<Collection, readonly string[]>,
  sources: readonly SourceFile[],
  heads: readonly HeadWithSource[],
  site: Site,
): (BrokenFile & Named)[] {
  const read = new Set(heads.map(({ head }) => head.file));
  const textOf = new Map(sources.map(({ file, text }) => [file, text]));
  return [...listed].flatMap(([collection, files]) =>
    files
      .filter((file) => isContentFile(file) && !read.has(file))
      .map((file) => {
        const slug = slugFromFile(namedLanguage(file, site).file, collection);
        const path = pathOf(slug, collection);
        return { file, text: textOf.get(file) ?? "", path, collection: collection.name, slug };
      }),
  );
}

function knownOf({ head: { collection, head }, read }: { head: HeadWithSource; read: ReadBody }) {
  return [head.file, { collection, head, media: mediaIn(read) }] as const;
}

/** `before` has what was read of each file; little of it is kept in memory. */
function rereader(
  before: ReadonlyMap<string, Pick<HeadWithSource, "collection" | "head"> & { media: string }>,
  context: BodyContext,
  circumstances: Parameters<typeof readHead>[2],
  { frontMatter }: ReadTools,
): (file: string) => Promise<Entry | undefined> {
  return async (file) => {
    const known = before.get(file);
    if (!known) return undefined;
    const problems = new ProblemCollector();
    const [source] = readSources(context.map.siteDir, [file], problems);
    const now = source && readHead(source, known.collection, circumstances, problems, frontMatter);
    if (!now || JSON.stringify(now.head) !== JSON.stringify(known.head)) return undefined;
    const [made] = await readEntryBodies([now], context, problems);
    if (!made || mediaIn(made.read) !== known.media || (await made.read.syntax).length > 0) return undefined;
    const entry = await entryOf(now, made.read.body, context, problems);
    return problems.all.length > 0 ? undefined : entry;
  };
}

/** The files that a text's page shows, as one text. A new one among them would not be written by a reread. */
function mediaIn({ body: { assets, pictures, drawings } }: ReadBody): string {
  return digestOfData([assets, pictures, drawings]);
}

/** Every n-th item, which spreads long texts, and those of one time, over all parts. */
function partOf<Item>(items: readonly Item[], part: TextsPart = { number: 1, of: 1 }): Item[] {
  return items.filter((_, at) => at % part.of === part.number - 1);
}

function changesAfter(at: Temporal.Instant, site: Site, heads: readonly HeadWithSource[]): number | undefined {
  const dates = heads.flatMap(({ head: { published, review } }) => [
    ...(published ? [published.epochMilliseconds] : []),
    ...(review ? [momentOf(review, site.timeZone).epochMilliseconds] : []),
  ]);
  const next = dates.filter((date) => date > at.epochMilliseconds).sort((a, b) => a - b);
  return next[0];
}

function nextDue(heads: readonly HeadWithSource[]): Due | undefined {
  const due = heads.flatMap(({ head: { file, draft, scheduled, published } }) =>
    scheduled && !draft && published ? [{ file, published }] : [],
  );
  const [first] = due.sort((a, b) => a.published.epochMilliseconds - b.published.epochMilliseconds);
  return first && { file: first.file, date: timestampOf(first.published) };
}

function withheldReason({ draft, scheduled }: Head): string | undefined {
  if (draft) return "is a draft";
  return scheduled ? "is dated in the future" : undefined;
}

function linkMapOf(
  siteDir: string,
  site: Site,
  broken: readonly BrokenFile[],
  heads: readonly HeadWithSource[],
  publicFiles: readonly PublicFile[],
  isShown: (head: HeadWithSource) => boolean,
): LinkMap {
  const shown = heads.filter(isShown).map(({ head }) => [head.file, head.path] as const);
  const withheld = heads
    .filter((head) => !isShown(head))
    .map(({ head }) => [head.file, withheldReason(head) ?? ""] as const);
  const ofPublic = new Map(publicFiles.map(({ path, file }) => [path, file]));
  return {
    ...{ siteDir, siteUrl: site.url, publicFiles: ofPublic },
    broken: new Map(broken.map(({ file, text }) => [file, text])),
    ...{ pathOfFile: new Map(shown), withheld: new Map(withheld) },
    translations: translationsByLanguage(heads.filter(isShown)),
    texts: new Map(heads.map(({ head: { file, title, lang } }) => [file, { title, lang }])),
  };
}
