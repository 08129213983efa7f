/** A ```mermaid, ```dot or ```plot block is drawn: a figure under its title, with its text or its numbers to unfold. */
import type { Env, StateCore, Token } from "markdown-it";
import { absoluteUrl } from "../content/address.ts";
import type { Drawing, DrawingKind, DrawingText, DrawnPicture } from "../content/drawing.ts";
import { outcomeText } from "../content/samples/outcome-text.ts";
import { escapeMarkup } from "../content/text/escape.ts";
import { speakerOf } from "../content/words/words.ts";
import { classesOf, hasAttributes } from "./attribute-list.ts";
import { drawingTableHtml } from "./drawing-table.ts";
import { type Extension, envOf, type MarkdownContext, noteProblem, placeAt, speakIn, speechIn } from "./extension.ts";
import { readFenceInfo } from "./fence.ts";
import { giveFence } from "./fence-attributes.ts";
import { marksOfCode } from "./listing-title.ts";
import type { Medium } from "./medium.ts";
import { BETWEEN, labelKey, nameOf, numberKey } from "./references/label.ts";
import { unprovenHtml } from "./samples/outcomes.ts";
import { tableOfSamples } from "./samples/sample-table.ts";
import { readBeside } from "./samples/sources.ts";
import { wholeBlockOf } from "./samples/whole-code.ts";
import { tokenKey } from "./token-key.ts";
import { tokenAt } from "./tokens.ts";

/** By the language of their blocks. */
const KINDS = new Map<string, DrawingKind>([
  ["mermaid", "mermaid"],
  ["plot", "plot"],
  // A graph whose text is to be read is a block of the language gv.
  ["dot", "dot"],
  ["graphviz", "dot"],
]);

export const diagrams: Extension = {
  parse: (md) => {
    md.core.ruler.before("code", "diagrams", drawAll);
    md.core.ruler.after("samples", "sampled-plots", drawSampled);
  },
  page: {
    diagram: (tokens, index, _options, env) => {
      const diagram = diagramKey.need(tokens[index]);
      const { drawing } = diagram;
      const { content } = tokenAt(tokens, index);
      if (diagram.isUnproven) return unproven(diagram, "page", env);
      if (!drawing) return textOnly(diagram, content, ' tabindex="0"');
      const speak = speakIn(env);
      const details = drawing.table
        ? `<summary>${speak("plotNumbers")}</summary>\n<div class="table" tabindex="0" role="group" aria-label="${speak("table")}">\n` +
          `${drawingTableHtml(drawing.table, ' scope="col"', ' class="right"')}</div>\n`
        : `<summary>${speak("diagramAsText")}</summary>\n<pre tabindex="0"><code>${escapeMarkup(content)}</code></pre>\n`;
      return (
        `<figure${marksOfCode({ label: labelKey.get(tokens[index]), classes: classesOf(tokens[index]) }, ["diagram"])}>\n<div role="img" tabindex="0" aria-label="${spokenOf(diagram, env)}">${drawing.svg}</div>\n` +
        `<figcaption>${escapeMarkup(captionOf(tokens[index], env))}\n<details>\n${details}</details>\n</figcaption>\n</figure>\n`
      );
    },
  },
  // A feed reader has neither the page's colours nor, mostly, SVG.
  feed: {
    diagram: (tokens, index, _options, env) => {
      const diagram = diagramKey.need(tokens[index]);
      const { drawing } = diagram;
      const title = captionOf(tokens[index], env);
      const { content } = tokenAt(tokens, index);
      const caption = title && `<figcaption>${escapeMarkup(title)}</figcaption>\n`;
      const table = drawing?.table && drawingTableHtml(drawing.table, "", "");
      if (diagram.isUnproven) return unproven(diagram, "feed", env);
      if (!drawing?.picture) return table ? `<figure>\n${table}${caption}</figure>\n` : textOnly(diagram, content);
      const name = speakIn(env)(table ? "plotNumbers" : "diagramAsText");
      const text = table ?? `<pre><code>${escapeMarkup(content)}</code></pre>\n`;
      return (
        `<figure>\n${imageOf(drawing.picture, spokenOf(diagram, env), envOf(env).context)}\n${caption}</figure>\n` +
        `<details>\n<summary>${name}</summary>\n${text}</details>\n`
      );
    },
  },
  text: { diagram: captionOf },
  code: { diagram: codeOf },
};

/** Its number, if it has one, and its title. */
function captionOf(token: Token | undefined, env: Env | undefined): string {
  const label = numberKey.get(token);
  const { title } = diagramKey.need(token);
  return label ? [nameOf(label, env), title].filter(Boolean).join(BETWEEN) : title;
}

/** Its text, with the numbers of a chart that a file or samples have. */
function codeOf(token: Token): string {
  const { drawing, isElsewhere } = diagramKey.need(token);
  const rows = isElsewhere ? (drawing?.table?.rows ?? []) : [];
  return token.content + rows.map((row) => `${row.join(" ")}\n`).join("");
}

/** A diagram that can't be drawn. */
function textOnly({ title }: Diagram, content: string, attributes = ""): string {
  const caption = title && `<figcaption>${escapeMarkup(title)}</figcaption>\n`;
  return `<figure>\n<pre${attributes}><code>${escapeMarkup(content)}</code></pre>\n${caption}</figure>\n`;
}

