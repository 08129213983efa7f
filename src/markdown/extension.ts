/** The shape that every Markdown extension has, and what it may read and note while a page is rendered. */
import type { Env, MarkdownIt, Renderer, Token } from "markdown-it";
import type { Heading, RenderedBody } from "../content/body.ts";
import type { CitationStyle, Reference } from "../content/citation.ts";
import type { Directives } from "../content/directive.ts";
import type { Drawing, DrawingText } from "../content/drawing.ts";
import type { EmbedCard } from "../content/embed.ts";
import type { Term } from "../content/glossary.ts";
import type { MarkdownSyntax } from "../content/markdown-syntax.ts";
import type { Picture } from "../content/picture.ts";
import type { Problem, Reason } from "../content/problems/problem.ts";
import type { Fix } from "../content/problems/range.ts";
import type { Result } from "../content/problems/result.ts";
import type { Rule } from "../content/problems/rule.ts";
import type { Recording } from "../content/recording.ts";
import type { Fence } from "../content/samples/fence.ts";
import type { DigestedSample } from "../content/samples/sample.ts";
import type { ProvenSample, Transcript } from "../content/samples/transcript.ts";
import { escapeMarkup } from "../content/text/escape.ts";
import type { Spelling } from "../content/text/latin-letters.ts";
import type { WordKey } from "../content/words/plurals.ts";
import { type OwnWords, type Speech, speakerOf, type ValuesOf } from "../content/words/words.ts";
import type { Label } from "./references/label.ts";
import type { Rewritten } from "./references/rewritten.ts";
import type { WholeBlock } from "./samples/whole-code.ts";
import type { WordRules } from "./words-of-tokens.ts";

/** How tokens become HTML, by token type. */
export type RendererRules = Renderer["rules"];

/** What a token says in plain words, without markup. */
export type TextRule = (token: Token, env: RenderEnv) => string;

/** By token type. */
export type TextRules = Record<string, TextRule>;

export interface Extension {
  /** Adds rules that read Markdown or rearrange its tokens. */
  parse?: (md: MarkdownIt) => void;
  /** How its tokens look on a page of the site. */
  page?: RendererRules;
  /** How its tokens look in a feed, where that differs. */
  feed?: RendererRules;
  /**
   * How its tokens read as plain words: in headings, ids, alternative texts, search and word counts. Each token type that a
   * page can have needs a rule here or in `code`; `SILENT` for one that says nothing.
   */
  text?: TextRules;
  /** The code in its blocks: searched like text, and no part of the words that reading time is made from. */
  code?: TextRules;
}

/** Attributes that a feed leaves out: its readers have styles of their own. */
export const ONLY_ON_PAGE: ReadonlySet<string> = new Set(["class", "id"]);

/** Where a target as written leads. */
export type Target =
  | {
      kind: "page";
      path: string;
      query?: string;
      anchor: string | undefined;
      /** True where it is not the text that was named, but its translation. */
      isTranslation?: true;
    }
  | { kind: "asset"; file: string; path: string }
  | { kind: "external"; url: string };

/** The target of `[[name]]`. */
export interface WikiTarget {
  /** A content file as the text would link to it. */
  target: string;
  /** Site-relative. */
  path: string;
  /** Of the text as it is linked to, in the language of the one that links to it. */
  title: string;
  /** Of the text that was named, to whose headings links lead. */
  named: string;
  /** True for a name that is the title, in whatever case. */
  isTitle: boolean;
}

/** What references to a text can say in the place of words of their own. */
export interface NamesIn {
  title: string;
  headings: readonly Pick<Heading, "id" | "text">[];
  labels: readonly Label[];
}

