/** Markdown to a `Body`: parsed once, in one pass over its tokens; the feed's rendering waits until a feed asks for it. */
import type { MarkdownIt } from "markdown-it";
import type { Body } from "../content/body.ts";
import type { Problem } from "../content/problem.ts";
import type { MarkdownContext, Notes, RenderEnv } from "./extension.ts";
import { createRenderer } from "./renderer.ts";
import { flat } from "./tokens.ts";

const forPage = createRenderer("page");
const forFeed = createRenderer("feed");

export function renderMarkdown(source: string, context: MarkdownContext): { body: Body; problems: Problem[] } {
  const { html, notes } = render(forPage, source, context);
  const { problems, ...learnt } = notes;
  return {
    body: { ...learnt, markdown: source, html, feedHtml: () => render(forFeed, source, context).html },
    problems,
  };
}

function render(md: MarkdownIt, source: string, context: MarkdownContext): { html: string; notes: Notes } {
  const notes: Notes = {
    headings: [],
    anchors: [],
    sections: [],
    links: [],
    assets: [],
    pictures: [],
    words: 0,
    problems: [],
  };
  const env: RenderEnv = { context, notes };
  return { html: flat(md.render(source, env)), notes };
}
