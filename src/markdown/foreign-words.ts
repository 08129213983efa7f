/**
 * Options that other engines have after a code block's language, by our option of the same meaning. Names are compared in lower case,
 * without hyphens and underscores.
 */

/** Our word; `needless` for what has none, since it is always so or makes no sense on a page that is read. */
export type Meaning =
  | "mark"
  | "add"
  | "del"
  | "numbers"
  | "start"
  | "title"
  | "fold"
  | "wrap"
  | "links"
  | "language"
  | "needless";

type Row = Readonly<Partial<Record<Meaning, string>>>;

const ENGINES: Readonly<Record<string, Row>> = {
  // https://expressive-code.com/key-features/; Starlight and Astro
  "Expressive Code": {
    ...{ mark: "mark", add: "ins", del: "del", numbers: "showLineNumbers", start: "startLineNumber", title: "title" },
    ...{ fold: "collapse", wrap: "wrap", language: "lang" },
    needless: "frame preserveIndent hangingIndent useDiffSyntax collapseStyle twoslash",
  },
  // https://docusaurus.io/docs/markdown-features/code-blocks
  Docusaurus: { title: "title", numbers: "showLineNumbers", needless: "live noInline metastring" },
  // https://vitepress.dev/guide/markdown
  VitePress: { numbers: "line-numbers", needless: "no-line-numbers" },
  // https://gohugo.io/functions/transform/highlight/
  Hugo: {
    ...{ mark: "hl_lines", numbers: "linenos", start: "linenostart", links: "anchorlinenos lineanchors" },
    needless: "style hl_inline noclasses tabwidth nohl wrapperclass linenumbersintable",
  },
  // https://www.getzola.org/documentation/content/syntax-highlighting/
  Zola: { mark: "hl_lines", numbers: "linenos", start: "linenostart", title: "name", needless: "hide_lines copy" },
  // https://squidfunk.github.io/mkdocs-material/reference/code-blocks/
  MkDocs: {
    ...{ mark: "hl_lines", numbers: "linenums", title: "title", links: "anchor_linenums linespans" },
    needless: "annotate select no-copy auto_title",
  },
  // https://jekyllrb.com/docs/liquid/tags/
  Jekyll: { mark: "mark_lines hl_lines", numbers: "linenos" },
  // https://gitbook.com/docs/creating-content/blocks/code-block
  GitBook: { title: "title", numbers: "lineNumbers", wrap: "overflow", fold: "expandable", needless: "fullWidth" },
  // https://nextra.site/docs/guide/syntax-highlighting, https://rehype-pretty.pages.dev, https://fumadocs.dev
  "Nextra, Rehype Pretty Code and Fumadocs": {
    ...{ title: "filename title caption", numbers: "showLineNumbers lineNumbers", wrap: "word-wrap" },
    needless: "copy tab group",
  },
  // https://www.gatsbyjs.com/plugins/gatsby-remark-prismjs/
  Gatsby: { mark: "highlight", numbers: "numberLines", needless: "hide prompt promptUser promptHost outputLines" },
  // https://quarto.org/docs/output-formats/html-code.html, https://pandoc.org/MANUAL.html#fenced-code-blocks
  "Quarto and Pandoc": {
    ...{ numbers: "numberLines code-line-numbers", start: "startFrom", title: "filename lst-cap caption" },
    ...{ fold: "code-fold", wrap: "code-overflow", links: "lineAnchors" },
    needless: "eval echo include results exec code-summary lst-label",
  },
  // https://mystmd.org/guide/code, https://www.sphinx-doc.org/en/master/usage/restructuredtext/directives.html
  "MyST and Sphinx": {
    ...{ mark: "emphasize-lines", numbers: "linenos number-lines", start: "lineno-start" },
    ...{ title: "caption filename name", needless: "label force dedent class" },
  },
  // https://mintlify.com/docs/create/code
  Mintlify: { mark: "highlight focus", wrap: "wrap", fold: "expandable", title: "title", needless: "icon lines-off" },
  // https://hexo.io/docs/tag-plugins#Code-Block
  Hexo: { mark: "mark", numbers: "line_number", start: "first_line", wrap: "wrap", needless: "line_threshold" },
};

/** Of plugins and of older versions. */
const OTHERS: Row = {
  mark: "marked hl highlighted highlightlines highlightedlines lines line range linehighlight dataline linestohighlight metahighlight emphasize",
  add: "add added insert inserted plus",
  del: "delete deleted rem remove removed minus",
  numbers: "numbers numbered shownumbers lineno linenumber numberedlines ln nums",
  start: "startline startat firstnumber firstline offset start",
  title: "fname path header heading label datatitle file filepath source src",
  fold: "fold folded collapsed collapsible foldable",
  wrap: "linewrap softwrap overflowwrap",
  links: "linelinks anchors anchorlinks",
  language: "language dialect syntax",
  needless:
    "nowrap maxheight nocopy copyable runnable run norun editable playground noplayground noeval theme id tabs codegroup nolint prettierignore nolinenumbers hidelines",
};

/** As words are compared. */
export function plainWord(word: string): string {
  return word
    .toLowerCase()
    .replace(/^[.#@:!]/, "")
    .replace(/[-_]/g, "");
}

const MEANINGS: ReadonlyMap<string, Meaning> = new Map(
  [OTHERS, ...Object.values(ENGINES)].flatMap((row) => wordsIn(row)),
);

/** What a word of another engine says here; undefined for one that no engine is known for. */
export function meaningOf(word: string): Meaning | undefined {
  return MEANINGS.get(plainWord(word));
}

function wordsIn(row: Row): [word: string, meaning: Meaning][] {
  const meanings = [
    "mark",
    "add",
    "del",
    "numbers",
    "start",
    "title",
    "fold",
    "wrap",
    "links",
    "language",
    "needless",
  ] as const;
  return meanings.flatMap((meaning) =>
    (row[meaning] ?? "")
      .split(" ")
      .filter(Boolean)
      .map((word): [string, Meaning] => [plainWord(word), meaning]),
  );
}
