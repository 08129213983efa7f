/** `[toc]` in a paragraph of its own: the headings of the text, as links. In feeds, whose headings have no ids, it is left out. */
import type { StateCore } from "markdown-it";
import type { Heading } from "../content/body.ts";
import { escapeMarkup } from "../content/text/escape.ts";
import { type Extension, envOf, speakIn } from "./extension.ts";
import { replaceParagraphs } from "./tokens.ts";
import { SILENT } from "./words-of-tokens.ts";

/** The name of the rule. */
export const TABLE_OF_CONTENTS = "table_of_contents";

const MARKER = /^(?:\[toc\]|\[\[_?toc_?\]\])$/i;
/** Deeper ones are not listed. */
const LEVELS = [2, 3];

export const tableOfContents: Extension = {
  parse: (md) => md.core.ruler.after("inline", TABLE_OF_CONTENTS, markContents),
  page: {
    table_of_contents: (_tokens, _index, _options, env) => {
      const headings = envOf(env).notes.headings.filter(({ level }) => LEVELS.includes(level));
      if (headings.length === 0) return "";
      // A group, since the contents in the margin are the page's landmark of that name already.
      return `<div role="group" aria-label="${speakIn(env)("contents")}">\n${listOf(headings)}</div>\n`;
    },
  },
  feed: { table_of_contents: () => "" },
  text: { table_of_contents: SILENT },
};

function markContents(state: StateCore): void {
  replaceParagraphs(state, ([, { content }]) =>
    MARKER.test(content) ? new state.Token("table_of_contents", "", 0) : undefined,
  );
}

/** Those of the third level below the one of the second before them. */
function listOf(headings: readonly Heading[]): string {
  const items: { heading: Heading; below: Heading[] }[] = [];
  for (const heading of headings) {
    const last = items.at(-1);
    if (heading.level === LEVELS[0] || !last) items.push({ heading, below: [] });
    else last.below.push(heading);
  }
  const written = items.map(
    ({ heading, below }) => `<li>${linkTo(heading)}${below.length > 0 ? `\n${listOf(below)}` : ""}</li>\n`,
  );
  return `<ul>\n${written.join("")}</ul>\n`;
}

function linkTo({ id, text }: Heading): string {
  return `<a href="#${escapeMarkup(id)}">${escapeMarkup(text)}</a>`;
}
