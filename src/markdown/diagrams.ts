/** A ```mermaid block is drawn: a figure under its title, with its text to unfold. */
import type { Env, StateCore, Token } from "markdown-it";
import { absoluteUrl } from "../content/address.ts";
import type { Drawing, DrawnPicture } from "../content/drawing.ts";
import { escapeMarkup } from "../content/text/escape.ts";
import { idOf } from "./code.ts";
import { type Extension, envOf, type MarkdownContext, noteProblem, placeAt, speakIn } from "./extension.ts";
import { readFenceInfo } from "./fence.ts";
import { attachId, BETWEEN, labelKey, nameOf, numberKey } from "./references/label.ts";
import { tokenKey } from "./token-key.ts";
import { tokenAt } from "./tokens.ts";

export const diagrams: Extension = {
  parse: (md) => md.core.ruler.before("code", "diagrams", drawAll),
  page: {
    diagram: (tokens, index, _options, env) => {
      const diagram = diagramKey.need(tokens[index]);
      if (!diagram.drawing) return textOnly(diagram, tokenAt(tokens, index).content, ' tabindex="0"');
      return (
        `<figure class="diagram"${idOf({ label: labelKey.get(tokens[index]) })}>\n<div role="img" tabindex="0" aria-label="${spokenOf(diagram, env)}">${diagram.drawing?.svg ?? ""}</div>\n` +
        `<figcaption>${escapeMarkup(captionOf(tokens[index], env))}\n<details>\n<summary>${speakIn(env)("diagramAsText")}</summary>\n` +
        `<pre tabindex="0"><code>${escapeMarkup(tokenAt(tokens, index).content)}</code></pre>\n</details>\n</figcaption>\n</figure>\n`
      );
    },
  },
  // A feed reader has neither the page's colours nor, mostly, SVG.
  feed: {
    diagram: (tokens, index, _options, env) => {
      const diagram = diagramKey.need(tokens[index]);
      const { drawing } = diagram;
      const caption = `<figcaption>${escapeMarkup(captionOf(tokens[index], env))}</figcaption>`;
      const text = `<pre><code>${escapeMarkup(tokenAt(tokens, index).content)}</code></pre>`;
      if (!drawing?.picture) return textOnly(diagram, tokenAt(tokens, index).content);
      return (
        `<figure>\n${imageOf(drawing.picture, spokenOf(diagram, env), envOf(env).context)}\n${caption}\n</figure>\n` +
        `<details>\n<summary>${speakIn(env)("diagramAsText")}</summary>\n${text}\n</details>\n`
      );
    },
  },
  text: { diagram: captionOf },
  code: { diagram: ({ content }) => content },
};

/** Its number, if it has one, and its title. */
function captionOf(token: Token | undefined, env: Env | undefined): string {
  const label = numberKey.get(token);
  const { title } = diagramKey.need(token);
  return label ? [nameOf(label, env), title].filter(Boolean).join(BETWEEN) : title;
}

/** A diagram that can't be drawn. */
function textOnly({ title }: Diagram, content: string, attributes = ""): string {
  const caption = title && `<figcaption>${escapeMarkup(title)}</figcaption>\n`;
  return `<figure>\n<pre${attributes}><code>${escapeMarkup(content)}</code></pre>\n${caption}</figure>\n`;
}

/** What screen readers say: the title, and what the diagram's text says for them. As an attribute's value. */
function spokenOf({ title, drawing }: Diagram, env: Env | undefined): string {
  const speak = speakIn(env);
  const named = title ? speak("diagramOf", { title }) : speak("diagram");
  return named + (drawing?.spoken ? `. ${escapeMarkup(drawing.spoken)}` : "");
}

function imageOf({ path, width, height }: DrawnPicture, alt: string, { siteUrl }: MarkdownContext): string {
  const src = escapeMarkup(absoluteUrl({ url: siteUrl }, path));
  return `<img src="${src}" alt="${alt}" width="${width}" height="${height}" loading="lazy">`;
}

interface Diagram {
  title: string;
  drawing: Drawing | undefined;
}

const diagramKey = tokenKey<Diagram>("diagram");

function drawAll({ tokens, env, md }: StateCore): void {
  const { draw } = envOf(env).context;
  if (!draw) return;
  for (const token of tokens) {
    if (token.type !== "fence" || !/^mermaid(\s|$)/.test(token.info.trim())) continue;
    const { info, problems } = readFenceInfo(md.utils.unescapeAll(token.info));
    for (const { message, hint, written } of problems)
      noteProblem(env, "diagram", token.map?.[0], message, hint, written);
    if (!info.values.title) {
      noteProblem(env, "diagram", token.map?.[0], "a diagram has no title", 'say what it shows: ```mermaid title="…"');
    }
    if (info.label !== undefined) attachId(token, info.label, token.map?.[0], env);
    const drawing = drawOne(token, env, draw);
    if (drawing?.picture) envOf(env).notes.drawings.push(drawing.picture);
    token.type = "diagram";
    diagramKey.set(token, { title: info.values.title ?? "", drawing });
  }
}

function drawOne(token: Token, env: StateCore["env"], draw: DrawFunction): Drawing | undefined {
  const drawn = draw(token.content, placeAt(env, (token.map?.[0] ?? 0) + 1));
  if (drawn.ok) return drawn.value;
  envOf(env).notes.problems.push(
    ...drawn.problems.map((problem) => ({
      ...problem,
      rule: "diagram" as const,
      message: `the diagram: ${problem.message}`,
    })),
  );
  return undefined;
}

type DrawFunction = NonNullable<MarkdownContext["draw"]>;
