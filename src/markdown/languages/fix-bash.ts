/** Shells: where a text ends. Prism looks for each kind of quotation in its turn, and loses its way in `'it'"'"'s'`. */
import Prism from "prismjs";
import { entry, insertBefore, replace, without } from "./grammar.ts";

/** https://www.gnu.org/software/bash/manual/html_node/Quoting.html and Redirections.html, from left to right. */
const TEXT = new RegExp(
  [
    // A here-document; what follows its name on the line is code.
    /(?<!<)<<-?[ \t]*(["']?)(\w+)\1(?=[\s;|&>)]).*\n(?:.*\n)*?[ \t]*\2(?=\n|$)/,
    /\$'(?:[^'\\]|\\[\s\S])*'/,
    /(?<!\\)'[^']*'/,
    /(?<!\\)"(?:\\[\s\S]|\$\((?:[^()]|\((?:[^()]|\([^()]*\))*\))*\)|`[^`]+`|[^"\\])*"/,
  ]
    .map(({ source }) => source)
    .join("|"),
);

export function fixBash(): void {
  // A `#` inside a word, as in an address, begins none.
  replace("bash", "comment", { pattern: /(?<=^|[\s;&|()])#.*/m, greedy: true });
  const bash = Prism.languages["bash"];
  const inside = entry("bash", "string", 2)?.inside ?? {};
  replace("bash", "string", {
    pattern: TEXT,
    greedy: true,
    inside: {
      document: {
        pattern: /^<<-?[ \t]*\w[\s\S]+$/,
        inside: { opening: { pattern: /^<<.*/, alias: "plain-text", inside: { ...bash } }, ...without(inside, "bash") },
      },
      "raw-document": {
        pattern: /^<<-?[ \t]*["'][\s\S]+$/,
        inside: { opening: { pattern: /^<<.*/, alias: "plain-text", inside: { ...bash } } },
      },
      single: /^'[\s\S]+$/,
      ...inside,
    },
  });
  insertBefore("bash", "function", {
    "package-command": {
      pattern: /(?<=(?:^|[;|&(])\s*(?:sudo\s+)?)(?:bunx?|npx|deno|uvx?|pipx)(?=\s|$)/m,
      alias: "function",
    },
  });
}
