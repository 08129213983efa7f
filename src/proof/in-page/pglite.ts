/** Loads PGlite, an optional package for sites whose pages run their samples. */
import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import { UsageError } from "../../content/problems/usage-error.ts";
import type { PageEngine } from "./samples-in-page.ts";

const PACKAGE = "@electric-sql/pglite";
/** In the order of the pack: PostgreSQL, its data files, and initdb. */
const FILES = ["pglite.wasm", "pglite.data", "initdb.wasm"] as const;

export interface PglitePack {
  /** Such as `0.5.17`. */
  version: string;
  /** The size of each file, in bytes. */
  sizes: number[];
  /** The files one after another, gzipped here since hosts don't compress unknown file types. */
  contents: Uint8Array;
}

/** The files that a browser needs. Throws a `UsageError` if PGlite is not installed. */
export async function packPglite(): Promise<PglitePack> {
  const folder = distFolder();
  const files = await Promise.all(FILES.map((name) => readFile(new URL(name, folder))));
  const contents = gzipSync(Buffer.concat(files), { level: 9 });
  return { version: await versionIn(folder), sizes: files.map(({ length }) => length), contents };
}

/** PGlite in Node. Throws a `UsageError` if it is not installed. */
export async function pageEngine(): Promise<PageEngine> {
  const folder = distFolder();
  const { PGlite, protocol } = await import("@electric-sql/pglite");
  return { protocol, create: () => PGlite.create(), name: `PGlite ${await versionIn(folder)}` };
}

function distFolder(): URL {
  try {
    return new URL(".", import.meta.resolve(PACKAGE));
  } catch {
    throw new UsageError(`proofs.runInPage needs the package ${PACKAGE}: npm install ${PACKAGE}`);
  }
}

async function versionIn(dist: URL): Promise<string> {
  return JSON.parse(await readFile(fileURLToPath(new URL("../package.json", dist)), "utf8")).version;
}