/** A chart whose samples still have to be proven. */
function unproven({ title }: Diagram, medium: Medium, env: Env | undefined): string {
  const caption = title && `<figcaption>${escapeMarkup(title)}</figcaption>\n`;
  return `<figure>\n${unprovenHtml(medium, speechIn(env))}${caption}</figure>\n`;
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
  /** True for a chart whose numbers are not in its text. */
  isElsewhere: boolean;
  /** True where its samples still have to be proven. */
  isUnproven?: boolean;
}

const diagramKey = tokenKey<Diagram>("diagram");
/** A chart of samples, by the names that it gives them. */
type Sampled = DrawingText & { names: string };

const sampledKey = tokenKey<Sampled>("sampled");

function drawAll({ tokens, env, md }: StateCore): void {
  const { draw } = envOf(env).context;
  if (!draw) return;
  for (const token of tokens) {
    const kind = token.type === "fence" ? KINDS.get(/^\S*/.exec(token.info.trim())?.[0] ?? "") : undefined;
    if (!kind) continue;
    const { info, problems } = readFenceInfo(md.utils.unescapeAll(token.info), hasAttributes(env));
    for (const { message, hint, written } of problems)
      noteProblem(env, "diagram", token.map?.[0], message, hint, written);
    if (!info.values.title) {
      noteProblem(
        env,
        "diagram",
        token.map?.[0],
        "a diagram has no title",
        `say what it shows: \`\`\`${kind} title="…"`,
      );
    }
    giveFence(token, info, env);
    const text = { kind, text: token.content, start: placeAt(env, (token.map?.[0] ?? 0) + 1) };
    const { title = "", file, sample } = info.values;
    const isSampled = kind === "plot" && sample !== undefined;
    if (isSampled && file !== undefined)
      noteProblem(
        env,
        "diagram",
        token.map?.[0],
        "a chart has its numbers from a file or from samples",
        "leave one out",
      );
    token.type = "diagram";
    const diagram: Diagram = { title, drawing: undefined, isElsewhere: isSampled || file !== undefined };
    diagramKey.set(token, diagram);
    if (isSampled) {
      sampledKey.set(token, { ...text, names: sample });
      continue;
    }
    const table = tableOf(kind, file, token, env);
    if (table !== "missing") drawInto(diagram, { ...text, ...(table && { table }) }, env, draw);
  }
}

/** Charts of what samples gave, which is known once these were found; then the page's Markdown gets numbers that it lacks. */
function drawSampled({ tokens, env }: StateCore): void {
  const { draw } = envOf(env).context;
  if (!draw) return;
  for (const token of tokens) {
    const sampled = sampledKey.get(token);
    if (sampled) drawOfSamples(token, sampled, env, draw);
    if (diagramKey.get(token)?.isElsewhere) noteNumbers(token, env);
  }
}

function drawOfSamples(token: Token, { names, ...text }: Sampled, env: StateCore["env"], draw: DrawFunction): void {
  const diagram = diagramKey.need(token);
  const problem = (message: string, hint?: string) => noteProblem(env, "diagram", token.map?.[0], message, hint, names);
  const given = tableOfSamples(names, envOf(env).notes.proven, problem);
  if (given === "unproven") diagram.isUnproven = true;
  else if (given) drawInto(diagram, { ...text, given }, env, draw);
}

function noteNumbers(token: Token, env: StateCore["env"]): void {
  const { columns = [], rows = [], isNumber = [] } = diagramKey.need(token).drawing?.table ?? {};
  if (rows.length === 0) return;
  const results = [{ columns: columns.map((name, at) => ({ name, numeric: isNumber[at] ?? false })), rows }];
  const outcome = outcomeText({ results }, speakerOf(speechIn(env)));
  const { info } = readFenceInfo(token.info);
  envOf(env).notes.blocks.push({ ...wholeBlockOf(token, info), parts: [{ code: token.content, outcome }] });
}

function drawInto(diagram: Diagram, text: DrawingText, env: StateCore["env"], draw: DrawFunction): void {
  diagram.drawing = drawOne(text, env, draw);
  if (diagram.drawing?.picture) envOf(env).notes.drawings.push(diagram.drawing.picture);
}

/** The file with a chart's numbers; `missing` where it can't be read, and undefined where none is named. */
function tableOf(
  kind: DrawingKind,
  name: string | undefined,
  token: Token,
  env: StateCore["env"],
): DrawingText["table"] | "missing" {
  if (name === undefined) return undefined;
  const problem = (message: string, hint?: string) => noteProblem(env, "diagram", token.map?.[0], message, hint, name);
  if (kind === "plot") return readBeside(name, envOf(env), problem) ?? "missing";
  problem("a diagram has no file", "write its text in the block");
  return undefined;
}

function drawOne(text: DrawingText, env: StateCore["env"], draw: DrawFunction): Drawing | undefined {
  const drawn = draw(text);
  if (drawn.ok) return drawn.value;
  const name = text.kind === "plot" ? "the chart" : "the diagram";
  envOf(env).notes.problems.push(
    ...drawn.problems.map((problem) => ({
      ...problem,
      rule: "diagram" as const,
      message: `${name}: ${problem.message}`,
    })),
  );
  return undefined;
}

type DrawFunction = NonNullable<MarkdownContext["draw"]>;
