/**
 * How other engines mark lines, number them and give titles: `js{1,3}`, `ins={2}`, `showLineNumbers`, `{linenos=table}`, `[app.js]`,
 * `js:app.js`. None of it is read; an author is told the words to write.
 */

type LineKind = "mark" | "add" | "del";

const LINE_KINDS = new Map<string, LineKind>([
  ...words("add", "add added ins insert inserted plus"),
  ...words("del", "del delete deleted rem remove removed minus"),
  ...words(
    "mark",
    "mark marked hl highlight highlighted hllines highlightlines highlightedlines lines line range focus",
  ),
  ...words("mark", "emphasize emphasizelines linehighlight dataline linestohighlight metahighlight"),
]);

const NUMBERS = new Set(
  "numbers numbered shownumbers showlinenumbers linenumbers linenumber linenos lineno linenums numberlines numberedlines ln nums".split(
    " ",
  ),
);
/** Lines are numbered from 1, and always. */
const STARTS = new Set(
  "startfrom linenostart startline startlinenumber startat firstnumber firstline start offset".split(" "),
);
const TITLES = new Set(
  "title filename fname name path caption header heading label datatitle filepath source src".split(" "),
);
const LANGUAGES = new Set(["lang", "language", "dialect", "syntax"]);
/** What has no meaning on a page that is read. */
const NEEDLESS = new Set(
  "wrap nowrap linewrap softwrap copy nocopy copyable live twoslash runnable run norun editable playground noplayground eval noeval echo include collapse collapsed fold frame theme style class id tab tabs group codegroup nolint prettierignore nolinenumbers hidelines exec results anchorlinenos lineanchors".split(
    " ",
  ),
);
/** Rustdoc's, which its own authors write everywhere: https://doc.rust-lang.org/rustdoc/write-documentation/documentation-tests.html */
const RUSTDOC =
  /^(ignore(-.*)?|no_run|should_panic|compile_fail|standalone(_crate)?|test_harness|edition\d+|E\d{4}|custom|rust)$/;

export function isRustdoc(word: string): boolean {
  return RUSTDOC.test(word);
}

/**
 * What to write in place of a word with its value, such as `add=2` for `ins={2}`; empty for one to leave out, undefined for one that no
 * engine is known for.
 */
export function ownWord(key: string, value: string | undefined): string | undefined {
  const name = key
    .toLowerCase()
    .replace(/^[.#@:!]/, "")
    .replace(/[-_]/g, "");
  const kind = LINE_KINDS.get(name);
  if (kind) return linesIn(value ?? "") ? `${kind}=${linesIn(value ?? "")}` : `${kind}=2,5-7`;
  if (NUMBERS.has(name)) return /^(false|off|no|none)$/i.test(value ?? "") ? "" : "numbers";
  if (TITLES.has(name)) return value ? `title="${unquoted(value)}"` : 'title="…"';
  if (LANGUAGES.has(name)) return value ? `\`\`\`${unquoted(value)}` : undefined;
  if (STARTS.has(name) || NEEDLESS.has(name)) return "";
  return undefined;
}

/** What to write in place of a group in braces or brackets, or of what follows a language's colon; as `ownWord`. */
export function ownWords(group: string, isFirst: boolean): string | undefined {
  const inner = group.slice(1, -1).trim();
  if (group.startsWith("[")) return `title="${unquoted(inner)}"`;
  if (group.startsWith("{") && linesIn(inner) && /^[\d\s,;.-]*$/.test(inner)) return `mark=${linesIn(inner)}`;
  if (group.startsWith("{")) return ownList(inner, isFirst);
  if (!group.startsWith(":")) return undefined;
  const name = group.slice(1);
  return ownWord(name.replace(/=.*/, ""), undefined) ?? `title="${unquoted(name)}"`;
}

const PAIR = /([^\s=:,;]+)(?:\s*[=:]\s*("[^"]*"|'[^']*'|\[[^\]]*\]|\{[^}]*\}|[^\s,;]+))?/g;

/** Attributes as Pandoc, Hugo and Knitr have them: `.python .numberLines`, `linenos=table,hl_lines=[1,"3-5"]`, `r, echo=FALSE`. */
function ownList(inner: string, isFirst: boolean): string | undefined {
  const [first] = inner.split(/[\s,]/);
  const language =
    isFirst && first && !/[=:]/.test(first) && ownWord(first, undefined) === undefined ? first : undefined;
  const rest = language ? inner.slice(language.length) : inner;
  const pairs = [...rest.matchAll(PAIR)].map(([, key = "", value]) => ownWord(key, value));
  const known = pairs.filter((word) => word !== undefined);
  if (!language && known.length === 0) return undefined;
  return [language && `\`\`\`${language.replace(/^\./, "")}`, ...new Set(known)].filter(Boolean).join(" ");
}

/** `1 3-5`, `[1,"3..5"]` and their like as `1,3-5`; empty where there are no lines. */
function linesIn(value: string): string {
  return (value.match(/\d+(?:\s*(?:-|\.\.\.?|–|:)\s*\d+)?/g) ?? []).map((range) => range.replace(/\D+/, "-")).join(",");
}

function unquoted(value: string): string {
  return value.replace(/^["'{[]+|["'}\]]+$/g, "").replaceAll('"', "'");
}

function words(kind: LineKind, names: string): [string, LineKind][] {
  return names.split(" ").map((name) => [name, kind]);
}
