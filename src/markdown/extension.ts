/** The shape that every Markdown extension has, and what it may read and note while a page is rendered. */
import type { Env, MarkdownIt, Renderer } from "markdown-it";
import type { Body } from "../content/body.ts";
import type { Drawing } from "../content/drawing.ts";
import type { Picture } from "../content/picture.ts";
import type { Place, Problem } from "../content/problems/problem.ts";
import type { Result } from "../content/problems/result.ts";
import type { Fence } from "../content/samples/fence.ts";
import type { DigestedSample } from "../content/samples/sample.ts";
import type { Transcript } from "../content/samples/transcript.ts";
import type { WholeBlock } from "./samples/whole-code.ts";

/** How tokens become HTML, by token type. */
export type RendererRules = Renderer["rules"];

export interface Extension {
  /** Adds rules that read Markdown or rearrange its tokens. */
  parse?: (md: MarkdownIt) => void;
  /** How its tokens look on a page of the site. */
  page?: RendererRules;
  /** How its tokens look in a feed, where that differs. */
  feed?: RendererRules;
}

/** Attributes that a feed leaves out: its readers have styles of their own. */
export const ONLY_ON_PAGE: ReadonlySet<string> = new Set(["class", "id"]);

/** Where a target that an author wrote leads to. */
export type Target =
  | { kind: "page"; path: string; query?: string; anchor: string | undefined }
  | { kind: "asset"; file: string; path: string }
  | { kind: "external"; url: string };

/** What a page's Markdown is rendered for. */
export interface MarkdownContext {
  /** The content file, for problems. */
  file: string;
  /** The file's line on which the Markdown begins, counted from 1. */
  firstLine: number;
  /** The page's site-relative path. */
  path: string;
  /** The site's URL, with `/` at its end. */
  siteUrl: string;
  /** BCP 47; decides the shape of quotation marks. */
  lang: string;
  /** Finds what a link or an image names; a problem says why there is nothing, and has no line yet. */
  resolve: (target: string) => Result<Target>;
  /** The picture that a file is, or why it can't be shown; undefined for a file that is none, which is shown as it is. */
  picture?: (file: string) => Result<Picture> | undefined;
  /** Draws a diagram's text, which begins at `at`; without it, diagrams are shown as their text. */
  draw?: (text: string, at: Place) => Result<Drawing>;
  /** The text of a file beside the page; undefined for one that can't be read. */
  readText?: (file: string) => string | undefined;
  /** What came out when the page's samples were last run. */
  transcript?: Transcript | undefined;
  /** True where a sample that the transcript does not have is a problem. */
  needsTranscript?: boolean;
}

/** What is learnt from the tokens on the way. */
export interface Notes extends Omit<Body, "markdown" | "html" | "feedHtml"> {
  problems: Problem[];
  fences: Fence[];
  samples: DigestedSample[];
  /** Blocks of code, in their order. */
  blocks: WholeBlock[];
}

export interface RenderEnv extends Env {
  context: MarkdownContext;
  notes: Notes;
}

/** The environment that `renderMarkdown` passes; markdown-it knows it as a record of anything. */
export function envOf(env: Env | undefined): RenderEnv {
  return env as RenderEnv;
}

/** Notes a problem of the current page; `line` counts from 0 in its Markdown, as `token.map` does; see `Problem.written`. */
export function noteProblem(
  env: Env,
  line: number | undefined,
  message: string,
  hint?: string,
  written?: string,
): void {
  const { context, notes } = envOf(env);
  const place = { file: context.file, line: context.firstLine + (line ?? 0) };
  notes.problems.push({ ...place, message, hint, written });
}
