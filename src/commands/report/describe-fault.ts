/** Describes a fault that is not the author's, for whoever is told of it. */
import { readFileSync } from "node:fs";
import { SourceMap } from "node:module";
import { fileURLToPath } from "node:url";
import { inspect } from "node:util";
import { engineBundle } from "../../cache/engine-bundle.ts";
import { onceForEach } from "../../content/once-for-each.ts";
import { sourcePlace } from "../../content/problems/source-place.ts";
import { escapeRegExp } from "../../content/text/escape-reg-exp.ts";
import { machineFault } from "./machine-fault.ts";

/** With its stack and causes, unless the machine is at fault. Places in the bundle are those of the engine's own files. */
export function describeFault(error: unknown): string {
  const ofMachine = machineFault(error);
  if (ofMachine !== undefined) return ofMachine;
  const description = inspect(error);
  const bundle = engineBundle();
  if (!bundle) return description;
  const place = new RegExp(`${escapeRegExp(bundle.url)}([^\\s:]+):(\\d+):(\\d+)`, "g");
  // Most places of a stack are in a few files.
  const mapOf = onceForEach(readMap);
  return description.replace(place, (text, file: string, line: string, column: string) => {
    const url = new URL(file, bundle.url).href;
    const source = sourcePlace(mapOf(url), Number(line), Number(column));
    return source ? `${fileURLToPath(new URL(source.file, url))}:${source.line}:${source.column}` : text;
  });
}

/** Node would read all maps when it loads the bundle, and take 30 MB for them. None of places where it can't be read. */
function readMap(url: string): Pick<SourceMap, "findEntry"> {
  try {
    return new SourceMap(JSON.parse(readFileSync(new URL(`${url}.map`), "utf8")));
  } catch {
    return { findEntry: () => ({}) };
  }
}
