/** Describes a fault of the engine, for whoever is told of it. */
import { readFileSync } from "node:fs";
import { SourceMap } from "node:module";
import { fileURLToPath } from "node:url";
import { inspect } from "node:util";
import { engineBundle } from "../../cache/engine-bundle.ts";
import { escapeRegExp } from "../../content/text/escape-reg-exp.ts";

/** With its stack and causes. Places in the bundle are those of the engine's own files. */
export function describeFault(error: unknown): string {
  const description = inspect(error);
  const bundle = engineBundle();
  if (!bundle) return description;
  const place = new RegExp(`${escapeRegExp(bundle.url)}([^\\s:]+):(\\d+):(\\d+)`, "g");
  return description.replace(place, (text, file: string, line: string, column: string) => {
    return sourceOf(new URL(file, bundle.url), Number(line), Number(column)) ?? text;
  });
}

/** Lines and columns count from 1. Node would read all maps when it loads the bundle, and take 30 MB for them. */
function sourceOf(file: URL, line: number, column: number): string | undefined {
  try {
    const map = new SourceMap(JSON.parse(readFileSync(new URL(`${file.href}.map`), "utf8")));
    const entry = map.findEntry(line - 1, column - 1);
    if (!("originalSource" in entry)) return undefined;
    return `${fileURLToPath(new URL(entry.originalSource, file))}:${entry.originalLine + 1}:${entry.originalColumn + 1}`;
  } catch {
    return undefined;
  }
}
