/**
 * How other engines mark lines, number them and give titles: `js{1,3}`, `ins={2}`, `showLineNumbers`, `{linenos=table}`, `[app.js]`,
 * `js:app.js`. None of it is read; the hint has the words to write instead. `foreign-words.ts` is the table.
 */
import { meaningOf } from "./foreign-words.ts";

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
  const meaning = meaningOf(key);
  const isOff = /^(?:["'{]*)(?:false|off|no|none)\b/i.test(value ?? "");
  const lines = linesIn(value ?? "");
  switch (meaning) {
    case "mark":
    case "add":
    case "del":
      return `${meaning}=${lines || "2,5-7"}`;
    case "numbers":
      return isOff ? "" : /^\W*(?:[2-9]|1\d)\d*\W*$/.test(value ?? "") ? `numbers=${lines}` : "numbers";
    case "start":
      return /^\d+$/.test(lines) ? `numbers=${lines}` : "numbers=5";
    case "fold":
      return isOff ? "" : lines ? `fold=${lines}` : "fold";
    case "wrap":
      return isOff || /scroll/i.test(value ?? "") ? "" : "wrap";
    case "links":
      return isOff ? "" : "links";
    case "title":
      return value ? `title="${unquoted(value)}"` : 'title="…"';
    case "language":
      return value ? `\`\`\`${unquoted(value)}` : undefined;
    case "needless":
      return "";
    default:
      return undefined;
  }
}

/** What to write in place of a group in braces or brackets, or of what follows a language's colon; as `ownWord`. */
export function ownWords(group: string, isFirst: boolean): string | undefined {
  const inner = group.slice(1, -1).trim();
  if (group.startsWith("[")) return `title="${unquoted(inner)}"`;
  if (group.startsWith("{") && linesIn(inner) && /^[\d\s,;.-]*$/.test(inner)) return `mark=${linesIn(inner)}`;
  if (group.startsWith("{")) return ownList(inner, isFirst);
  if (!group.startsWith(":")) return undefined;
  const name = group.slice(1);
  return ownWord(name.replace(/=.*/, ""), name.split("=")[1]) ?? `title="${unquoted(name)}"`;
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
  // A first number makes the lines numbered.
  const own = [...new Set(known)].filter(
    (word, _, all) => word !== "numbers" || !all.some((one) => one.startsWith("numbers=")),
  );
  return [language && `\`\`\`${language.replace(/^\./, "")}`, ...own].filter(Boolean).join(" ");
}

/** `1 3-5`, `[1,"3..5"]` and their like as `1,3-5`; empty where there are no lines. */
function linesIn(value: string): string {
  return (value.match(/\d+(?:\s*(?:-|\.\.\.?|–|:)\s*\d+)?/g) ?? []).map((range) => range.replace(/\D+/, "-")).join(",");
}

function unquoted(value: string): string {
  return value.replace(/^["'{[]+|["'}\]]+$/g, "").replaceAll('"', "'");
}
