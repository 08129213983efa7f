/**
 * Syntaxes of other Markdowns, site generators and wikis, which CommonMark shows literally. Patterns are matched against
 * `inlineSource`: a backslash before a mark means that it is meant to be shown, and U+FFFC stands for code and the like.
 * None may take longer than its text is long: what repeats stops at the next beginning, or has a bound.
 */
import type { MarkdownSyntax } from "../../content/markdown-syntax.ts";
import { ASIDE_NAMES } from "../directives/asides.ts";

export interface Syntax {
  /** What each match has in it: looked for first, since a page has thousands of paragraphs. */
  mark: string;
  /** With the flag `g`. */
  pattern: RegExp;
  /** What its author can write. */
  instead: string;
  /** What a site can turn on for it. */
  setting?: keyof MarkdownSyntax;
  /** How it is written where it is meant to be shown. */
  shownBy: string;
  /** True where it may well be meant to be shown: a warning, and no error. */
  isGuess?: true;
  /** What certainly was meant by what stands there; undefined where it may be something else. */
  meant?: (written: string) => string | undefined;
}

const ATTRIBUTE = String.raw`(?:[#.][\w-]+|[\w-]+=(?:"[^"\n]*"|[^\s{}"]+))`;
const ATTRIBUTES = String.raw`${ATTRIBUTE}(?: +${ATTRIBUTE})* *\}`;
const CALLOUT = "write > [!NOTE], and > before each line of its text";
const COMMENT = "write a comment as <!-- … -->";
const FORMULA = "write $…$, or $$ on lines of their own";
const NO_COMPONENTS = "leave it out, since there are no components; code stands between lines of ```";
const NO_TEMPLATES = "there is no template language: write what it stands for";

const LINKS: readonly Syntax[] = [
  {
    mark: "][",
    pattern: /(?<![\\\w\]])!?\[(?=[^[\]\n]*\p{L})[^[\]\n]*\]\[[^[\]\n]*\]/gu,
    instead: "no line defines its address: write [name]: address on a line of its own",
    shownBy: "\\[",
  },
  {
    mark: "](",
    pattern: /(?<![\\\w\]])\[[^[\]\n]*\uFFFC[^[\]\n]*\]\([^()\s]+\)/g,
    instead: "a link can hold no footnote: write it behind the link",
    shownBy: "\\[",
  },
  {
    mark: "](",
    pattern: /(?<![\\\w\]])!?\[[^[\]\n]+\]\([^()\n]+\)/g,
    instead: "write an address that has blanks in it as [text](<address>)",
    shownBy: "\\[",
  },
  {
    mark: ")[",
    pattern: /(?<!\\)\([^()\n]+\)\[(?:\uFFFC|https?:|\.{0,2}\/)[^[\]\n]*\]/g,
    instead: "write [text](address)",
    shownBy: "\\(",
  },
  {
    mark: "] (",
    pattern: /(?<!\\)\[[^[\]\n]+\] \((?:\uFFFC|\.{0,2}\/[^()\n]*)\)/g,
    instead: "leave no space between [text] and (address)",
    shownBy: "\\[",
    isGuess: true,
  },
  {
    mark: "![[",
    pattern: /(?<!\\)!\[\[[^[\]\n]+\]\]/g,
    instead: "write ![what it shows](picture.png)",
    shownBy: "\\[",
  },
  {
    mark: "]",
    pattern: /^(?:\[toc\]|\[\[_?toc_?\]\])$/gim,
    instead: "leave it out",
    setting: "contents",
    shownBy: "\\[",
  },
  {
    mark: "[[",
    pattern: /(?<![\\\w[])\[\[[^\s[\]][^[\]\n]*\]\](?!\])/g,
    instead: "write [text](page.md)",
    setting: "wikilinks",
    shownBy: "\\[",
    isGuess: true,
  },
  {
    mark: "]: ",
    pattern: /(?<=\n) *\[[^[\]\n]+\]: +(?:\uFFFC|\S+)$/gm,
    instead: "leave an empty line above it, so that it is a definition",
    shownBy: "\\[",
    isGuess: true,
  },
  {
    mark: "@",
    pattern: /(?<!\\)\[-?@[\w:][^[\]\n]*\]/g,
    instead: "write a footnote, [^name]",
    shownBy: "\\[",
    isGuess: true,
  },
];

