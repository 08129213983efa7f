/** A ```mermaid block is drawn: a figure under its title, with its text to unfold. */
import type { StateCore, Token } from "markdown-it";
import { absoluteUrl } from "../content/address.ts";
import type { Drawing, DrawnPicture } from "../content/drawing.ts";
import { escapeMarkup } from "../content/text/escape.ts";
import { type Extension, envOf, type MarkdownContext, noteProblem } from "./extension.ts";
import { readFenceInfo } from "./fence.ts";

export const diagrams: Extension = {
  parse: (md) => md.core.ruler.before("code", "diagrams", drawAll),
  page: {
    diagram: (tokens, index) => {
      const { title, drawing, number } = diagramOf(tokens[index]);
      const label = escapeMarkup(title);
      return (
        `<figure class="diagram">\n<div role="img" tabindex="0" aria-label="Diagram: ${label}">${drawing?.svg(`diagram-${number}`) ?? ""}</div>\n` +
        `<figcaption>${label}\n<details>\n<summary>The diagram as text</summary>\n` +
        `<pre tabindex="0"><code>${escapeMarkup(tokens[index]?.content ?? "")}</code></pre>\n</details>\n</figcaption>\n</figure>\n`
      );
    },
  },
  // A feed reader has neither the page's colours nor, mostly, SVG.
  feed: {
    diagram: (tokens, index, _options, env) => {
      const { title, drawing } = diagramOf(tokens[index]);
      const caption = `<figcaption>${escapeMarkup(title)}</figcaption>`;
      const text = `<pre><code>${escapeMarkup(tokens[index]?.content ?? "")}</code></pre>`;
      if (!drawing?.picture) return `<figure>\n${text}\n${caption}\n</figure>\n`;
      return (
        `<figure>\n${imageOf(drawing.picture, title, envOf(env).context)}\n${caption}\n</figure>\n` +
        `<details>\n<summary>The diagram as text</summary>\n${text}\n</details>\n`
      );
    },
  },
};

function imageOf({ path, width, height }: DrawnPicture, title: string, { siteUrl }: MarkdownContext): string {
  const src = escapeMarkup(absoluteUrl({ url: siteUrl }, path));
  return `<img src="${src}" alt="Diagram: ${escapeMarkup(title)}" width="${width}" height="${height}" loading="lazy">`;
}

interface Diagram {
  title: string;
  drawing: Drawing | undefined;
  /** Counted from 1 in the page. */
  number: number;
}

function drawAll({ tokens, env, md }: StateCore): void {
  const { draw } = envOf(env).context;
  if (!draw) return;
  let number = 0;
  for (const token of tokens) {
    if (token.type !== "fence" || !/^mermaid(\s|$)/.test(token.info.trim())) continue;
    const { info, problems } = readFenceInfo(md.utils.unescapeAll(token.info));
    for (const { message, hint } of problems) noteProblem(env, token.map?.[0], message, hint);
    if (!info.values.title) {
      noteProblem(env, token.map?.[0], "a diagram has no title", 'say what it shows: ```mermaid title="…"');
    }
    const drawing = drawOne(token, env, draw);
    if (drawing?.picture) envOf(env).notes.drawings.push(drawing.picture);
    number += 1;
    token.type = "diagram";
    token.meta = { diagram: { title: info.values.title ?? "", drawing, number } satisfies Diagram };
  }
}

function drawOne(token: Token, env: StateCore["env"], draw: DrawFunction): Drawing | undefined {
  const { context, notes } = envOf(env);
  const at = { file: context.file, line: context.firstLine + (token.map?.[0] ?? 0) + 1 };
  const drawn = draw(token.content, at);
  if (drawn.ok) return drawn.value;
  notes.problems.push(...drawn.problems.map((problem) => ({ ...problem, message: `the diagram: ${problem.message}` })));
  return undefined;
}

type DrawFunction = NonNullable<MarkdownContext["draw"]>;

function diagramOf(token: Token | undefined): Diagram {
  return (token as Token).meta?.["diagram"] as Diagram;
}
