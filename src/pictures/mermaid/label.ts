/** The words of a node, an arrow, a message: lines as they are drawn, or what can't be drawn in them. */
import type { Label } from "./model.ts";
import { withEntities } from "./source.ts";

/** What is wrong with words, and what to write. */
export interface LabelFault {
  message: string;
  hint: string;
}

/** A line of them is drawn as one; `<br>` begins the next. Text from `readSource`, without its quotes. */
export function readLabel(source: string): Label | LabelFault {
  const unquoted = source.trim();
  const words = /^`.*`$/s.test(unquoted) ? unquoted.slice(1, -1) : unquoted;
  const isMarkdown = words !== unquoted;
  const fault = FORBIDDEN.find(({ pattern, inMarkdown }) => (isMarkdown || !inMarkdown) && pattern.test(words));
  if (fault) return { message: `has ${fault.what} in "${shortened(withEntities(unquoted))}"`, hint: fault.hint };
  const lines = words.split(/<br\s*\/?>|\n/i).map((line) => withEntities(line).replace(/\s+/g, " ").trim());
  return lines.length === 1 && lines[0] === "" ? [] : lines;
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

export function isFault(read: Label | LabelFault): read is LabelFault {
  return !Array.isArray(read);
}
