/** Markdown to a body: parsed once, its tokens written twice, for the page and for feed readers. */
import type { MarkdownIt } from "markdown-it";
import type { RenderedBody } from "../content/body.ts";
import { type MarkdownSyntax, USUAL_SYNTAX } from "../content/markdown-syntax.ts";
import { shownTranscript } from "../content/samples/transcript.ts";
import { authoredText } from "../content/text/control-characters.ts";
import type { MarkdownContext, Notes, RenderEnv } from "./extension.ts";
import { withBlankComments, withoutBlanks } from "./private-comments.ts";
import { withRewritten } from "./references/rewritten.ts";
import { withWorks } from "./references/works-in-markdown.ts";
import { createRenderer, wordRules } from "./renderer.ts";
import { withWholeCode } from "./samples/whole-code.ts";

/** By the syntax that a site's settings turn on. */
const renderers = new Map<string, Renderers>();

interface Renderers {
  forPage: MarkdownIt;
  forFeed: MarkdownIt;
}

function renderersFor(syntax: MarkdownSyntax): Renderers {
  const key = JSON.stringify(syntax);
  const known = renderers.get(key);
  if (known) return known;
  const made = { forPage: createRenderer("page", syntax), forFeed: createRenderer("feed", syntax) };
  renderers.set(key, made);
  return made;
}

/** A body, and what else was learnt that no page needs. */
export interface Rendered extends Pick<Notes, "problems" | "fences" | "samples"> {
  body: RenderedBody;
}

export function renderMarkdown(text: string, context: MarkdownContext): Rendered {
  const { forPage, forFeed } = renderersFor(context.syntax ?? USUAL_SYNTAX);
  const { source, tokens, env } = parse(text, context, forPage);
  const html = forPage.renderer.render(tokens, forPage.options, env);
  const feedHtml = forFeed.renderer.render(tokens, forFeed.options, env);
  const {
    problems,
    commentLines,
    fences,
    samples,
    proven: ___,
    blocks,
    labels: _,
    abbreviations: __,
    rewritten,
    meanings,
    terms,
    works,
    ...learnt
  } = env.notes;
  const written = withBlankComments(withRewritten(source, rewritten), tokens, commentLines);
  const markdown = withWorks(withoutBlanks(withWholeCode(written, blocks)), { meanings, terms, works }, env);
  // They are moved elsewhere to be held for long; see `KeptBodies`.
  const texts = { markdown: () => markdown, html: () => html, feedHtml: () => feedHtml };
  return { body: { ...learnt, ...texts }, problems, fences, samples };
}

/** All that is noted of a text while it is parsed, for who does not need its HTML. */
export function notesOf(text: string, context: MarkdownContext): Notes {
  return parse(text, context, renderersFor(context.syntax ?? USUAL_SYNTAX).forPage).env.notes;
}

/** A text's outermost blocks as HTML, by the line on which each begins, counted from 0 in the text. */
export function blocksOf(text: string, context: MarkdownContext): Map<number, string> {
  const { forPage } = renderersFor(context.syntax ?? USUAL_SYNTAX);
  const { tokens, env } = parse(text, context, forPage);
  const blocks = new Map<number, string>();
  let first = 0;
  tokens.forEach((token, index) => {
    if (token.level !== 0 || token.nesting > 0) return;
    const html = forPage.renderer.render(tokens.slice(first, index + 1), forPage.options, env);
    const line = tokens[first]?.map?.[0] ?? 0;
    blocks.set(line, (blocks.get(line) ?? "") + html);
    first = index + 1;
  });
  return blocks;
}

function parse(text: string, { transcript, ...rest }: MarkdownContext, md: MarkdownIt) {
  const source = authoredText(text);
  const context = { ...rest, transcript: transcript && shownTranscript(transcript) };
  const notes: Notes = {
    ...{
      headings: [],
      anchors: [],
      givenIds: [],
      sections: [],
      links: [],
      externalLinks: [],
      embeds: [],
      assets: [],
      sources: [],
      pictures: [],
      drawings: [],
      covers: [],
    },
    ...{
      words: 0,
      characters: 0,
      codeWords: 0,
      advice: [],
      problems: [],
      commentLines: [],
      fences: [],
      samples: [],
      proven: [],
      blocks: [],
    },
    ...{ labels: [], rewritten: [], abbreviations: [], works: [], meanings: [], terms: [] },
  };
  const env: RenderEnv = { context, notes, words: wordRules };
  return { source, env, tokens: md.parse(source, env) };
}
