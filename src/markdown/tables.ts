/** Tables that scroll by themselves where the screen is narrower; alignment as a class, since a style would need a laxer security policy. */
import type { Env, RendererRule, StateCore, Token } from "markdown-it";
import { directionOf } from "../content/text/direction.ts";
import { givenTo } from "./attribute-list.ts";
import { type Extension, envOf, noteProblem, type RendererRules, speakIn } from "./extension.ts";
import { marksOf } from "./marks.ts";
import { tokenAt } from "./tokens.ts";

export const tables: Extension = {
  parse: (md) => md.core.ruler.push("tables", checkRows),
  page: {
    table_open: (tokens, index, _options, env) =>
      `<div${marksOf(givenTo(tokens[index]), ["table"])} tabindex="0" role="group" aria-label="${speakIn(env)("table")}">\n<table>\n`,
    table_close: () => "</table>\n</div>\n",
    ...cells((alignment) => ` class="${alignment}"`, ' scope="col"'),
  },
  feed: {
    table_open: () => "<table>\n",
    table_close: () => "</table>\n",
    ...cells(() => "", ""),
  },
};

/** CommonMark's tables leave out the cells that are one too many. */
function checkRows({ tokens, src, env }: StateCore): void {
  if (!tokens.some(({ type }) => type === "table_open")) return;
  const lines = src.split("\n");
  let columns = 0;
  for (const { type, map } of tokens) {
    if (type === "table_open") columns = 0;
    if (type === "th_open") columns++;
    if (type !== "tr_open" || !map) continue;
    const cells = cellsIn(lines[map[0]] ?? "");
    const surplus = cells.slice(columns).find((cell) => cell.trim());
    if (columns === 0 || surplus === undefined) continue;
    const message = `a row has ${cells.length} cells, and the table ${columns}`;
    noteProblem(env, "table", map[0], message, "write \\| for a | within a cell, in code too", surplus.trim());
  }
}

/** Cut as markdown-it cuts them: at each bar without a backslash before it. */
function cellsIn(row: string): string[] {
  const cells = row
    .replace(/^[\s>]+/, "")
    .trimEnd()
    .split(/(?<!\\)\|/);
  if (cells[0] === "") cells.shift();
  if (cells.at(-1) === "") cells.pop();
  return cells;
}

function cells(attribute: (alignment: string) => string, scope: string): RendererRules {
  const open: RendererRule = (tokens, index, _, env) => {
    const { tag, attrs } = tokenAt(tokens, index);
    const alignment = attrs?.map(([, value]) => /^text-align:(center|right)$/.exec(String(value))?.[1]).find(Boolean);
    const name = nameOf(tag, tokens[index + 1]);
    const isolated = isForeign(tokens[index + 1], env) ? "<bdi>" : "";
    return `<${name}${name === "th" ? scope : ""}${alignment ? attribute(alignment) : ""}>${isolated}`;
  };
  const close: RendererRule = (tokens, index, _, env) => {
    const inline = tokens[index - 1];
    return `${isForeign(inline, env) ? "</bdi>" : ""}</${nameOf(tokenAt(tokens, index).tag, inline)}>\n`;
  };
  return { th_open: open, td_open: open, th_close: close, td_close: close };
}

/** Latin words and figures alone among columns from right to left: `12 ms` would be shown as `ms 12`. */
function isForeign(inline: Token | undefined, env: Env | undefined): boolean {
  if (directionOf(envOf(env).context.lang) === "ltr") return false;
  const text = inline?.content ?? "";
  return /\p{Script=Latin}/u.test(text) && !/[\u0590-\u08ff]/.test(text);
}

/** A head that says nothing, such as the one above the rows' own names, heads nothing. */
function nameOf(tag: string, inline: Token | undefined): string {
  return inline?.content.trim() ? tag : "td";
}
