/**
 * Code in all the shapes in which highlighters leave it: with its language on a wrapper, its lines in a table beside their
 * numbers, in `<br>` or in elements of their own. Each becomes `<pre data-language>` with one text.
 */
import type { Element } from "hast";
import {
  attribute,
  type Child,
  classesOf,
  contentOf,
  element,
  elementsIn,
  find,
  hasClass,
  isElement,
  lineOf,
  replaceFrom,
  text,
  textOf,
} from "./hast.ts";
import type { HtmlNotes } from "./notes.ts";

const NUMBERS =
  /^(gutter|rouge-gutter|gl|lineno|linenos|line-?numbers?|line-numbers-rows|lnt?|lnlinks|blob-num|crayon-nums|syntaxhighlighter-line-numbers|hljs-ln-numbers|code-line-number|linenodiv)$/;
const LINES = /^(line|code-line|token-line|cl|crayon-line|view-line|blob-code|hljs-ln-line|container-line)$/;
const WRAPPER =
  /^(highlight|highlighter-rouge|highlighter-coderay|CodeRay|codehilite|sourceCode|code-toolbar|crayon-syntax|wp-block-code|hljs|chroma|rouge|syntaxhighlighter|gatsby-highlight|code-block|codeblock|remark-highlight|expressive-code|enlighter-default|snippet|prism|shiki.*|astro-code|kg-code-card|wp-block-syntaxhighlighter-code|wp-block-kevinbatchelder-.*|code-wrapper|code)$/i;
const BUTTON = /^(copy|copy code|copied!?|copy to clipboard|kopieren|copier)$/i;

export function readCode(root: Element, notes: HtmlNotes): void {
  replaceFrom(root, (one, parent) => {
    if (isElement(one, "table")) return tableOf(one, parent, notes);
    if (isElement(one, "figure", "div", "section")) return wrapperOf(one, notes);
    if (isElement(one, "pre")) return isPicture(one) ? contentOf(one) : [preOf(one, [one, parent], notes)];
    if (isElement(one, "code")) return codeOf(one, parent);
    return undefined;
  });
}

/** False for a `<pre>` of pictures alone, or of a whole layout. */
function isPicture(pre: Element): boolean {
  return textOf(pre).trim() === "" && find(pre, ({ tagName }) => tagName === "img") !== undefined;
}

/** A wrapper that says the language, or around a title, numbers and buttons. */
function wrapperOf(wrapper: Element, notes: HtmlNotes): Child[] | undefined {
  const isWrapper = hasClass(wrapper, WRAPPER) || languageOf(wrapper) !== undefined;
  if (!isWrapper && !isElement(wrapper, "figure")) return undefined;
  const blocks = [...elementsIn(wrapper)].filter((one) => isElement(one, "pre") && !isInNumbers(one, wrapper));
  const code = blocks.length === 1 ? blocks[0] : undefined;
  const table = find(wrapper, (one) => isElement(one, "table") && isCodeTable(one));
  if (!code && !table) return undefined;
  // Short text around the code is its title or decoration; longer text is kept.
  const caption = find(
    wrapper,
    (one) => isElement(one, "figcaption") || hasClass(one, /^(code-?title|filename|title)$/),
  );
  const rest = restOf(wrapper, [table ?? code, caption]);
  if (rest.trim() !== "" && !BUTTON.test(rest.trim()) && !/^[\d\s]+$/.test(rest) && rest.length > 40) return undefined;
  const made = table
    ? tableOf(table, wrapper, notes, wrapper)?.find((one) => isElement(one, "pre"))
    : preOf(
        code ?? wrapper,
        [code, find(wrapper, (one) => isElement(one) && languageOf(one) !== undefined), wrapper],
        notes,
      );
  if (!isElement(made)) return undefined;
  const title = caption ? lineOf(caption) : "";
  if (title && !made.properties["dataTitle"]) made.properties["dataTitle"] = title;
  return [made];
}

function restOf(node: Element, without: (Element | undefined)[]): string {
  return node.children
    .map((child) => {
      if (isElement(child) && (without.includes(child) || hasClass(child, NUMBERS))) return "";
      return isElement(child) ? restOf(child, without) : textOf(child);
    })
    .join("");
}

function isInNumbers(node: Element, within: Element): boolean {
  return [...elementsIn(within)].some((one) => hasClass(one, NUMBERS) && [...elementsIn(one)].includes(node));
}

