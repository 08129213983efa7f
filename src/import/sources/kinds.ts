/** The table of sources, one row for each kind. `auto` tries them in this order, the most certain first. */
import { closeSync, existsSync, openSync, readdirSync, readSync, statSync } from "node:fs";
import { join, resolve } from "node:path";
import { UsageError } from "../../content/problems/usage-error.ts";
import { checkRequest, KIND_NAMES } from "../check-request.ts";
import { astro } from "./astro.ts";
import { blogger } from "./blogger.ts";
import { devto } from "./devto.ts";
import { docusaurus } from "./docusaurus.ts";
import { eleventy } from "./eleventy.ts";
import { feed } from "./feed.ts";
import { ghost } from "./ghost.ts";
import { hashnode } from "./hashnode.ts";
import { hexo } from "./hexo.ts";
import { hugo } from "./hugo.ts";
import { jekyll } from "./jekyll.ts";
import { medium } from "./medium.ts";
import type { LookedAt, SourceKind } from "./source.ts";
import { substack } from "./substack.ts";
import { wordpress } from "./wordpress.ts";
import { zola } from "./zola.ts";

export const KINDS: readonly SourceKind[] = [
  ...[wordpress, blogger, ghost, devto, substack, medium],
  ...[zola, hexo, astro, docusaurus, hugo, jekyll, eleventy],
  ...[hashnode, feed],
];

const START = 4096;

/** The kind of that name, or for `auto` the first that the path looks like, with what shows it. Throws a `UsageError`. */
export async function kindOf(name: string, path: string): Promise<{ kind: SourceKind; found?: string }> {
  checkRequest(name, path);
  const named = KINDS.find((kind) => kind.name === name);
  if (named) return { kind: named };
  const lookedAt = lookAt(path);
  for (const kind of KINDS) {
    const found = await kind.detect(lookedAt);
    if (found) return { kind, found };
  }
  throw new UsageError(`${path} looks like nothing that is known: name its kind, one of ${KIND_NAMES.join(", ")}`);
}

function lookAt(given: string): LookedAt {
  const path = resolve(given);
  const isFolder = statSync(path).isDirectory();
  return {
    ...{ path, isFolder, names: isFolder ? readdirSync(path).sort() : [] },
    has: (name) => isFolder && existsSync(join(path, name)),
    start: (name) => startOf(name ? join(path, name) : path),
  };
}

function startOf(file: string): string {
  if (!existsSync(file) || !statSync(file).isFile()) return "";
  const descriptor = openSync(file, "r");
  const bytes = Buffer.alloc(START);
  const length = readSync(descriptor, bytes, 0, START, 0);
  closeSync(descriptor);
  return bytes.toString("utf8", 0, length);
}
