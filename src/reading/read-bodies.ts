/** Markdown to bodies: rendered, with its samples and pictures noted. */
import { isUtf8 } from "node:buffer";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { syntaxProblem } from "../checks/syntax.ts";
import type { Body } from "../content/body.ts";
import type { EmbedCard } from "../content/embed.ts";
import type { Entry } from "../content/entry.ts";
import type { Term } from "../content/glossary.ts";
import type { Picture } from "../content/picture.ts";
import { didYouMean } from "../content/problems/nearest-name.ts";
import type { ProblemCollector } from "../content/problems/problem-collector.ts";
import type { Result } from "../content/problems/result.ts";
import type { Recording } from "../content/recording.ts";
import type { Site } from "../content/site.ts";
import { spellingOf } from "../content/slugs.ts";
import { classFault } from "../content/style-classes.ts";
import { haveSameWords, speechOf } from "../content/words/words.ts";
import type { MarkdownContext, NamesIn } from "../markdown/extension.ts";
import { notesOf, renderMarkdown } from "../markdown/render.ts";
import { draw, readyToDraw } from "../pictures/draw.ts";
import { readRecording } from "../pictures/recordings/read-recording.ts";
import { withSaid } from "../search/said.ts";
import type { SiteCitations } from "./data/read-citations.ts";
import type { FileProblems } from "./file-problems.ts";
import { chosenCover } from "./heads/chosen-cover.ts";
import { readEpisode } from "./heads/read-episode.ts";
import type { HeadWithSource } from "./heads/read-heads.ts";
import { readPreviewImage } from "./heads/read-preview-image.ts";
import type { MadeBody } from "./kept-bodies.ts";
import { type LinkMap, resolverFor } from "./links/link-resolver.ts";
import { namesOfPage } from "./links/names-of-page.ts";
import { wikiTargetFor } from "./links/wiki-targets.ts";
import { type BodyWorkers, makeOnAllCores } from "./make-bodies.ts";
import type { ReadTools } from "./read-tools.ts";
import type { Transcripts } from "./read-transcripts.ts";

/** What is known of a site before its Markdown is rendered. */
export interface BodyContext {
  readonly site: Site;
  readonly tools: Omit<ReadTools, "frontMatter">;
  readonly pictures: ReadonlyMap<string, Result<Picture>>;
  readonly fileProblems: FileProblems;
  readonly map: LinkMap;
  /** Undefined for a site without references. */
  readonly citations: SiteCitations | undefined;
  readonly glossary: readonly Term[];
  /** The cards of embeds, by address. */
  readonly embeds: ReadonlyMap<string, EmbedCard>;
  readonly transcripts: Transcripts;
  /** The original's file, by that of its translation, which shares its samples. */
  readonly originals: ReadonlyMap<string, string>;
  /** False in development, where samples are shown before they are proven. */
  readonly needsTranscripts: boolean;
}

/** A body with its file's proven samples, pictures and problems. */
export interface ReadBody extends Omit<MadeBody, "problems"> {
  readonly file: string;
}

/** The Markdown of a file, and its place there. */
export interface BodySource {
  readonly markdown: string;
  /** The line of the file where it begins, counted from 1. */
  readonly firstLine: number;
  readonly file: string;
  /** The path of its page. */
  readonly path: string;
  readonly lang: string;
}

/** Takes kept bodies and makes the others, on all cores if there are many. `workers` may have been started before. */
export async function readEntryBodies(
  heads: readonly HeadWithSource[],
  context: BodyContext,
  problems: ProblemCollector,
  workers?: BodyWorkers,
): Promise<{ head: HeadWithSource; read: ReadBody }[]> {
  const sources = heads.map(({ head: { file, path, lang }, source: { body, bodyLine } }) => ({
    ...{ file, path, lang },
    ...{ markdown: body, firstLine: bodyLine },
  }));
  const kept = sources.map((source) => keptBodyOf(source, context));
  const missing = sources.filter((_, at) => !kept[at]);
  await readyToDraw(missing.map(({ markdown }) => markdown));
  const made = await makeOnAllCores(missing, context, workers);
  return sources.map((source, at) => {
    const [head, body = made.get(source) ?? makeBody(source, context)] = [heads[at], kept[at]];
    if (!head) throw new Error(`${source.file} has no head`);
    problems.addAll(body.problems);
    return { head, read: { file: source.file, ...body } };
  });
}

/** A head and its body, with the picture that stands for both. */
export async function entryOf(
  { head, place }: HeadWithSource,
  body: Body,
  context: BodyContext,
  problems: ProblemCollector,
): Promise<Entry> {
  const { imageFile, episodeMatter, coverName, ...others } = head;
  const [{ siteDir }, { lang }] = [context.map, head];
  const resolve = resolverFor(head, context.map);
  const isSerial = context.site.podcast?.type === "serial";
  const episode =
    episodeMatter &&
    problems.take(readEpisode(episodeMatter, { siteDir, pictures: context.pictures, lang, resolve, isSerial, place }));
  const chosen = problems.take(chosenCover(coverName, body.covers, () => place(["coverTimeline"])));
  const cover = context.site.covers ? chosen : undefined;
  const rest = { ...others, episode, cover };
  if (!imageFile) return { ...rest, body, image: undefined };
  const target = resolve(imageFile.src);
  const folder = { siteDir, pictures: context.pictures, cache: context.tools.cache };
  const image = await readPreviewImage(target, imageFile.alt, place(["image", "src"]), folder);
  return { ...rest, body, image: problems.take(image) };
}

