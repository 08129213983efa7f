/** Markdown to a `Body`: parsed once, its tokens written twice, for the page and for feed readers. */
import type { Body } from "../content/body.ts";
import type { Problem } from "../content/problem.ts";
import type { MarkdownContext, Notes, RenderEnv } from "./extension.ts";
import { createRenderer } from "./renderer.ts";
import { flat } from "./tokens.ts";

const forPage = createRenderer("page");
const forFeed = createRenderer("feed");

export function renderMarkdown(source: string, context: MarkdownContext): { body: Body; problems: Problem[] } {
  const notes: Notes = {
    ...{ headings: [], anchors: [], sections: [], links: [], assets: [], pictures: [], drawings: [] },
    ...{ words: 0, problems: [] },
  };
  const env: RenderEnv = { context, notes };
  const tokens = forPage.parse(source, env);
  const html = flat(forPage.renderer.render(tokens, forPage.options, env));
  const feedHtml = flat(forFeed.renderer.render(tokens, forFeed.options, env));
  const { problems, ...learnt } = notes;
  return { body: { ...learnt, markdown: source, html, feedHtml }, problems };
}