const COMMENTS: readonly Syntax[] = [
  {
    mark: "<!--",
    pattern: /(?<!\\)<!--/g,
    instead: "a comment within a paragraph ends in it: write --> before the next empty line",
    shownBy: "\\<",
  },
  { mark: "]:", pattern: /^ *\[(?:\/\/|comment|_)\]: *(?:#|<>).*$/gim, instead: COMMENT, shownBy: "\\[" },
  { mark: "{#", pattern: /(?<![\\{])\{#[^\S\n][\s\S]{0,2000}?#\}/g, instead: COMMENT, shownBy: "\\{" },
  { mark: "{/*", pattern: /(?<!\\)\{\/\*[\s\S]{0,2000}?\*\/\}/g, instead: COMMENT, shownBy: "\\{" },
  { mark: "{{!", pattern: /(?<!\\)\{\{!(?:--)?[\s\S]{0,2000}?\}\}/g, instead: COMMENT, shownBy: "\\{" },
  { mark: "%%", pattern: /(?<![\\\w%])%%[^%\n]+%%(?![\w%])/g, instead: COMMENT, shownBy: "\\%" },
];

const BRACES: readonly Syntax[] = [
  {
    // At the end of a line, or behind what it would belong to.
    mark: "{",
    pattern: new RegExp(
      String.raw`(?<![\\{])(?:\{:? *[#.][\w-]+(?: +${ATTRIBUTE})* *\}(?=[ \t]*(?:\n|$))|(?<=[\uFFFC\]])\{ *${ATTRIBUTES})`,
      "g",
    ),
    instead:
      'leave it out, or write it on the line directly below its block and set markdown.attributes; an id alone is <a id="…"></a>, or {#…} at the end of a heading',
    shownBy: "\\{",
  },
  {
    mark: "{:",
    pattern: new RegExp(String.raw`(?<![\\{])\{:(?: *(?:toc\b|${ATTRIBUTE})|:/?\w*)[^{}\n]*\}`, "g"),
    instead: "leave it out",
    shownBy: "\\{",
  },
  {
    mark: "{{",
    pattern: /(?<!\\)\{\{[<%][\s\S]{0,2000}?[>%]\}\}/g,
    instead: "write it in Markdown or HTML; there are no shortcodes",
    shownBy: "\\{",
  },
  {
    mark: "{%",
    pattern: /(?<!\\)\{%-? *\w[\s\S]{0,2000}?%\}/g,
    instead: NO_TEMPLATES,
    shownBy: "\\{",
    isGuess: true,
  },
  {
    mark: "{{",
    pattern:
      /(?<!\\)\{\{-? *(?:(?:site|page|\.Site|\.Page|\$?\.Params)\.|#(?:include|title|playground)\b|toc\b)[^{}\n]*\}\}/g,
    instead: NO_TEMPLATES,
    shownBy: "\\{",
    isGuess: true,
  },
  {
    mark: "{",
    pattern: /(?<![\\{])\{(?:\+\+|--|==|>>|~~)[\s\S]{0,2000}?(?:\+\+|--|==|<<|~~)\}/g,
    instead: "write <ins>, <del> or <mark>, or leave it out",
    shownBy: "\\{",
  },
  {
    mark: "[/",
    pattern:
      /(?<!\\)\[(caption|gallery|embed|code|audio|video|quote|url|img|b|i|u)\b[^[\]\n]*\][\s\S]{0,2000}?\[\/\1\]/g,
    instead: "write it in Markdown or HTML",
    shownBy: "\\[",
  },
];

const FORMULAS: readonly Syntax[] = [
  {
    // Around what only a formula has, or a single letter.
    mark: "\\(",
    pattern: /(?<!\\)\\\((?=(?:(?!\\[()])[^\n])*?(?:\\[A-Za-z]|[\^_=])|[A-Za-z\d]\\\))(?:(?!\\[()])[^\n])+\\\)/g,
    instead: FORMULA,
    shownBy: "\\\\(",
  },
  {
    mark: "\\[",
    pattern: /(?<!\\)\\\[(?=(?:(?!\\[[\]])[\s\S])*?(?:\\[A-Za-z]|[\^_=]))(?:(?!\\[[\]])[\s\S])+\\\]/g,
    instead: FORMULA,
    shownBy: "\\\\[",
  },
  { mark: "\\begin{", pattern: /(?<!\\)\\begin\{[A-Za-z]+\*?\}/g, instead: FORMULA, shownBy: "\\\\begin" },
  {
    mark: "\\",
    pattern:
      /(?<!\\)\\(?:cite|ref|eqref|label|footnote|emph|textbf|textit|section|newpage|pagebreak)\b(?:\{[^{}\n]*\})?/g,
    instead: "write it in Markdown",
    shownBy: "\\\\",
    isGuess: true,
  },
];

const WORDS: readonly Syntax[] = [
  {
    mark: "==",
    pattern: /(?<![\\\w=<>!])==(?=[^\s=])[^=\n]*[^\s=]==(?![\w=])/g,
    instead: "write <mark>…</mark>",
    setting: "marks",
    shownBy: "\\=",
  },
  {
    mark: "++",
    pattern: /(?<![\\+\p{L}\p{N}])\+\+(?=[^\s+])[^+\n]*[^\s+]\+\+(?![\p{L}\p{N}+])/gu,
    instead: "write <ins>…</ins>",
    setting: "insertions",
    shownBy: "\\+",
    isGuess: true,
  },
  {
    mark: "~",
    pattern: /(?<=[\p{L}\p{N})])~[^\s~]{1,12}~(?!~)/gu,
    instead: "write <sub>…</sub>",
    setting: "subscripts",
    shownBy: "\\~",
    isGuess: true,
  },
  {
    mark: "^",
    pattern: /(?<=[\p{L}\p{N})])\^[^\s^[\]]{1,12}\^/gu,
    instead: "write <sup>…</sup>",
    setting: "superscripts",
    shownBy: "\\^",
    isGuess: true,
  },
  {
    mark: ":",
    pattern: /(?<![\\\p{L}\p{N}_:/.]):[a-z+-][a-z\d_+-]{1,40}:(?![\p{L}\p{N}_:/])/gu,
    instead: "write the emoji itself",
    setting: "emoji",
    shownBy: "\\:",
    isGuess: true,
  },
  {
    mark: "**",
    pattern: /(?<![\\\p{L}\p{N}*])\*\*(?=[^\s*])[^*\n]+\*\*/gu,
    instead: "write <strong>…</strong>, or put a space outside of the stars",
    shownBy: "\\*",
    isGuess: true,
  },
];

const LINES: readonly Syntax[] = [
  {
    mark: ":::",
    pattern: /^ *:{3,} *[\w{].*$/gm,
    instead: "write :::note[Title], and ::: on a line of its own where it ends",
    shownBy: "\\:::",
    meant: asideMeant,
  },
  { mark: "!!! ", pattern: /^ *!!! +[a-z].*$/gm, instead: CALLOUT, shownBy: "\\!!!" },
  { mark: "???", pattern: /^ *\?\?\?\+? +[a-z].*$/gm, instead: CALLOUT, shownBy: "\\???" },
  { mark: "::", pattern: /^ *\.\. [a-z][\w-]*::.*$/gm, instead: "write it in Markdown", shownBy: "\\.." },
  {
    mark: "::",
    pattern: /^ *(?:image|include|video)::\S+\[.*\]$/gm,
    instead: "write ![what it shows](picture.png)",
    shownBy: "\\:",
  },
  { mark: "#+", pattern: /^ *#\+(?:begin|end|title|options)\b.*$/gim, instead: "write it in Markdown", shownBy: "\\#" },
  {
    mark: "*[",
    pattern: /^ *\*\[[^[\]\n]+\]: .*$/gm,
    instead: 'write <abbr title="what it stands for">…</abbr>',
    setting: "abbreviations",
    shownBy: "\\*",
  },
  {
    mark: "\n: ",
    pattern: /(?<=\n): +\S.*$/gm,
    instead: "write <dl><dt>term</dt><dd>what it is</dd></dl>",
    setting: "definitionLists",
    shownBy: "\\:",
  },
  {
    mark: "|",
    pattern: /^ *(?:\| *)?(?::?-+:? *\| *)+(?::?-+:? *)?$/gm,
    instead: "a table's line of hyphens has as many cells as the line above it",
    shownBy: "\\|",
  },
  {
    mark: "##",
    pattern: /^#{2,6}[^\s#].*$/gm,
    instead: "write a space behind the # of a heading",
    shownBy: "\\#",
    isGuess: true,
  },
  {
    mark: "import ",
    pattern: /^import +(?:[\w*{][^\n"']*\bfrom *)?["'][^"'\n]+["'];?$/gm,
    instead: NO_COMPONENTS,
    shownBy: "&#105;mport",
  },
  {
    mark: "export ",
    pattern: /^export +(?:const|default|function)\b.*$/gm,
    instead: NO_COMPONENTS,
    shownBy: "&#101;xport",
  },
];

/** In the order in which they are tried: what one of them knows is not told again. */
export const SYNTAXES: readonly Syntax[] = [...COMMENTS, ...LINES, ...LINKS, ...BRACES, ...FORMULAS, ...WORDS];

/** `::: note Title`, as VitePress and Docusaurus write it; its end is the same in all of them. */
function asideMeant(written: string): string | undefined {
  const [, colons = "", name = "", title = ""] = /^(:{3,}) +([a-z]+)(?: +([^[\]{}]+))?$/.exec(written) ?? [];
  if (!ASIDE_NAMES.includes(name)) return undefined;
  return `${colons}${name}${title ? `[${title}]` : ""}`;
}
