/** YAML front matter of a text within an export. */
import { parseDocument } from "yaml";
import { isObject, type JsonObject } from "./json.ts";

/** The values, and the text behind them; none where there is no front matter or it can't be read. */
export function frontMatterOf(text: string): { matter: JsonObject; body: string; line: number } {
  const [whole, yaml = ""] = /^\uFEFF?---[ \t]*\n([\s\S]*?)\n?---[ \t]*(?:\n|$)/.exec(text) ?? [];
  if (whole === undefined) return { matter: {}, body: text, line: 1 };
  const document = parseDocument(yaml, { uniqueKeys: false, logLevel: "silent" });
  const value: unknown = document.errors.length > 0 ? looseValues(yaml) : document.toJS();
  return { matter: isObject(value) ? value : {}, body: text.slice(whole.length), line: whole.split("\n").length };
}

/** Titles with a colon in them and the like, line by line. */
function looseValues(yaml: string): JsonObject {
  const pairs = yaml.split("\n").flatMap((line) => {
    const [, key, value = ""] = /^([\w-]+):[ \t]*(.*)$/.exec(line) ?? [];
    return key === undefined ? [] : [[key, value.trim().replace(/^(["'])(.*)\1$/, "$2")] as const];
  });
  return Object.fromEntries(pairs);
}

/** A list of names, or one text with commas between them. */
export function namesIn(value: unknown): string[] {
  const names = Array.isArray(value)
    ? value.map((one: unknown) => (isObject(one) ? String(one["name"] ?? one["slug"] ?? "") : String(one ?? "")))
    : typeof value === "string"
      ? value.split(",")
      : [];
  return [...new Set(names.map((name) => name.replace(/^#/, "").trim()).filter(Boolean))];
}
