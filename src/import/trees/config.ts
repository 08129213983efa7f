/** Configuration files of engines, as data. Code is not run: only simple values are found in it. */
import { existsSync, readFileSync, statSync } from "node:fs";
import { optional } from "../optional.ts";
import { yamlData } from "./matter.ts";

type Data = Record<string, unknown>;

/** Empty where there is no such file, or nothing in it can be read. */
export async function readTomlFile(file: string): Promise<Data> {
  const text = readText(file);
  if (text === undefined) return {};
  const { parse } = await optional(() => import("smol-toml"));
  try {
    return { ...parse(text) };
  } catch {
    // Values of lines that each hold one, at the top.
    const [top = ""] = text.split(/^\[/m, 1);
    return Object.fromEntries(
      [...top.matchAll(/^\s*([\w-]+)\s*=\s*"([^"]*)"/gm)].map(([, key, value]) => [key, value]),
    );
  }
}

export function readYamlFile(file: string): Data {
  const text = readText(file);
  return text === undefined ? {} : yamlData(text, "1.1");
}

export function readJsonFile(file: string): Data {
  const text = readText(file);
  try {
    const value: unknown = text === undefined ? {} : JSON.parse(text);
    return typeof value === "object" && value !== null ? { ...value } : {};
  } catch {
    return {};
  }
}

/** By its ending. */
export async function readDataFile(file: string): Promise<Data> {
  if (/\.toml$/i.test(file)) return readTomlFile(file);
  return /\.json5?$/i.test(file) ? readJsonFile(file) : readYamlFile(file);
}

/** A text that code gives a key: `site: "https://example.org"` or `SITE_TITLE = 'x'`. */
export function textInCode(code: string, ...keys: string[]): string | undefined {
  for (const key of keys) {
    const [, , value] =
      new RegExp(`\\b${key}["']?\\s*[:=]\\s*(["'\`])((?:(?!\\1)[^\\n\\\\]|\\\\.)*)\\1`).exec(code) ?? [];
    if (value !== undefined && !value.includes("${")) return value.replace(/\\(.)/g, "$1");
  }
  return undefined;
}

/** What stands between the braces that a pattern opens, and where it begins; undefined where it is not there. */
export function braced(code: string, open: RegExp): { readonly inner: string; readonly from: number } | undefined {
  const start = open.exec(code);
  if (!start) return undefined;
  const from = start.index + start[0].length;
  let end = from;
  for (let depth = 1; end < code.length; end++) {
    depth += code[end] === "{" ? 1 : code[end] === "}" ? -1 : 0;
    if (depth === 0) break;
  }
  return { inner: code.slice(from, end), from };
}

/** `redirects: { "/a": "/new", "/b": { status: 302, destination: "/new" } }`; patterns such as `/old/[...slug]` are left out. */
export function redirectsInCode(code: string): { from: string; to: string; line: number }[] {
  const { inner = "", from = 0 } = braced(code, /\bredirects\s*:\s*\{/) ?? {};
  const rows = inner.matchAll(/(["'`])(\/[^"'`\n]*)\1\s*:\s*(?:\{[^{}]*?\bdestination\s*:\s*)?(["'`])([^"'`\n]+)\3/g);
  return [...rows].flatMap(({ 2: old = "", 4: to = "", index }) =>
    /[[\]*]/.test(old + to) ? [] : [{ from: old, to, line: code.slice(0, from + index).split("\n").length }],
  );
}

export function readText(file: string): string | undefined {
  return existsSync(file) && statSync(file).isFile() ? readFileSync(file, "utf8") : undefined;
}