/** A table of code: numbers in one cell and lines in the other, or a row for each line. */
function tableOf(table: Element, parent: Element, notes: HtmlNotes, wrapper?: Element): Child[] | undefined {
  if (!isCodeTable(table)) return undefined;
  const rows = [...elementsIn(table)].filter((one) => isElement(one, "tr"));
  const lines = rows.map((row) => {
    const cells = row.children.filter((cell) => isElement(cell, "td", "th")).filter((cell) => !isNumbers(cell));
    return cells.map((cell) => codeText(cell)).join("");
  });
  const value = lines.map((line) => line.replace(/\n$/, "")).join("\n");
  return [
    blockOf(
      value,
      [table, wrapper, parent, find(table, (one) => isElement(one, "pre", "code") && languageOf(one) !== undefined)],
      table,
      notes,
      true,
    ),
  ];
}

function isCodeTable(table: Element): boolean {
  const cells = [...elementsIn(table)].filter((one) => isElement(one, "td", "th"));
  if (cells.length < 2 || !cells.some(isNumbers)) return false;
  const rest = cells.filter((cell) => !isNumbers(cell));
  const isMarked = hasClass(
    table,
    /^(rouge-table|lntable|highlight|highlighttable|crayon-table|hljs-ln|js-file-line-container|diff-table)$/,
  );
  return (
    rest.length > 0 &&
    (isMarked ||
      rest.every(
        (cell) =>
          find(cell, (one) => isElement(one, "pre", "code")) || hasClass(cell, /^(code|blob-code.*|rouge-code|lntd)$/),
      ))
  );
}

function isNumbers(cell: Element): boolean {
  if (hasClass(cell, NUMBERS) || attribute(cell, "dataLineNumber") !== undefined) return true;
  const written = textOf(cell).trim();
  return /^[\d\s]+$/.test(written) && find(cell, (one) => isElement(one, "pre", "code", "div", "span")) !== undefined;
}

function preOf(pre: Element, holders: (Element | undefined)[], notes: HtmlNotes): Element {
  const inner = find(pre, (one) => isElement(one, "code"));
  const isNumbered = find(pre, (one) => hasClass(one, NUMBERS)) !== undefined;
  const links = find(pre, (one) => isElement(one, "a") && /^https?:/.test(attribute(one, "href") ?? ""));
  if (links) notes.noted("link in code", links, attribute(links, "href") ?? "", "its text");
  const picture = find(pre, (one) => isElement(one, "img"));
  if (picture) notes.left("picture in code", picture, attribute(picture, "src") ?? "", "nothing");
  return blockOf(codeText(pre), [pre, inner, ...holders], pre, notes, isNumbered);
}

/** Where Prism, Enlighter and the shortcodes of WordPress say which lines stand out. */
const MARKED = ["dataLine", "dataEnlighterHighlight", "dataMark"];

/** `holders` are what may name its language or title, nearest first. */
function blockOf(
  value: string,
  holders: (Element | undefined)[],
  at: Element,
  notes: HtmlNotes,
  isNumbered: boolean,
): Element {
  const elements = holders.filter((one) => isElement(one));
  const language = elements.map(languageOf).find((one) => one !== undefined);
  const titles = ["title", "dataTitle", "dataFilename", "dataFile", "dataCodeTitle", "dataEnlighterTitle"];
  const title = elements.flatMap((one) => titles.map((name) => attribute(one, name))).find(Boolean);
  const lines = elements.flatMap((one) => MARKED.map((name) => attribute(one, name)));
  const marked = lines.find((one) => one !== undefined && /^[\s,-]*\d[\d\s,-]*$/.test(one))?.replace(/\s+/g, "");
  const info = elements.map((one) => attribute(one, "dataInfo")).find(Boolean);
  const id = elements.map((one) => attribute(one, "id")).find(Boolean);
  const code = value
    .replaceAll("\u00A0", " ")
    .replace(/^(?:[ \t]*\n)+/, "")
    .replace(/\s+$/, "");
  const block = element(
    "pre",
    {
      ...(language && { dataLanguage: language }),
      ...(title && { dataTitle: title }),
      ...(isNumbered && { dataNumbers: "" }),
      ...(marked && { dataMark: marked }),
      ...(info && { dataInfo: info }),
      ...(id && { id }),
    },
    [text(code)],
    at,
  );
  if (code === "") notes.counted("empty block of code", at, "<pre></pre>", "nothing");
  return block;
}

/** The lines, whatever separates them. */
function codeText(node: Element): string {
  let written = "";
  for (const child of node.children) {
    if (child.type === "text") written += child.value;
    if (child.type !== "element") continue;
    if (isElement(child, "br")) written += "\n";
    else if (
      hasClass(child, NUMBERS) ||
      (attribute(child, "dataLineNumber") !== undefined && textOf(child).trim() === "")
    )
      continue;
    else if (isElement(child, "button") && BUTTON.test(lineOf(child))) continue;
    else if (isElement(child, "div", "p", "li", "tr") || (hasClass(child, LINES) && isAloneInLine(child, node))) {
      if (written !== "" && !written.endsWith("\n")) written += "\n";
      written += codeText(child).replace(/\n$/, "");
      written += "\n";
    } else if (isElement(child, "img")) written += attribute(child, "alt") ?? "";
    else written += codeText(child);
  }
  return written;
}

