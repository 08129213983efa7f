/** Renders Markdown as a post that lies among the Markdown fixtures: they are what it can link to and show. */
import { readdirSync, readFileSync } from "node:fs";
import { formatProblem, type Place } from "../../src/content/problems/problem.ts";
import type { Transcript } from "../../src/content/samples/transcript.ts";
import { type Rendered, renderMarkdown } from "../../src/markdown/render.ts";
import { Cache } from "../../src/pictures/cache.ts";
import { drawDiagram } from "../../src/pictures/diagrams.ts";
import { PICTURE_FILE, readPicture } from "../../src/pictures/read-picture.ts";
import { Typeface } from "../../src/pictures/typeface.ts";
import { resolverFor } from "../../src/reading/link-resolver.ts";
import { readTextFont } from "../../src/theme/assets.ts";

export const FIXTURES = "tests/fixtures/markdown";

const MAP = {
  siteDir: FIXTURES,
  pathOfFile: new Map(readdirSync(FIXTURES).map((file) => [file, pathOf(file)])),
  withheld: new Map([["half-written.md", "is a draft"]]),
  broken: new Set<string>(),
};

const PICTURES = new Map(
  await Promise.all(
    readdirSync(FIXTURES)
      .filter((name) => PICTURE_FILE.test(name))
      .map(async (name) => [name, await readPicture(name, readFileSync(`${FIXTURES}/${name}`))] as const),
  ),
);
const TOOLS = { cache: new Cache(".cache/test-pictures"), typeface: new Typeface(await readTextFont()) };

export interface RenderedPost extends Pick<Rendered, "body" | "fences" | "samples"> {
  /** As a build prints them, in the order of their lines. */
  problems: string[];
}

interface PostOptions {
  file?: string;
  lang?: string;
  firstLine?: number;
  /** Where files beside the post lie. */
  folder?: string;
  transcript?: Transcript | undefined;
}

/** By default an English `post.md` without front matter, so that a problem's line is the Markdown's own. */
export function renderPost(
  source: string,
  { file = "post.md", lang = "en", firstLine = 1, folder = FIXTURES, transcript }: PostOptions = {},
): RenderedPost {
  const path = pathOf(file);
  const context = {
    ...{ file, path, lang, firstLine, siteUrl: "https://example.org/blog/" },
    resolve: resolverFor({ file, path }, { ...MAP, siteDir: folder }),
    picture: (name: string) => PICTURES.get(name),
    draw: (text: string, at: Place) => drawDiagram(text, at, TOOLS),
    readText: (name: string) => readFileSync(`${folder}/${name}`, "utf8"),
    transcript,
    needsTranscript: transcript !== undefined,
  };
  const { problems, ...rendered } = renderMarkdown(source, context);
  const inOrder = problems.toSorted((a, b) => (a.line ?? 0) - (b.line ?? 0));
  return { ...rendered, problems: inOrder.map(formatProblem) };
}

function pathOf(file: string): string {
  return `/posts/${file.replace(/\.md$/, "")}/`;
}
