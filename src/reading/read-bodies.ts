/** Markdown to bodies: rendered, with its samples and pictures noted. */
import { isUtf8 } from "node:buffer";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { setImmediate as nextTurn } from "node:timers/promises";
import { syntaxProblem } from "../checks/syntax.ts";
import type { Body } from "../content/body.ts";
import type { EmbedCard } from "../content/embed.ts";
import type { Entry } from "../content/entry.ts";
import type { Picture } from "../content/picture.ts";
import type { ProblemCollector } from "../content/problems/problem-collector.ts";
import type { Result } from "../content/problems/result.ts";
import type { Site } from "../content/site.ts";
import type { MarkdownContext } from "../markdown/extension.ts";
import { renderMarkdown } from "../markdown/render.ts";
import { drawDiagram } from "../pictures/diagrams.ts";
import type { FileProblems } from "./file-problems.ts";
import type { MadeBody } from "./kept-bodies.ts";
import { type LinkMap, resolverFor } from "./link-resolver.ts";
import type { HeadWithSource } from "./read-heads.ts";
import { readPreviewImage } from "./read-preview-image.ts";
import type { ReadTools } from "./read-tools.ts";
import type { Transcripts } from "./read-transcripts.ts";

/** What is known of a site when its Markdown is read. */
export interface BodyContext {
  readonly site: Site;
  readonly tools: ReadTools;
  readonly pictures: ReadonlyMap<string, Result<Picture>>;
  readonly fileProblems: FileProblems;
  readonly map: LinkMap;
  /** What was fetched of other sites, by address. */
  readonly embeds: ReadonlyMap<string, EmbedCard>;
  readonly transcripts: Transcripts;
  /** False in development, where samples are shown before they are proven. */
  readonly needsTranscripts: boolean;
}

/** A body, and what else is known of its file. */
export interface ReadBody extends Omit<MadeBody, "problems"> {
  readonly file: string;
}

interface Source {
  file: string;
  path: string;
  lang: string;
}

/** One after the other, with a moment between them for the compilers. */
export async function readEntryBodies(
  heads: readonly HeadWithSource[],
  context: BodyContext,
  problems: ProblemCollector,
): Promise<{ head: HeadWithSource; read: ReadBody }[]> {
  const bodies: { head: HeadWithSource; read: ReadBody }[] = [];
  for (const head of heads) {
    bodies.push({ head, read: readBody(head.source.body, head.source.bodyLine, head.head, context, problems) });
    await nextTurn();
  }
  return bodies;
}

/** A head and its body, with the picture that stands for both. */
export async function entryOf(
  { head, place }: HeadWithSource,
  body: Body,
  context: BodyContext,
  problems: ProblemCollector,
): Promise<Entry> {
  const { imageFile, ...rest } = head;
  if (!imageFile) return { ...rest, body, image: undefined };
  const target = resolverFor(head, context.map)(imageFile.src);
  const folder = { siteDir: context.map.siteDir, pictures: context.pictures, cache: context.tools.cache };
  const image = await readPreviewImage(target, imageFile.alt, place(["image", "src"]), folder);
  return { ...rest, body, image: problems.take(image) };
}

function readBody(
  markdown: string,
  firstLine: number,
  { file, path, lang }: Source,
  { site, tools, pictures, fileProblems, map, embeds, transcripts, needsTranscripts }: BodyContext,
  problems: ProblemCollector,
): ReadBody {
  const facts = {
    ...{ file, path, lang, firstLine, siteUrl: site.url, needsTranscript: needsTranscripts },
    transcript: transcripts.known.get(file),
  };
  const questions = {
    resolve: resolverFor({ file, path }, map),
    picture: (file: string) => pictures.get(file),
    fileProblems,
    embed: (address: string) => embeds.get(address),
    readText: (file: string) => textOf(readFileSync(join(map.siteDir, file))),
  };
  // A diagram is drawn from its text alone, in the site's face.
  const face = tools.typeface.name;
  const made = tools.bodies.bodyOf({ ...facts, markdown, face }, questions, (asking) => {
    const draw: MarkdownContext["draw"] = (text, start) => drawDiagram(text, start, tools);
    const { body, samples, problems, fences } = renderMarkdown(markdown, { ...facts, ...asking, draw });
    return { body, samples, problems, syntax: Promise.all(fences.map(syntaxProblem)).then(withoutGaps) };
  });
  problems.addAll(made.problems);
  return { file, ...made };
}

function withoutGaps<Item>(items: readonly (Item | undefined)[]): Item[] {
  return items.filter((item) => item !== undefined);
}

/** With the line ends of Markdown, whatever an editor or a checkout made of them; undefined for bytes that are not UTF-8. */
function textOf(bytes: Buffer): string | undefined {
  return isUtf8(bytes) ? bytes.toString("utf8").replace(/\r\n?/g, "\n") : undefined;
}