/** A line that is an element, with no line end behind it. */
function isAloneInLine(line: Element, parent: Element): boolean {
  const next = parent.children[parent.children.indexOf(line) + 1];
  return !textOf(line).endsWith("\n") && next !== undefined && isElement(next) && hasClass(next, LINES);
}

/** Code in a text; that of several lines, with nothing around it, is a block. */
function codeOf(code: Element, parent: Element): Child[] | undefined {
  const breaks = [...elementsIn(code)].filter((one) => isElement(one, "br")).length;
  const written = codeText(code).trim();
  const isAlone =
    contentOf(parent).length === 1 && isElement(parent, "p", "div", "li", "blockquote", "td", "dd", "figure");
  const lines = written.split("\n").filter((line) => line.trim() !== "").length;
  const isBlock = breaks > 0 ? lines > 1 : lines > (isAlone ? 1 : 2);
  if (!isBlock || isElement(parent, "td", "th", "a", "h1", "h2", "h3", "h4", "h5", "h6")) return undefined;
  const language = languageOf(code);
  return [element("pre", language ? { dataLanguage: language } : {}, [text(written.replaceAll("\u00A0", " "))], code)];
}

/** Names that highlighters give to what is no language. */
const NO_LANGUAGE =
  /^(none|text|plain|plaintext|plain_text|txt|nohighlight|no-highlight|raw|null|undefined|default|generic|auto)$/i;
const LANGUAGE_CLASS =
  /^(?:language-|lang-|highlight-source-|highlight-text-|highlight-|brush:|brush-|sh_|src-|source-|lang:|code-)([\w+#.-]+)/i;
const NO_NAME =
  /^(source|text|toolbar|wrapper|block|title|area|container|line|lines|code|pre|body|copy|button|js-line)$/i;
const ATTRIBUTES = [
  "dataLanguage",
  "dataLang",
  "dataEnlighterLanguage",
  "dataCodeBlockLang",
  "dataCodeLang",
  "dataProgrammingLanguage",
  "dataSyntax",
];
/** Known by themselves as a class, since highlight.js and others write them so. */
const PLAIN =
  /^(bash|shell|sh|zsh|c|cpp|c\+\+|csharp|cs|css|scss|sass|less|diff|dockerfile|elixir|erlang|go|golang|graphql|haskell|html|http|ini|java|javascript|js|json|jsx|kotlin|latex|lisp|lua|makefile|markdown|matlab|nginx|objectivec|ocaml|perl|php|powershell|python|py|r|ruby|rb|rust|scala|scheme|sql|swift|toml|ts|tsx|typescript|vb|vim|xml|yaml|yml)$/i;
/** By their names elsewhere. */
const ALIASES: Readonly<Record<string, string>> = {
  "c++": "cpp",
  "c#": "csharp",
  golang: "go",
  jscript: "js",
  vb: "vbnet",
  objc: "objectivec",
  "obj-c": "objectivec",
  js_plain: "js",
  "source-js": "js",
  shellscript: "sh",
  "shell-session": "console",
  xhtml: "html",
};

/** The language of an element's code, in lower case. */
function languageOf(node: Element): string | undefined {
  const own = ATTRIBUTES.map((name) => attribute(node, name)).find(Boolean);
  // GeSHi's `<pre lang="php">`, where a language of people has two or three letters and a region.
  const lang = isElement(node, "pre", "code") ? attribute(node, "lang") : undefined;
  const [, brush] = /brush:\s*['"]?([\w+#.-]+)/i.exec(attribute(node, "className") ?? "") ?? [];
  const classes = classesOf(node);
  const byPrefix = classes
    .map((name) => LANGUAGE_CLASS.exec(name)?.[1])
    .find((name) => name !== undefined && !NO_NAME.test(name));
  const isMarked =
    isElement(node, "pre", "code") || hasClass(node, /^(highlight|sourceCode|hljs|chroma|prism|code|codehilite)$/i);
  const plain = isMarked ? classes.find((name) => PLAIN.test(name)) : undefined;
  const name = (own ?? brush ?? byPrefix ?? lang ?? plain)?.toLowerCase();
  if (!name || NO_LANGUAGE.test(name) || !/^[\w+#.-]+$/.test(name)) return undefined;
  return ALIASES[name] ?? name;
}
