/**
 * The engine's own modules, bundled into some files by esbuild: a process that loads more than seven hundred takes a second longer and
 * 50 MB more than with these. They are made when an engine first runs, and again when it is another, so a module is what its
 * file says; without them, as where nothing can be written, all modules are loaded from their own files.
 */
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { getEnvironmentData, setEnvironmentData, threadId } from "node:worker_threads";
import { ROOMS, stampOfEngine } from "./engine-files.ts";

export interface EngineBundle {
  /** Of its folder, with a slash at its end. */
  readonly url: string;
  /** See `digestOfEngine`. */
  readonly digest: string;
  /** The paths of all modules that it is made of, from `ROOMS`. */
  readonly sources: readonly string[];
}

/** As it is written. */
export interface StoredBundle extends Omit<EngineBundle, "url"> {
  /** Those that are loaded, by path from its folder, and their bytes. */
  readonly files: readonly (readonly [name: string, size: number])[];
}

/**
 * What a process or a thread begins with, and what a site's modules import. All that these import is in files that they share, so
 * nothing is there twice.
 */
export const BUNDLED_MODULES = [
  ...["commands/run-command", "commands/dev/builder", "commands/watch/checker"],
  ...["reading/body-worker", "search/index-worker", "site/text-file-worker"],
  ...["api/wellformed", "api/theme", "api/jsx-runtime"],
];

/** What this process and its threads know it by. */
const KEY = "wellformed engine bundle";
export const ROOMS_URL = pathToFileURL(ROOMS).href;
/** Of the bundle's files: no `package.json` says what they are. */
export const ENDING = ".mjs";
/**
 * Where the packages that the engine imports are found as they are from its own files. What V8 has compiled is kept there, too: no
 * other user of the machine can put anything into it.
 */
export const KEPT = fileURLToPath(new URL("../node_modules/.cache/wellformed/", ROOMS_URL));
const NAME = "bundle.json";
const PREFIX = "engine-";
/** Milliseconds: a process that was started before may still load from it. */
const KEPT_FOR = 24 * 60 * 60 * 1000;

let known: EngineBundle | undefined;

/** That of this process, or of the one that this thread belongs to; undefined where modules are loaded one by one. */
export function engineBundle(): EngineBundle | undefined {
  if (known) return known;
  const told = getEnvironmentData(KEY);
  if (typeof told === "string") known = JSON.parse(told);
  return known;
}

/** The address in the bundle of one of the engine's modules; undefined where it has to be loaded from its own file. */
export function bundledModule(url: string): string | undefined {
  const bundle = engineBundle();
  if (!bundle || !url.startsWith(ROOMS_URL)) return undefined;
  const module = url.slice(ROOMS_URL.length).replace(/\.\w+$/, "");
  return BUNDLED_MODULES.includes(module) ? `${bundle.url}${module}${ENDING}` : undefined;
}

/** Finds the bundle of the engine as it is now, or makes it, for this process and its threads. `kept` is where bundles are. */
export async function openEngineBundle(kept = KEPT): Promise<void> {
  const folder = join(kept, `${PREFIX}${stampOfEngine()}`);
  known = readBundle(folder) ?? (await makeBundle(folder));
  // A thread, and this module as the bundle has it, are told the same.
  if (known) setEnvironmentData(KEY, JSON.stringify(known));
}

/** Undefined if it is missing, or any of its files is not whole: a machine that goes down leaves some that were never written. */
function readBundle(folder: string): EngineBundle | undefined {
  try {
    const { files, ...bundle }: StoredBundle = JSON.parse(readFileSync(join(folder, NAME), "utf8"));
    const isWhole = files.every(([name, size]) => statSync(join(folder, name)).size === size);
    return isWhole ? { ...bundle, url: `${pathToFileURL(folder).href}/` } : undefined;
  } catch {
    return undefined;
  }
}

/** Another process may make the same: whichever is ready first is used. */
async function makeBundle(folder: string): Promise<EngineBundle | undefined> {
  const unfinished = `${folder}.${process.pid}-${threadId}`;
  try {
    mkdirSync(unfinished, { recursive: true });
    const { bundleEngine } = await import("./bundle-engine.ts");
    const bundle: StoredBundle = await bundleEngine(unfinished);
    writeFileSync(join(unfinished, NAME), JSON.stringify(bundle));
    // One that is there by now is another process's, or was not whole.
    if (!readBundle(folder)) rmSync(folder, { recursive: true, force: true });
    renameSync(unfinished, folder);
    removeOld(dirname(folder));
  } catch {
    rmSync(unfinished, { recursive: true, force: true });
  }
  return readBundle(folder);
}

/** Bundles of engines before, and what V8 has compiled of them. */
function removeOld(kept: string): void {
  const paths = readdirSync(kept).flatMap((name) => {
    const path = join(kept, name);
    return name.startsWith(PREFIX) ? [path] : readdirSync(path).map((file) => join(path, file));
  });
  const oldest = Date.now() - KEPT_FOR;
  for (const path of paths) if (statSync(path).mtimeMs < oldest) rmSync(path, { recursive: true, force: true });
}
