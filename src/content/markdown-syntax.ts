/** Which further syntax a site's Markdown has, beside what every text may have. */
import { z } from "zod";

const Setting = z.boolean({ error: "must be true or false, without quotes" }).default(false);

/** All of it is off by default, since a text may mean to show it as it stands. A build names the places: see `markdown/dialects/`. */
export const MarkdownSyntax = z.strictObject({
  /** `==marked==` */
  marks: Setting,
  /** A term, and below it `: what it is`. */
  definitionLists: Setting,
  /** `[toc]` in a paragraph of its own: the text's headings, as links. */
  contents: Setting,
  /** `++inserted++` */
  insertions: Setting,
  /** `H~2~O` */
  subscripts: Setting,
  /** `x^2^` */
  superscripts: Setting,
  /** `--`, `---` and `...` as dashes and an ellipsis. */
  dashes: Setting,
  /** `:tada:`, by GitHub's short names. */
  emoji: Setting,
  /** `[[a-slug]]`, `[[A title|words]]` and `[[a-slug#a-heading]]` are links. */
  wikilinks: Setting,
  /** `*[HTML]: HyperText Markup Language` explains an abbreviation. */
  abbreviations: Setting,
  /** `{#id .class}` on headings, figures and blocks: classes of the site's own theme. */
  attributes: Setting,
  /** `www.example.org` is a link. */
  bareLinks: Setting,
});
export type MarkdownSyntax = Readonly<z.infer<typeof MarkdownSyntax>>;

export const USUAL_SYNTAX: MarkdownSyntax = MarkdownSyntax.parse({});
