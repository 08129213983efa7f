/** PowerShell: numbers, parameters, operators that are words, and texts that go over several lines. */
import { addKeywords, entry, holding, insertBefore, replace } from "./grammar.ts";

/** https://learn.microsoft.com/powershell/module/microsoft.powershell.core/about/about_operators */
const OPERATOR =
  "(?:[ic]?(?:eq|ne|gt|ge|lt|le|(?:not)?(?:like|match|in|contains)|replace|split)|is(?:not)?|as|and|or|xor|not|join|b(?:and|or|xor|not)|sh[lr]|f)";

export function fixPowershell(): void {
  const inside = entry("powershell", "string")?.inside;
  // A backtick takes a dollar's meaning away.
  if (inside) Object.assign(inside, { variable: /(?<!`)\$(?:\w+:)?\w+|(?<!`)\$\{[^}]+\}/ });
  insertBefore("powershell", "comment", {
    "here-string": { pattern: /@"[ \t]*\n[\s\S]*?\n"@/, greedy: true, alias: "string", ...holding(inside) },
    "raw-here-string": { pattern: /@'[ \t]*\n[\s\S]*?\n'@/, greedy: true, alias: "string" },
  });
  replace("powershell", "variable", /\$(?:\w+:)?\w+|\$\{[^}]+\}|(?<=[\s(,])@\w+/);
  insertBefore("powershell", "namespace", {
    "word-operator": { pattern: new RegExp(`(?<=[\\s)\\]}(])-${OPERATOR}\\b`, "i"), alias: "keyword" },
    parameter: { pattern: /(?<=\s)-[a-z]\w*/i, alias: "attr-name" },
  });
  insertBefore("powershell", "function", {
    number: /(?<![\w.$-])(?:0x[\da-f]+|\d+(?:\.\d+)?(?:e[+-]?\d+)?)(?:[dlu]|[kmgtp]b)*\b/i,
  });
  addKeywords(
    "powershell",
    /(?<=^ )in(?= )|\b(?:static|hidden|enum|clean)(?=\s+[[\w{])|\bdefault(?=\s*\{)|(?<=\busing\s+)(?:namespace|module|assembly)\b/i,
  );
}
