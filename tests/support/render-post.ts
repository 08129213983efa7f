/** Renders Markdown as a post that lies among the Markdown fixtures: they are what it can link to and show. */
import { readdirSync, readFileSync } from "node:fs";
import type { Body, RenderedBody, Section } from "../../src/content/body.ts";
import type { DrawingText } from "../../src/content/drawing.ts";
import { EMBEDS_FOLDER, EmbedCards } from "../../src/content/embed.ts";
import { type MarkdownSyntax, USUAL_SYNTAX } from "../../src/content/markdown-syntax.ts";
import { formatProblem, type Problem } from "../../src/content/problems/problem.ts";
import { success } from "../../src/content/problems/result.ts";
import type { Transcript } from "../../src/content/samples/transcript.ts";
import { classFault, type StyleClasses } from "../../src/content/style-classes.ts";
import { type Rendered, renderMarkdown } from "../../src/markdown/render.ts";
import { Cache } from "../../src/pictures/cache.ts";
import { draw } from "../../src/pictures/draw.ts";
import { loadGraphviz } from "../../src/pictures/graphviz/engine.ts";
import { PICTURE_FILE, readPicture } from "../../src/pictures/read-picture.ts";
import { readRecording } from "../../src/pictures/recordings/read-recording.ts";
import { Typeface } from "../../src/pictures/typeface.ts";
import { fileProblems } from "../../src/reading/file-problems.ts";
import { resolverFor } from "../../src/reading/links/link-resolver.ts";
import { withSaid } from "../../src/search/said.ts";
import { readTextFonts } from "../../src/theme/assets.ts";

export const FIXTURES = "tests/fixtures/markdown";

const MAP = {
  siteDir: FIXTURES,
  siteUrl: "https://example.org/blog/",
  publicFiles: new Map<string, string>(),
  pathOfFile: new Map(readdirSync(FIXTURES).map((file) => [file, pathOf(file)])),
  translations: new Map(),
  withheld: new Map([["half-written.md", "is a draft"]]),
  broken: new Map<string, string>(),
};

await loadGraphviz();
const TOOLS = { cache: new Cache(".cache/test-pictures"), typeface: new Typeface(await readTextFonts()) };

const PICTURES = new Map(
  await Promise.all(
    readdirSync(FIXTURES)
      .filter((name) => PICTURE_FILE.test(name))
      .map(async (name) => [name, await readPicture(name, readFileSync(`${FIXTURES}/${name}`), TOOLS.cache)] as const),
  ),
);
/** What was fetched of other sites; their one picture is that of the harbour. */
const EMBEDS = new Map(Object.entries(EmbedCards.parse(JSON.parse(readFileSync(`${FIXTURES}/embeds.json`, "utf8")))));
const STILL = `${EMBEDS_FOLDER}/still.jpg`;
PICTURES.set(STILL, await readPicture(STILL, readFileSync(`${FIXTURES}/harbour.jpg`), TOOLS.cache));
/** A body whose texts are read. */
export interface ReadBody extends Omit<RenderedBody, "markdown" | "html" | "feedHtml" | "sections" | "advice"> {
  markdown: string;
  html: string;
  feedHtml: string;
  sections: (Omit<Section, "text"> & { text: string })[];
}

export interface RenderedPost extends Pick<Rendered, "fences" | "samples"> {
  body: ReadBody;
  /** As a build prints them, in the order of their lines. */
  problems: string[];
  /** The same of what may be wrong. */
  advice: string[];
}

interface PostOptions {
  file?: string;
  lang?: string;
  firstLine?: number;
  /** Where files beside the post lie. */
  folder?: string;
  transcript?: Transcript | undefined;
  syntax?: MarkdownSyntax;
  linkPictures?: boolean;
  /** Those that authors can give; any, without it. */
  classes?: StyleClasses;
}

/** As a build holds it. */
export function bodyOfPost(source: string): Body {
  return withSaid(renderAsPost(source, {}).body, "en");
}

/** By default an English `post.md` without front matter, so that a problem's line is the Markdown's own. */
export function renderPost(source: string, options: PostOptions = {}): RenderedPost {
  return readRendered(renderAsPost(source, options));
}

/** A text from elsewhere: every link and picture is taken to lead out of the site. */
export function renderText(source: string): RenderedPost {
  const context = { file: "post.md", path: "/posts/post/", lang: "en", firstLine: 1, siteUrl: "https://example.org/" };
  return readRendered(renderMarkdown(source, { ...context, resolve: (url) => success({ kind: "external", url }) }));
}

function readRendered({ problems, body, ...rendered }: Rendered): RenderedPost {
  return { ...rendered, body: readBody(body), problems: inOrder(problems), advice: inOrder(body.advice) };
}

function renderAsPost(
  source: string,
  {
    file = "post.md",
    lang = "en",
    firstLine = 1,
    folder = FIXTURES,
    transcript,
    syntax = USUAL_SYNTAX,
    linkPictures = false,
    classes,
  }: PostOptions,
): Rendered {
  const path = pathOf(file);
  const context = {
    ...{ file, path, lang, firstLine, siteUrl: "https://example.org/blog/" },
    resolve: resolverFor({ file, path, lang }, { ...MAP, siteDir: folder }),
    picture: (name: string) => PICTURES.get(name),
    recording: (name: string) => readRecording(folder, name),
    embed: (address: string) => EMBEDS.get(address),
    fileProblems: fileProblems(folder, PICTURES),
    draw: (text: DrawingText) => draw(text, { ...TOOLS, speech: { language: lang, own: {} } }),
    readText: (name: string) => readFileSync(`${folder}/${name}`, "utf8"),
    transcript,
    directives: {},
    classFault: (name: string) => classes && classFault(name, classes),
    syntax,
    linkPictures,
    needsTranscript: transcript !== undefined,
  };
  return renderMarkdown(source, context);
}

function inOrder(problems: Problem[]): string[] {
  return problems.toSorted((a, b) => (a.line ?? 0) - (b.line ?? 0)).map(formatProblem);
}

function readBody({ markdown, html, feedHtml, sections, advice: _, ...body }: RenderedBody): ReadBody {
  const read = sections.map((section) => ({ ...section, text: section.text() }));
  return { ...body, markdown: markdown(), html: html(), feedHtml: feedHtml(), sections: read };
}

function pathOf(file: string): string {
  return `/posts/${file.replace(/\.md$/, "")}/`;
}

/** The text of one of the Markdown fixtures. */
export function fixture(file: string): string {
  return readFileSync(`${FIXTURES}/${file}`, "utf8");
}
