/** Text between two marks of a kind: `==marked==`, `++inserted++`, `H~2~O`, `x^2^`. Each is a setting of the site. */
import type { MarkdownIt, StateInline } from "markdown-it";
import type { MarkdownSyntax } from "../content/markdown-syntax.ts";
import type { Extension } from "./extension.ts";
import { SILENT } from "./words-of-tokens.ts";

interface Pair {
  setting: keyof MarkdownSyntax;
  marker: string;
  element: string;
  /** The characters before and after an opening marker. */
  opens: RegExp;
  /** Of those around a closing one. */
  closes: RegExp;
  /** In UTF-16 units; so that an opening without an end takes no longer than the text is long. */
  longest: number;
}

/** The same marks that `dialects/syntaxes.ts` names where their setting is off. */
const PAIRS: readonly Pair[] = [
  {
    ...{ setting: "marks", marker: "==", element: "mark", longest: 2000 },
    ...{ opens: /^(?:[^\w=<>!]|)[^\s=]$/, closes: /^[^\s=](?:[^\w=]|)$/ },
  },
  {
    ...{ setting: "insertions", marker: "++", element: "ins", longest: 2000 },
    ...{ opens: /^(?:[^+\p{L}\p{N}]|)[^\s+]$/u, closes: /^[^\s+](?:[^+\p{L}\p{N}]|)$/u },
  },
  {
    ...{ setting: "subscripts", marker: "~", element: "sub", longest: 40 },
    ...{ opens: /^[\p{L}\p{N})][^\s~]$/u, closes: /^[^\s~](?:[^~]|)$/ },
  },
  {
    ...{ setting: "superscripts", marker: "^", element: "sup", longest: 40 },
    ...{ opens: /^[\p{L}\p{N})][^\s^[]$/u, closes: /^[^\s^](?:[^^]|)$/ },
  },
];

export const pairedMarks: Extension = {
  parse: (md: MarkdownIt) => {
    for (const pair of PAIRS) {
      md.inline.ruler.after("strikethrough", pair.setting, (state, silent) => readPair(pair, state, silent));
    }
  },
  text: Object.fromEntries(
    PAIRS.flatMap(({ setting }) => [
      [`${setting}_open`, SILENT],
      [`${setting}_close`, SILENT],
    ]),
  ),
};

function readPair({ setting, marker, element, ...pair }: Pair, state: StateInline, silent: boolean): boolean {
  const { src, pos, posMax } = state;
  const start = pos + marker.length;
  if (!src.startsWith(marker, pos) || !pair.opens.test((src[pos - 1] ?? "") + (src[start] ?? ""))) return false;
  const end = closingPlace(state, start, marker, pair);
  if (end === -1) return false;
  if (!silent) {
    state.push(`${setting}_open`, element, 1).markup = marker;
    state.pos = start;
    state.posMax = end;
    state.md.inline.tokenize(state);
    state.posMax = posMax;
    state.push(`${setting}_close`, element, -1).markup = marker;
  }
  state.pos = end + marker.length;
  return true;
}

/** Code, links and the like within it are passed over; -1 where it does not end. */
function closingPlace(
  state: StateInline,
  start: number,
  marker: string,
  { closes, longest }: Pick<Pair, "closes" | "longest">,
): number {
  const { src, pos, posMax } = state;
  const last = Math.min(posMax - marker.length, start + longest);
  const isShort = longest < 100;
  let found = -1;
  for (let at = start; at <= last && found === -1; ) {
    const around = (src[at - 1] ?? "") + (src[at + marker.length] ?? "");
    if (at > start && src.startsWith(marker, at) && closes.test(around)) found = at;
    else if (src[at] === "\n" || (isShort && /\s/.test(src[at] ?? ""))) break;
    else {
      state.pos = at;
      state.md.inline.skipToken(state);
      at = state.pos;
    }
  }
  state.pos = pos;
  return found;
}
