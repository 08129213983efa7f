/**
 * Loads the modules of a theme: bundles them, and runs the bundle in this process. So they need no loader, no tsconfig.json
 * and no package beside them: the engine's own Preact and what `wellformed/theme` offers are handed in.
 */

import { createHash } from "node:crypto";
import { createRequire, SourceMap } from "node:module";
import { resolve } from "node:path";
import { compileFunction } from "node:vm";
import { build, type Message, type Plugin } from "esbuild";
import { didYouMean } from "../content/problems/nearest-name.ts";
import type { Problem } from "../content/problems/problem.ts";
import { failure, type Result, success } from "../content/problems/result.ts";
import { sourcePlace } from "../content/problems/source-place.ts";
import { escapeRegExp } from "../content/text/escape-reg-exp.ts";
import * as theme from "../theme/exported.ts";
import { checkedRuntime } from "./checked-jsx.ts";

/** What a theme imports from the engine, by the name under which it does. */
const OFFERED: Readonly<Record<string, () => Promise<object>>> = {
  "wellformed/theme": () => Promise.resolve(theme),
  "wellformed/jsx-runtime": checkedRuntime,
  preact: () => import("preact"),
  "preact/jsx-runtime": checkedRuntime,
  "preact/hooks": () => import("preact/hooks"),
};
const FILE = "theme.bundle.cjs";

export interface LoadedModules {
  /** What each file exports, by its absolute path. */
  exports: ReadonlyMap<string, Readonly<Record<string, unknown>>>;
  /** A digest of the bundle. */
  version: string;
  /** Absolute paths of all files that the bundle is made of. */
  inputs: string[];
  /** Where an error was thrown by one of these files; undefined for an error that comes from elsewhere. */
  problemOf(error: unknown): Problem | undefined;
}

/** `assets` makes the address of a picture that a module imports. */
export async function loadModules(
  siteDir: string,
  files: readonly string[],
  assets: Plugin,
): Promise<Result<LoadedModules>> {
  if (files.length === 0) return success({ exports: new Map(), version: "", inputs: [], problemOf: () => undefined });
  const entry = files.map((file, index) => `export * as m${index} from ${JSON.stringify(file)};`).join("\n");
  const built = await build({
    stdin: { contents: entry, resolveDir: siteDir, sourcefile: "theme" },
    absWorkingDir: resolve(siteDir),
    bundle: true,
    write: false,
    outfile: FILE,
    platform: "node",
    format: "cjs",
    target: "node20",
    jsx: "automatic",
    jsxImportSource: "preact",
    sourcemap: "external",
    metafile: true,
    logLevel: "silent",
    tsconfigRaw: {},
    plugins: [engineModules(), assets],
  }).catch((error: { errors?: Message[] }) => error);
  if (!("outputFiles" in built)) {
    if (!("errors" in built) || !built.errors) throw built;
    return failure(...built.errors.map(problemOfMessage));
  }
  const text = (ending: string) => built.outputFiles.find(({ path }) => path.endsWith(ending))?.text ?? "";
  const [code, map] = [text(".cjs"), new SourceMap(JSON.parse(text(".map")))];
  const problemOf = (error: unknown) => thrownIn(error, map);
  const outputs = Object.values(built.metafile.outputs).flatMap(({ imports }) => imports);
  const offered = new Map<string, object>();
  for (const { path } of outputs) if (OFFERED[path]) offered.set(path, await OFFERED[path]());
  try {
    const exported = run(code, offered);
    return success({
      exports: new Map(files.map((file, index) => [file, exported[`m${index}`] ?? {}])),
      version: createHash("sha256").update(code).digest("hex"),
      inputs: Object.keys(built.metafile.inputs)
        .filter((path) => path !== "theme" && path !== "<stdin>")
        .map((path) => resolve(siteDir, path)),
      problemOf,
    });
  } catch (error) {
    const problem = problemOf(error);
    if (!problem) throw error;
    return failure(problem);
  }
}

/** An error or a warning of esbuild's, in a file of the site. */
export function problemOfMessage({ text, location }: Message): Problem {
  const place = location ? { line: location.line, column: location.column + 1 } : {};
  const hint = location?.suggestion ? `write ${location.suggestion}` : undefined;
  return { file: location?.file ?? "theme", ...place, message: text, hint };
}

function run(code: string, offered: ReadonlyMap<string, object>): Record<string, Record<string, unknown>> {
  const node = createRequire(import.meta.url);
  const module: { exports: Record<string, Record<string, unknown>> } = { exports: {} };
  const load = (name: string): unknown => offered.get(name) ?? node(name);
  compileFunction(code, ["module", "exports", "require"], { filename: FILE })(module, module.exports, load);
  return module.exports;
}

/** The engine's modules are not bundled: a theme must use the same Preact as we do. */
function engineModules(): Plugin {
  return {
    name: "the engine's modules",
    setup({ onResolve }) {
      onResolve({ filter: /^(preact|wellformed)(\/|$)/ }, ({ path }) => {
        if (OFFERED[path]) return { path, external: true };
        const near = didYouMean(path, Object.keys(OFFERED));
        return { errors: [{ text: `${path} is nothing that a theme can import${near ? ` (${near})` : ""}` }] };
      });
    },
  };
}

function thrownIn(error: unknown, map: SourceMap): Problem | undefined {
  const stack = error instanceof Error ? (error.stack ?? "") : "";
  const message = `fails: ${error instanceof Error ? error.message : String(error)}`;
  const places = [...stack.matchAll(new RegExp(`${escapeRegExp(FILE)}:(\\d+):(\\d+)`, "g"))];
  const [place] = places.flatMap(([, line, column]) => sourcePlace(map, Number(line), Number(column)) ?? []);
  return place && { ...place, message };
}
