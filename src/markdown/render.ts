/** Markdown to a `Body`: parsed once, its tokens written twice, for the page and for feed readers. */
import type { Body } from "../content/body.ts";
import type { Problem } from "../content/problem.ts";
import type { MarkdownContext, Notes, RenderEnv } from "./extension.ts";
import { createRenderer } from "./renderer.ts";

const forPage = createRenderer("page");
const forFeed = createRenderer("feed");

export function renderMarkdown(source: string, context: MarkdownContext): { body: Body; problems: Problem[] } {
  const notes: Notes = { headings: [], anchors: [], sections: [], links: [], assets: [], words: 0, problems: [] };
  const env: RenderEnv = { context, notes };
  const tokens = forPage.parse(source, env);
  const [html, feedHtml] = [forPage, forFeed].map((md) => md.renderer.render(tokens, md.options, env)) as [
    string,
    string,
  ];
  const { problems, ...learnt } = notes;
  return { body: { ...learnt, markdown: source, html, feedHtml }, problems };
}
