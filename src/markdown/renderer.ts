/** The extensions, in the order in which they see a page's tokens. */
import createMarkdownIt, { type MarkdownIt } from "markdown-it";
import type { MarkdownSyntax } from "../content/markdown-syntax.ts";
import { namesOf } from "../content/names-of.ts";
import { WWW } from "./bare-links.ts";
import { BLOCK_ATTRIBUTES, blockAttributes } from "./block-attributes.ts";
import { boundWords } from "./bound-words.ts";
import { builtIn } from "./built-in.ts";
import { callouts } from "./callouts.ts";
import { code } from "./code.ts";
import { codeGroups } from "./code-groups.ts";
import { covers } from "./covers.ts";
import { DASHES, dashes } from "./dashes.ts";
import { DEFINITION_LISTS, definitionLists } from "./definition-lists.ts";
import { definitions } from "./definitions.ts";
import { diagrams } from "./diagrams.ts";
import { dialects } from "./dialects/dialects.ts";
import { directiveLabels, directives } from "./directives/directives.ts";
import { eastAsian } from "./east-asian.ts";
import { embeds } from "./embeds.ts";
import { EMOJI, emoji } from "./emoji.ts";
import { type Extension, ONLY_ON_PAGE } from "./extension.ts";
import { figures } from "./figures.ts";
import { footnotes } from "./footnotes.ts";
import { frenchSpaces } from "./french-spaces.ts";
import { headings } from "./headings.ts";
import { html } from "./html/html.ts";
import { images } from "./images.ts";
import { inlineCode } from "./inline-code.ts";
import { lineTargets } from "./line-targets.ts";
import { links } from "./links.ts";
import { lists } from "./lists.ts";
import { math } from "./math.ts";
import type { Medium } from "./medium.ts";
import { MOST_NESTED, nesting } from "./nesting.ts";
import { notes } from "./notes.ts";
import { pairedMarks } from "./paired-marks.ts";
import { quickTokens } from "./quick-tokens.ts";
import { quotes } from "./quotes.ts";
import { recordings } from "./recordings.ts";
import { citations } from "./references/citations.ts";
import { crossReferences } from "./references/cross-references.ts";
import { labels } from "./references/labels.ts";
import { ABBREVIATIONS, terms } from "./references/terms.ts";
import { WIKILINKS, wikilinks } from "./references/wikilinks.ts";
import { samples } from "./samples/samples.ts";
import { TABLE_OF_CONTENTS, tableOfContents } from "./table-of-contents.ts";
import { tables } from "./tables.ts";
import { taskLists } from "./task-lists.ts";
import { wordRulesOf } from "./words-of-tokens.ts";

export const extensions: readonly Extension[] = [
  quickTokens,
  builtIn,
  inlineCode,
  nesting,
  directives,
  eastAsian,
  footnotes,
  math,
  html,
  pairedMarks,
  definitionLists,
  tableOfContents,
  citations,
  dashes,
  emoji,
  definitions,
  dialects,
  quotes,
  frenchSpaces,
  boundWords,
  headings,
  callouts,
  taskLists,
  tables,
  lists,
  figures,
  code,
  codeGroups,
  labels,
  blockAttributes,
  terms,
  wikilinks,
  crossReferences,
  links,
  recordings,
  images,
  embeds,
  samples,
  covers,
  lineTargets,
  diagrams,
  notes,
  directiveLabels,
];

/** How tokens read as words, whatever they are written for. */
export const wordRules = wordRulesOf(extensions);

/** The rules of what a site's settings turn on. */
const RULES = {
  ...{ marks: "marks", insertions: "insertions", subscripts: "subscripts", superscripts: "superscripts" },
  ...{
    definitionLists: DEFINITION_LISTS,
    contents: TABLE_OF_CONTENTS,
    dashes: DASHES,
    emoji: EMOJI,
    wikilinks: WIKILINKS,
    abbreviations: ABBREVIATIONS,
    attributes: BLOCK_ATTRIBUTES,
  },
} as const satisfies Partial<Record<keyof MarkdownSyntax, string>>;

/** A markdown-it that renders for pages of the site, or for feed readers; both parse alike. */
export function createRenderer(target: Medium, syntax: MarkdownSyntax): MarkdownIt {
  const md = createMarkdownIt({ html: true, linkify: true, maxNesting: MOST_NESTED });
  // Targets of links are checked in one place, with messages of its own: see targets.ts.
  md.validateLink = () => true;
  md.linkify.set({ fuzzyLink: false, fuzzyEmail: false });
  for (const { parse, page, feed } of extensions) {
    parse?.(md);
    Object.assign(md.renderer.rules, page, target === "feed" ? feed : undefined);
  }
  md.disable(namesOf(RULES).flatMap((setting) => (syntax[setting] ? [] : [RULES[setting]])));
  if (syntax.bareLinks) md.linkify.add("www.", WWW);
  if (target === "feed") {
    const renderAttrs = md.renderer.renderAttrs;
    md.renderer.renderAttrs = ({ attrs }) =>
      renderAttrs({ attrs: attrs?.filter(([name]) => !ONLY_ON_PAGE.has(name)) ?? null });
  }
  return md;
}