/** A page shows a file as a picture, or links to it or plays it. */
export type FileUse = "picture" | "file";

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
  /** BCP 47; decides the shape of quotation marks, and the words of the interface. */
  lang: string;
  /** The site's own wording of those. */
  ownWords?: OwnWords;
  /** The language with the site's calendar and digits, where these are not the usual ones. */
  locale?: string | undefined;
  /** How headings' ids are spelt in Latin letters; in the text's own, without this. */
  spelling?: Spelling | undefined;
  /** Which further syntax the text may have; the usual one by default. */
  syntax?: MarkdownSyntax;
  /** Finds what a link or an image names, or why that leads nowhere. */
  resolve: (target: string) => Result<Target>;
  /** A file as a picture, or why it can't be shown; undefined for a file that is shown as it is. */
  picture?: (file: string) => Result<Picture> | undefined;
  /** True where a picture that is larger than it is shown is a link to its file. */
  linkPictures?: boolean;
  /** A file as a film or a sound, or why not every browser plays it; undefined if it was not examined. */
  recording?: (file: string) => Result<Recording> | undefined;
  /** The reasons why a file can't be published, or shown as a picture; without this, every file can. */
  fileProblems?: (file: string, use: FileUse) => readonly Problem[];
  /** Finds the text that a wiki's link names, by its slug or its title: a target for `resolve`, and the title. */
  wikiTarget?: (name: string) => Result<WikiTarget>;
  /** Whether links to pages of this site have previews. */
  previews?: boolean;
  /** All names of the site's terms, in the text's language; without this, there are none. */
  termNames?: () => readonly string[];
  /** The term with a name. */
  term?: (name: string) => Term | undefined;
  /** A work of the site's references, by its key; without this, a text has no citations. */
  reference?: (key: string) => Reference | undefined;
  /** The key that was meant by one that is not there: a hint. */
  nearestReference?: (key: string) => string | undefined;
  /** How works are cited. */
  citationStyle?: CitationStyle | undefined;
  /** What a page of this site has that a reference can name, by its path; undefined for what is no text. */
  namesIn?: (path: string) => NamesIn | undefined;
  /** What is known of a film or a post elsewhere, by its address; undefined for what was never fetched. */
  embed?: (address: string) => EmbedCard | undefined;
  /** The site's own directives; without this, a name that is not known may be one of them. */
  directives?: Directives | undefined;
  /** Of a directive of the site's own, the version; undefined for any other name. */
  directiveVersion?: (name: string) => string | undefined;
  /** Draws a diagram or a chart; without it, they are shown as their text. */
  draw?: (text: DrawingText) => Result<Drawing>;
  /** What is wrong with a class that its author gave a block; without this, any is right. */
  classFault?: (name: string) => Reason | undefined;
  /** The text of a file beside the page; undefined for one that can't be read. */
  readText?: (file: string) => string | undefined;
  /** The file that this one translates: its samples are that one's. */
  original?: string;
  /** What came out when the page's samples were last run. */
  transcript?: Transcript | undefined;
  /** True where a sample that the transcript does not have is a problem. */
  needsTranscript?: boolean;
}

/** What is learnt from the tokens on the way. */
export interface Notes extends Omit<RenderedBody, "markdown" | "html" | "feedHtml"> {
  problems: Problem[];
  /** Lines of comments that are no HTML: the first one, and the one behind the last, counted from 0 in the Markdown. */
  commentLines: [first: number, end: number][];
  fences: Fence[];
  samples: DigestedSample[];
  /** For each sample its possible names and its outcome; undefined for one that is not proven yet. */
  proven: { names: string[]; known: ProvenSample | undefined }[];
  /** Blocks of code, in their order. */
  blocks: WholeBlock[];
  /** What is numbered, in the order of the text. */
  labels: Label[];
  /** What the page's Markdown says in other words: see `references/rewritten.ts`. */
  rewritten: Rewritten[];
  /** Those that the text defines, with their lines. */
  abbreviations: { name: string; means: string; line: number }[];
  /** Terms of the site that the text uses, with their meanings, as Markdown. */
  meanings: string[];
  /** All terms of the site, where the text lists them, likewise. */
  terms: string[];
  /** What the text cites, as Markdown. */
  works: string[];
}

export interface RenderEnv extends Env {
  context: MarkdownContext;
  notes: Notes;
  words: WordRules;
}

/** The environment that `renderMarkdown` passes; markdown-it knows it as a record of anything. */
export function envOf(env: Env | undefined): RenderEnv {
  // `renderMarkdown` alone calls markdown-it, and passes a RenderEnv.
  return env as RenderEnv;
}

/** The words of the interface in the language of the text. */
export function speechIn(env: Env | undefined): Speech {
  const { lang, ownWords = {}, locale } = envOf(env).context;
  return { language: lang, own: ownWords, locale };
}

/** Says phrases as HTML, or as values of attributes. */
type SpeakMarkup = <Key extends WordKey>(key: Key, ...values: ValuesOf<Key>) => string;

export function speakIn(env: Env | undefined): SpeakMarkup {
  return inMarkup(speechIn(env));
}

export function inMarkup(speech: Speech): SpeakMarkup {
  const speak = speakerOf(speech);
  return (key, ...values) => escapeMarkup(speak(key, ...values));
}

/** Notes a problem of the current page. `line` counts from 0 in its Markdown, as `token.map` does; for the rest, see `Problem`. */
export function noteProblem(
  env: Env,
  rule: Rule,
  line: number | undefined,
  message: string,
  hint?: string,
  written?: string,
  fix?: Fix,
): void {
  envOf(env).notes.problems.push({ ...problemAt(env, line, message, hint, written), rule, ...(fix && { fix }) });
}

/** Notes a warning in the same way. */
export function noteAdvice(
  env: Env,
  rule: Rule,
  line: number | undefined,
  message: string,
  hint?: string,
  written?: string,
  fix?: Fix,
): void {
  envOf(env).notes.advice.push({ ...problemAt(env, line, message, hint, written), rule, ...(fix && { fix }) });
}

function problemAt(env: Env, line: number | undefined, message: string, hint?: string, written?: string): Problem {
  return { ...placeAt(env, line), message, hint, written };
}

/** A line of the current page's Markdown, counted from 0, as a place in its file. */
export function placeAt(env: Env, line: number | undefined): { file: string; line: number } {
  const { file, firstLine } = envOf(env).context;
  return { file, line: firstLine + (line ?? 0) };
}