/** The kept body, or a new one. */
export function makeBody(source: BodySource, context: BodyContext): MadeBody {
  const { tools } = context;
  const facts = factsOf(source, context);
  return tools.bodies.bodyOf(facts, questionsOf(source, context), (asking) => {
    // Diagrams depend on their text, the site's typeface, and how the page's language writes numbers and dates.
    const speech = { language: source.lang, own: facts.ownWords, locale: facts.locale };
    const drawn: MarkdownContext["draw"] = (text) => draw(text, { ...tools, speech });
    const directives = tools.directives?.known;
    const citationStyle = context.citations?.style;
    const rendered = renderMarkdown(source.markdown, { ...facts, ...asking, draw: drawn, directives, citationStyle });
    const { body, samples, problems, fences } = rendered;
    return {
      body: withSaid(body, source.lang),
      samples,
      problems,
      syntax: Promise.all(fences.map(syntaxProblem)).then(withoutGaps),
    };
  });
}

function termQuestions(glossary: readonly Term[], lang: string) {
  if (glossary.length === 0) return {};
  const ours = glossary.filter((term) => haveSameWords(term.lang, lang));
  return {
    termNames: () => ours.flatMap(({ name, also }) => [name, ...also]),
    term: (written: string) => ours.find(({ name, also }) => name === written || also.includes(written)),
  };
}

function referenceQuestions({ citations }: BodyContext) {
  if (!citations) return {};
  return {
    reference: (key: string) => citations.references.get(key),
    nearestReference: (key: string) => didYouMean(key, citations.references.keys()),
  };
}

/** The names in another text, for references to it. References in that text are not resolved, so this can't go round in circles. */
function namesIn(path: string, context: BodyContext): NamesIn | undefined {
  return namesOfPage(path, context.map, (file, lang, { body, bodyLine }) => {
    const source = { file, path, lang, markdown: body, firstLine: bodyLine };
    const { transcript: _, ...facts } = { ...factsOf(source, context), needsTranscript: false };
    const { namesIn: __, ...questions } = questionsOf(source, context);
    return notesOf(body, { ...facts, ...questions, directives: context.tools.directives?.known });
  });
}

function keptBodyOf(source: BodySource, context: BodyContext): MadeBody | undefined {
  return context.tools.bodies.find(factsOf(source, context), questionsOf(source, context));
}

function factsOf(source: BodySource, context: BodyContext) {
  // In a fixed order, since the key of a kept body is made of their JSON.
  const { file, path, lang, markdown, firstLine } = source;
  const { site, tools, transcripts, originals, needsTranscripts, citations } = context;
  const original = originals.get(source.file);
  const { own, locale } = speechOf(site, source.lang);
  return {
    ...{ file, path, lang, markdown, firstLine },
    ...{ siteUrl: site.url, needsTranscript: needsTranscripts, face: tools.typeface.name, syntax: site.markdown },
    linkPictures: site.linkPictures,
    ...{ previews: site.previews, citations: citations?.style.version },
    ...{ ownWords: own, locale },
    spelling: spellingOf(site, source.lang),
    ...(original !== undefined && { original }),
    transcript: transcripts.known.get(original ?? source.file),
  };
}

/** Reads the recordings of a body, each file once. */
function recordings(siteDir: string): (file: string) => Result<Recording> {
  const known = new Map<string, Result<Recording>>();
  return (file) => {
    const recording = known.get(file) ?? readRecording(siteDir, file);
    known.set(file, recording);
    return recording;
  };
}

function questionsOf({ file, path, lang }: BodySource, context: BodyContext) {
  const { map, pictures, fileProblems, embeds, tools } = context;
  const { known = {}, version } = tools.directives ?? {};
  return {
    resolve: resolverFor({ file, path, lang }, map),
    picture: (file: string) => pictures.get(file),
    recording: recordings(map.siteDir),
    fileProblems,
    // A body that was rendered without knowing the site's directives differs from one of a site that has none.
    directiveVersion: (name: string) => (!tools.directives || Object.hasOwn(known, name) ? (version ?? "") : undefined),
    classFault: (name: string) => tools.classes && classFault(name, tools.classes),
    embed: (address: string) => embeds.get(address),
    ...referenceQuestions(context),
    ...termQuestions(context.glossary, lang),
    wikiTarget: wikiTargetFor({ file, path, lang }, map),
    namesIn: (other: string) => namesIn(other, context),
    readText: (file: string) => textOf(readFileSync(join(map.siteDir, file))),
  };
}

function withoutGaps<Item>(items: readonly (Item | undefined)[]): Item[] {
  return items.filter((item) => item !== undefined);
}

/** A text with `\n` as its line ends; undefined for bytes that are not UTF-8. */
function textOf(bytes: Buffer): string | undefined {
  return isUtf8(bytes) ? bytes.toString("utf8").replace(/\r\n?/g, "\n") : undefined;
}
