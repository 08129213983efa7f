/** An Eleventy site's configuration, by what its code says: it is not run. https://www.11ty.dev/docs/config/ */
import { textInCode } from "../trees/config.ts";
import type { StaticPlace } from "../trees/static-files.ts";
import type { Tree } from "../trees/tree.ts";
import { isFolder, textAt } from "../trees/tree-files.ts";

export const CONFIGS = [
  ".eleventy.js",
  ".eleventy.cjs",
  "eleventy.config.js",
  "eleventy.config.mjs",
  "eleventy.config.cjs",
  "eleventy.config.ts",
];

export interface EleventySettings {
  /** Folder of the input, without slashes at its ends. */
  input: string;
  includes: string;
  data: string;
  /** The template language of Markdown files; empty for none. */
  engine: string;
  /** The text of the configuration. */
  code: string;
}

export function eleventySettings(tree: Tree): EleventySettings {
  const config = CONFIGS.find((name) => tree.files.includes(name));
  // A configuration that begins with a dot is not among the files.
  const code = [...(config ? [config] : CONFIGS)].map((name) => textAt(tree.root, name) ?? "").join("\n");
  const dir = /\bdir\s*[:=]\s*\{([\s\S]*?)\}/.exec(code)?.[1] ?? code;
  const inCalls = (name: string) => new RegExp(`set${name}Directory\\(\\s*["'\`]([^"'\`]+)`).exec(code)?.[1];
  const folder = (text: string | undefined) => (text ?? "").replace(/^\.?\/+|\/+$/g, "").replace(/^\.$/, "");
  const input = folder(inCalls("Input") ?? textInCode(dir, "input"));
  return {
    input: input && isFolder(tree.root, input) ? input : "",
    includes: folder(inCalls("Includes") ?? textInCode(dir, "includes")) || "_includes",
    data: folder(inCalls("Data") ?? textInCode(dir, "data")) || "_data",
    engine:
      textInCode(code, "markdownTemplateEngine") ?? (/markdownTemplateEngine\s*:\s*false/.test(code) ? "" : "liquid"),
    code,
  };
}

/** `addPassthroughCopy("src/img")` publishes at `/img/`, and `{ "public": "/" }` at the root. */
export function passedThrough({ code, input }: EleventySettings): StaticPlace[] {
  const clean = (path: string) =>
    path
      .replace(/\/?\*.*$/, "")
      .replace(/^\.$/, "")
      .replace(/^\.?\/+|\/+$/g, "");
  const places: StaticPlace[] = [];
  for (const [, argument = ""] of code.matchAll(/addPassthroughCopy\(\s*(\{[\s\S]*?\}|["'`][^"'`]+["'`])/g)) {
    const pairs = [...argument.matchAll(/["'`]([^"'`]+)["'`]\s*:\s*["'`]([^"'`]*)["'`]/g)];
    for (const [, from = "", to = ""] of pairs) {
      const isFolder = to === "" || /\/$|^\.$/.test(to);
      places.push({ from: clean(from), to: clean(to) + (isFolder && clean(to) ? "/" : "") });
    }
    const [, name] = /^["'`]([^"'`]+)["'`]$/.exec(argument) ?? [];
    if (name === undefined) continue;
    const from = clean(name);
    places.push({ from, to: input && from.startsWith(`${input}/`) ? from.slice(input.length + 1) : from });
  }
  return places.filter(({ from }) => from !== "");
}
