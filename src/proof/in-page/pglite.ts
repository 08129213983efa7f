/** PGlite, for sites whose pages run their samples: an optional package, which nobody else has to install. */
import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import { UsageError } from "../../content/problems/usage-error.ts";
import type { PageEngine } from "./samples-in-page.ts";

const PACKAGE = "@electric-sql/pglite";
/** In this order in the pack: PostgreSQL, its files, and what makes a database. */
const FILES = ["pglite.wasm", "pglite.data", "initdb.wasm"] as const;

export interface PglitePack {
  /** Such as `0.5.17`. */
  version: string;
  /** Of each of the files, in bytes. */
  sizes: number[];
  /** All of them, one behind the other, in gzip: hosts compress no files of types that they don't know. */
  contents: Uint8Array;
}

/** Throws a `UsageError` where it is not installed. */
export async function packPglite(): Promise<PglitePack> {
  const folder = distFolder();
  const files = await Promise.all(FILES.map((name) => readFile(new URL(name, folder))));
  const contents = gzipSync(Buffer.concat(files), { level: 9 });
  return { version: await versionIn(folder), sizes: files.map(({ length }) => length), contents };
}

/** The same for Node. */
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
