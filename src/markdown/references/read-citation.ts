/** Citations as Pandoc writes them (https://pandoc.org/MANUAL.html#citations-in-note-styles): `[see @a, pp. 3-5; -@b]`, `@a`, `@a [p. 3]`. */
import type { Cite } from "../../content/citation.ts";

/** A key: letters and digits, with some marks between them, or anything in braces. */
const KEY = String.raw`@(?:\{(?<braced>[^{}\s]+)\}|(?<key>[\p{L}\p{N}_]+(?:[:.#$%&+?<>~/-]+[\p{L}\p{N}_]+)*))`;
const CITE = new RegExp(
  `^(?<prefix>(?:[^@]|(?<=[\\p{L}\\p{N}])@)*?)(?<minus>-?)(?<![\\p{L}\\p{N}])${KEY}(?<rest>.*)$`,
  "su",
);
export const IN_TEXT = new RegExp(KEY, "uy");
/** Of a longer one, nothing is read. */
const LONGEST = 1000;

/** By how English texts write them, with and without a full stop. */
const LABELS: readonly [label: string, words: string][] = [
  ["book", "book bk bks"],
  ["chapter", "chapter chapters chap chaps"],
  ["column", "column columns col cols"],
  ["figure", "figure figures fig figs"],
  ["folio", "folio folios fol fols"],
  ["issue", "number numbers no nos"],
  ["line", "line lines l ll"],
  ["note", "note notes n nn"],
  ["opus", "opus op opp"],
  ["page", "page pages p pp"],
  ["paragraph", "paragraph paragraphs para paras ¶ ¶¶"],
  ["part", "part parts pt pts"],
  ["section", "section sections sec secs § §§"],
  ["sub verbo", "s.v s.vv"],
  ["verse", "verse verses v vv"],
  ["volume", "volume volumes vol vols"],
];
const LABEL_OF = new Map(LABELS.flatMap(([label, words]) => words.split(" ").map((word) => [word, label] as const)));
const NUMBER = String.raw`[\p{N}ivxlcdmIVXLCDM]+[\p{L}]?`;
const RANGE = String.raw`${NUMBER}(?:\s*[-–—]{1,2}\s*${NUMBER})?`;
const LOCATOR = new RegExp(
  String.raw`^,?\s*(?:\{(?<braced>[^{}]*)\}|(?:(?<word>§§?|¶¶?|[\p{L}.]+?)\.?\s*)?(?<value>(?=[^,]*\p{N}|[ivxlcdm]+\b)${RANGE}(?:\s*[,&]\s*(?=\p{N})${RANGE})*))(?<suffix>.*)$`,
  "su",
);

/** What stands between brackets; undefined for what is no citation: every part must have a key. */
export function readCites(text: string): Cite[] | undefined {
  if (text.length > LONGEST || !text.includes("@")) return undefined;
  const cites: Cite[] = [];
  for (const part of text.split(";")) {
    const groups = CITE.exec(part)?.groups;
    if (!groups) return undefined;
    const key = groups["braced"] ?? groups["key"] ?? "";
    const { locator, suffix } = splitLocator(groups["rest"] ?? "");
    cites.push({
      key,
      prefix: spaced(groups["prefix"] ?? ""),
      suffix,
      locator,
      withoutAuthor: groups["minus"] === "-",
    });
  }
  return cites;
}

/** What follows a key: a place in the work, and the rest. */
export function splitLocator(rest: string): Pick<Cite, "locator" | "suffix"> {
  const groups = LOCATOR.exec(rest)?.groups;
  const word = groups?.["word"]?.toLowerCase().replace(/\.$/, "");
  const label = word === undefined ? "page" : LABEL_OF.get(word);
  const braced = groups?.["braced"];
  if (braced !== undefined) {
    const { locator } = braced.trim() ? splitLocator(braced.trim()) : { locator: undefined };
    return {
      locator: locator ?? (braced.trim() ? { label: "page", locator: braced.trim() } : undefined),
      suffix: spaced(groups?.["suffix"] ?? ""),
    };
  }
  if (!groups?.["value"] || label === undefined) return { locator: undefined, suffix: spaced(rest) };
  return {
    locator: { label, locator: groups["value"].replace(/\s*(?:[–—]|--)\s*/g, "-") },
    suffix: spaced(groups["suffix"] ?? ""),
  };
}

function spaced(text: string): string {
  return text.replace(/\s+/g, " ").trim().replace(/^,\s*/, "");
}
