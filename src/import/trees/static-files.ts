/** Files that an engine published as they are, at the addresses that they had. */
import { posix } from "node:path";
import type { SourceFile } from "../source-site.ts";
import { MARKDOWN, type Tree } from "./tree.ts";
import { textAt } from "./tree-files.ts";

/** A folder, or one file, of the tree, and the path at which it was published. */
export interface StaticPlace {
  readonly from: string;
  readonly to: string;
}

/** Files that become pages if they begin with front matter. */
const MAY_BE_TEMPLATE = /\.(html?|xml|txt|json|js|css|scss|svg|webmanifest|xsl)$/i;

/** Texts are entries, or were never shown; the first of several files of one address counts. */
export function staticFilesOf(
  tree: Tree,
  places: readonly StaticPlace[],
  isPublished: (file: string) => boolean = () => true,
): SourceFile[] {
  const found = new Map<string, SourceFile>();
  for (const { from, to } of places) {
    const prefix = from === "" ? "" : `${from}/`;
    for (const file of tree.files) {
      if (MARKDOWN.test(file) || !isPublished(file)) continue;
      const isFile = file === from;
      if (!isFile && !file.startsWith(prefix)) continue;
      const below = isFile ? (to === "" || to.endsWith("/") ? posix.basename(file) : "") : file.slice(prefix.length);
      const path = posix.join("/", to, below);
      const at = { file: posix.join(tree.root.replaceAll("\\", "/"), file) };
      if (!found.has(path)) found.set(path, { path, at, isPublished: true });
    }
  }
  return [...found.values()];
}

/** True for a file of an engine that publishes what has no front matter, but for its own files and those of the project. */
export function isPlainFile(tree: Tree, file: string, below: string): boolean {
  const names = below.split("/");
  if (names.some((name) => name.startsWith("_"))) return false;
  if (names.length === 1 && OF_PROJECT.test(below)) return false;
  return !(MAY_BE_TEMPLATE.test(file) && /^\uFEFF?---[ \t]*\r?\n/.test(textAt(tree.root, file) ?? ""));
}

const OF_PROJECT =
  /^(gemfile(\.lock)?|rakefile|makefile|dockerfile|procfile|license.*|licence.*|copying|readme.*|changelog.*|contributing.*|package(-lock)?\.json|yarn\.lock|pnpm-lock\.yaml|bun\.lockb?|composer\.(json|lock)|netlify\.toml|vercel\.json|wrangler\.(toml|jsonc?)|tsconfig.*\.json|docker-compose.*|.*\.(gemspec|rb|ya?ml|toml|lock|sh|ps1|bat|[cm]?[jt]s|iml))$/i;
