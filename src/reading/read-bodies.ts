/** Heads to whole posts and projects: their Markdown rendered, their samples and pictures noted. */
import { isUtf8 } from "node:buffer";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { setImmediate as nextTurn } from "node:timers/promises";
import { syntaxProblem } from "../checks/syntax.ts";
import type { Body } from "../content/body.ts";
import type { Picture, PictureFault } from "../content/picture.ts";
import type { Post, PostHead } from "../content/post.ts";
import type { Problem } from "../content/problems/problem.ts";
import type { ProjectHead } from "../content/project.ts";
import type { Site } from "../content/site.ts";
import { renderMarkdown } from "../markdown/render.ts";
import { drawDiagram } from "../pictures/diagrams.ts";
import type { PageSamples } from "../proof/prove-page.ts";
import { type LinkMap, resolverFor } from "./link-resolver.ts";
import type { PictureTools } from "./picture-tools.ts";
import { previewImage } from "./preview-image.ts";
import { readOptionalFile } from "./read-files.ts";
import type { Page } from "./read-heads.ts";
import type { Transcripts } from "./read-transcripts.ts";

/** What is known while a site is read. */
export interface BodyContext {
  site: Site;
  tools: PictureTools;
  pictures: Map<string, Picture | PictureFault>;
  map: LinkMap;
  problems: Problem[];
  transcripts: Transcripts;
  /** False in development, where samples are shown before they are proven. */
  needsTranscripts: boolean;
  /** Of each sample what is wrong with it, if anything is. */
  syntax: Promise<Problem | undefined>[];
  proven: PageSamples[];
}

type Source = { file: string; path: string; lang: string };

/** One after the other, with a moment between them for the compiler that reads samples in a process of its own. */
export async function bodiesInTurn<Head extends PostHead | ProjectHead>(
  pages: Page<Head>[],
  context: BodyContext,
): Promise<{ page: Page<Head>; body: Body }[]> {
  const bodies: { page: Page<Head>; body: Body }[] = [];
  for (const page of pages) {
    bodies.push({ page, body: bodyOf(page, context) });
    await nextTurn();
  }
  return bodies;
}

/** Its preview image is read too, since it lies among the pictures; the body is added to, as a copy would hold its texts at once. */
export async function postOf(page: Page<PostHead>, body: Body, context: BodyContext): Promise<Post> {
  const { imageFile, ...head } = page.head;
  if (!imageFile) return { ...head, body, image: undefined };
  const target = resolverFor(head, context.map)(imageFile.src);
  const preview = await previewImage(target, imageFile.alt, {
    ...context,
    ...context.tools,
    siteDir: context.map.siteDir,
  });
  if (typeof preview === "string") {
    context.problems.push({ ...page.place(["image", "src"]), field: "image.src", message: preview });
    return { ...head, body, image: undefined };
  }
  const { assets, pictures } = preview.needs;
  body.assets.push(...assets);
  body.pictures.push(...pictures);
  return { ...head, body, image: preview.image };
}

function bodyOf({ head, source }: Page<PostHead | ProjectHead>, context: BodyContext): Body {
  return renderBody(source.body, source.bodyLine, head, context);
}

/** A Markdown file without front matter; undefined where there is none. A byte order mark is as if it were not there. */
export async function readFragment(file: string, path: string, context: BodyContext): Promise<Body | undefined> {
  const text = (await readOptionalFile(context.map.siteDir, file, context.problems))?.replace(/^\uFEFF/, "");
  if (text === undefined) return undefined;
  const [matter = ""] = FRONT_MATTER.exec(text) ?? [];
  if (matter) {
    const message = "begins with front matter, which only posts and projects have";
    const hint = "begin with the text: leave out all from the first --- to the second one";
    context.problems.push({ file, line: 1, message, hint });
  }
  // What is behind it is read all the same, so that links to the page are not called dead as well.
  const from = { file, path, lang: context.site.language };
  return renderBody(text.slice(matter.length), matter.split("\n").length, from, context);
}

/** Two lines of --- or +++ with keys between them, or nothing: what Markdown would take for a line and a heading. */
const FRONT_MATTER =
  /^(---|\+\+\+)[ \t]*[a-z]*[ \t]*\r?\n(?:(?:[ \t]*[\w"'-]+ *[:=]|#)[\s\S]*?\r?\n)?\1[ \t]*(?:\r?\n|$)/i;

function renderBody(markdown: string, firstLine: number, from: Source, context: BodyContext): Body {
  const { site, tools, pictures, map, problems, transcripts, needsTranscripts } = context;
  const rendered = renderMarkdown(markdown, {
    ...{ ...from, firstLine, siteUrl: site.url, needsTranscript: needsTranscripts },
    resolve: resolverFor(from, map),
    picture: (file) => pictures.get(file),
    draw: (text) => drawDiagram(text, tools),
    readText: (file) => textOf(readFileSync(join(map.siteDir, file))),
    transcript: transcripts.known.get(from.file),
  });
  problems.push(...rendered.problems);
  context.syntax.push(...rendered.fences.map(syntaxProblem));
  if (rendered.samples.length > 0) context.proven.push({ file: from.file, samples: rendered.samples });
  return rendered.body;
}

/** With the line ends of Markdown, whatever an editor or a checkout made of them; undefined for bytes that are not UTF-8. */
function textOf(bytes: Buffer): string | undefined {
  return isUtf8(bytes) ? bytes.toString("utf8").replace(/\r\n?/g, "\n") : undefined;
}
