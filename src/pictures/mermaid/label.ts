/** The words of a node, an arrow, a message. */
import type { Reason } from "../../content/problems/problem.ts";
import type { Label } from "./model.ts";
import { withEntities } from "./source.ts";

/** Why words can't be drawn. `source` is from `readSource`, without quotes. */
export function labelReason(source: string): Reason | undefined {
  const { words, isMarkdown } = wordsIn(source);
  const found = FORBIDDEN.find(({ pattern, inMarkdown }) => (isMarkdown || !inMarkdown) && pattern.test(words));
  return found && { message: `has ${found.what} in "${shortened(withEntities(source.trim()))}"`, hint: found.hint };
}

/** The lines of a label; `<br>` begins a new one. */
export function labelOf(source: string): Label {
  const { words } = wordsIn(source);
  const lines = words.split(/<br\s*\/?>|\n/i).map((line) => withEntities(line).replace(/\s+/g, " ").trim());
  return lines.length === 1 && lines[0] === "" ? [] : lines;
}

/** Words in backquotes are Markdown to Mermaid. */
function wordsIn(source: string): { words: string; isMarkdown: boolean } {
  const unquoted = source.trim();
  const isMarkdown = /^`.*`$/s.test(unquoted);
  return { words: isMarkdown ? unquoted.slice(1, -1) : unquoted, isMarkdown };
}

const FORBIDDEN = [
  {
    pattern: /<(?!br\s*\/?>)\/?[a-z]/i,
    what: "markup",
    hint: "only <br> may stand in a diagram's words; write &lt; for <",
  },
  { pattern: /\\n/, what: "\\n", hint: "write <br> for a new line, or #92; for a backslash" },
  { pattern: /\bfa[bklrs]?:fa-/, what: "an icon", hint: "leave it out: icons are not drawn" },
  { pattern: /\$\$/, what: "a formula", hint: "write it in words: formulas are not drawn in diagrams" },
  {
    pattern: /[*_]\S[^*_]*[*_]/,
    inMarkdown: true,
    what: "emphasis",
    hint: "leave the asterisks out: words of a diagram have one weight",
  },
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
  { pattern: /[\u0000-\u0008\u000b-\u001f]/, what: "a control character", hint: "leave it out" },
];

function shortened(text: string): string {
  return text.length > 40 ? `${text.slice(0, 40)}…` : text;
}
