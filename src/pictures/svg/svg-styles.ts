/** Finds what CSS loads, with the tokenizer of https://www.w3.org/TR/css-syntax-3/#tokenization. */

/** Functions in which a string is a URL. */
const WITH_ADDRESS = new Set([
  "url",
  "src",
  "image",
  "image-set",
  "-webkit-image-set",
  "cross-fade",
  "-webkit-cross-fade",
]);
/** Parts of the same file, and embedded data. */
const HARMLESS = /^\s*(#|data:|$)/i;
const ESCAPE = "\\\\(?:[0-9a-f]{1,6}(?:\\r\\n|\\s)?|[^\\n\\r\\f0-9a-f])";
const NAME = `(?:[\\w-]|[^\\0-\\x7f]|${ESCAPE})+`;
const TOKEN = new RegExp(
  [
    "(?<comment>/\\*[^]*?(?:\\*/|$))",
    `"(?<double>(?:[^"\\\\\\n\\r\\f]|\\\\(?:\\r\\n|[^]|$))*)"?`,
    `'(?<single>(?:[^'\\\\\\n\\r\\f]|\\\\(?:\\r\\n|[^]|$))*)'?`,
    `@(?<rule>${NAME})`,
    `(?<function>${NAME})\\((?:\\s*(?<address>(?=[^\\s"'])(?:[^()\\s\\\\"']|\\\\[^])*)\\s*(?<end>\\)|$))?`,
    `(?<word>${NAME})`,
    "(?<other>[^])",
  ].join("|"),
  "giu",
);
const ESCAPES = /\\(?:([0-9a-f]{1,6})(?:\r\n|\s)?|(\r\n|[\s\S]))/gi;

/** The first URL that a style sheet or an attribute loads from elsewhere; undefined for none. */
export function loadedBy(css: string): string | undefined {
  const functions: string[] = [];
  let rule = "";
  for (const { groups = {} } of css.matchAll(TOKEN)) {
    const { double, single, rule: name, function: opened, address, end, other } = groups;
    if (name !== undefined) rule = unescaped(name).toLowerCase();
    if (rule === "import") return "@import";
    if (opened !== undefined) {
      const called = unescaped(opened).toLowerCase();
      const bare = unescaped(address ?? "");
      if (end !== undefined && called === "url" && rule !== "namespace" && !HARMLESS.test(bare)) return bare;
      if (end === undefined) functions.push(called);
    }
    const text = double ?? single;
    const isAddress = WITH_ADDRESS.has(functions.at(-1) ?? "") && rule !== "namespace";
    if (text !== undefined && isAddress && !HARMLESS.test(unescaped(text))) return unescaped(text);
    if (other === "(") functions.push("");
    if (other === ")") functions.pop();
    if (other === ";" || other === "{" || other === "}") {
      rule = "";
    }
  }
  return undefined;
}

function unescaped(text: string): string {
  return text.replace(ESCAPES, (_, code: string | undefined, character: string) => {
    if (!code) return /^[\r\n\f]/.test(character) ? "" : character;
    const point = Number.parseInt(code, 16);
    return point === 0 || point > 0x10ffff ? "\uFFFD" : String.fromCodePoint(point);
  });
}
