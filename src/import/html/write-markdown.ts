/** A tree of Markdown to its text, in which nothing is read as what other Markdowns know: see `markdown/dialects/`. */
import type { Gallery, Nodes, Root, Text } from "mdast";
import { gfmToMarkdown } from "mdast-util-gfm";
import { defaultHandlers, type Handle, type Options, toMarkdown, type Unsafe } from "mdast-util-to-markdown";
import { galleryLines } from "../tags/shapes.ts";
import { EAST_ASIAN } from "./emphasis.ts";

export function writeMarkdown(tree: Root): string {
  hideAloneDollars(tree);
  return withEastAsianEmphasis(toMarkdown(tree, OPTIONS)).replaceAll(ALONE, "$");
}

/** Stands for a dollar sign that needs no backslash; no text may have it (Unicode, noncharacters). */
const ALONE = "\uFDD0";

/** One dollar sign alone begins no formula. */
function hideAloneDollars(tree: Root): void {
  visit(tree, (node) => {
    if (node.type !== "paragraph" && node.type !== "heading" && node.type !== "tableCell") return;
    const texts: Text[] = [];
    visit(node, (inner) => inner.type === "text" && texts.push(inner));
    const [first, ...others] = texts.filter(({ value }) => value.includes("$"));
    if (first && others.length === 0 && first.value.split("$").length === 2)
      first.value = first.value.replace(/(?<=[^\\])\$(?=.)/, ALONE);
  });
}

function visit(node: Nodes, look: (node: Nodes) => unknown): void {
  look(node);
  if ("children" in node) for (const child of node.children) visit(child, look);
}

const inText = (character: string, after: string, before?: string): Unsafe => ({
  character,
  after,
  ...(before !== undefined && { before }),
  inConstruct: "phrasing",
});
/** At the start of a line, a cell or a heading, also where it begins with emphasis or a link. */
const atStart = (character: string, after: string): Unsafe[] => [
  { atBreak: true, character, after },
  inText(character, after, "(?:[*~[|]|# )"),
];

/** By the table in `markdown/dialects/syntaxes.ts`, of which brackets, stars and `<` are escaped already. */
const DIALECTS: readonly Unsafe[] = [
  { character: "$", inConstruct: "phrasing" },
  inText("{", "[:#.%{<*+\\-=>~/!]|[\\w-]+="),
  inText("=", "=[^\\s=]"),
  inText("+", "\\+[^\\s+]"),
  inText("%", "%[^%\\s]"),
  inText("~", "[^\\s~]|~"),
  inText("^", "[^\\s^]"),
  inText(":", "[a-z+-][a-z\\d_+-]*:"),
  inText("\\", "(?:begin\\{|[a-z]+)"),
  ...atStart(":", "::| +\\S|\\S*::"),
  ...atStart("!", "!!"),
  ...atStart("?", "\\?\\?"),
  ...atStart(".", "\\. [a-z]"),
  ...atStart("|", "[ ]*:?-"),
  { character: "|", before: "[-:] *", inConstruct: "phrasing" },
  ...atStart("i", "(?:mport +(?:[\\w*{][^\\n\"']*\\bfrom *)?[\"']|(?:mage|nclude)::)"),
  ...atStart("v", "ideo::"),
  ...atStart("e", "xport +(?:const|default|function)\\b"),
];

/** In a link's text both brackets are escaped, which would look like a formula of TeX: the closing one is named instead. */
const withNamedBrackets =
  (handle: Handle): Handle =>
  (node: Nodes, parent, state, info) => {
    const written = handle(node, parent, state, info);
    let hasCode = false;
    visit(node, ({ type }) => {
      hasCode ||= type === "inlineCode";
    });
    return hasCode ? written : written.replace(/(?<!\\)\\\]/g, "&#93;");
  };

const gallery = withNamedBrackets((node: Gallery, _parent, state, info) => {
  const exits = [state.enter("label"), state.enter("phrasing")];
  const label = state.containerPhrasing(
    { type: "paragraph", children: node.label },
    { ...info, before: "[", after: "]" },
  );
  for (const exit of exits.toReversed()) exit();
  const pictures = node.children.map((picture) => state.handle(picture, node, state, info));
  return galleryLines(pictures, label).join("\n");
});

const OPTIONS: Options = {
  bullet: "-",
  bulletOther: "*",
  emphasis: "*",
  fence: "`",
  fences: true,
  listItemIndent: "one",
  rule: "-",
  extensions: [
    {
      // An address without marks is a link here as well, so that what autolinks make unsafe may stay.
      extensions: (gfmToMarkdown({ tablePipeAlign: false }).extensions ?? []).filter(
        ({ unsafe }) => !unsafe?.some(({ character }) => character === "@"),
      ),
    },
  ],
  handlers: { gallery, link: withNamedBrackets(defaultHandlers.link), image: withNamedBrackets(defaultHandlers.image) },
  join: [(left) => (left.type === "html" && left.data?.isMarker ? 0 : undefined)],
  unsafe: [...DIALECTS],
};

/** Beside these characters marks of emphasis are read here: they need not be written as numbers. */
function withEastAsianEmphasis(markdown: string): string {
  return markdown.replace(
    /(?<=[*~])&#x([0-9A-F]+);|&#x([0-9A-F]+);(?=[*~])/g,
    (reference, after?: string, before?: string) => {
      const character = String.fromCodePoint(Number.parseInt(after ?? before ?? "0", 16));
      return EAST_ASIAN.test(character) ? character : reference;
    },
  );
}
