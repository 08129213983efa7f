/** The data of Eleventy's cascade: global data, and that of folders and files. https://www.11ty.dev/docs/data-cascade/ */

import { join, posix } from "node:path";
import { readDataFile, readJsonFile, readYamlFile } from "../trees/config.ts";
import { joined } from "../trees/path-parts.ts";
import type { Tree } from "../trees/tree.ts";
import { textAt } from "../trees/tree-files.ts";
import { at, type Data, firstText, textsOf } from "../trees/values.ts";
import type { EleventySettings } from "./eleventy-settings.ts";

export async function globalData(tree: Tree, { input, data }: EleventySettings): Promise<Data> {
  const found: Record<string, unknown> = {};
  const folder = joined(input, data, "/").slice(1);
  for (const file of tree.files) {
    const [, name = ""] = new RegExp(`^${folder}([\\w-]+)\\.(?:json|ya?ml|js|cjs|mjs|ts)$`).exec(file) ?? [];
    if (!name) continue;
    const path = join(tree.root, file);
    found[name] = /\.json$/.test(file)
      ? readJsonFile(path)
      : /\.ya?ml$/.test(file)
        ? readYamlFile(path)
        : simpleValues(textAt(tree.root, file) ?? "");
  }
  return found;
}

/** Texts that code exports, by their keys; the first of each counts. */
function simpleValues(code: string): Data {
  const values: Record<string, unknown> = {};
  const pairs = /(?:^|[{,])\s*["']?(\w+)["']?\s*:\s*(["'`])((?:(?!\2)[^\n\\]|\\.)*)\2/gm;
  for (const [, key = "", , value = ""] of code.matchAll(pairs)) {
    if (!(key in values) && !value.includes("${")) values[key] = value;
  }
  return values;
}

export function siteData(data: Data): { title?: string; url?: string; description?: string; language?: string } {
  const names = ["metadata", "site", "meta", "config", "siteMeta"];
  const first = (...keys: string[]) => names.map((name) => firstText(at(data, name), ...keys)).find(Boolean);
  const url = first("url", "siteUrl", "baseUrl", "site_url", "domain");
  const [title, description, language] = [
    first("title", "name", "siteName"),
    first("description", "tagline"),
    first("language", "lang", "locale"),
  ];
  return {
    ...(title && { title }),
    ...(description && { description }),
    ...(language && { language }),
    ...(url && /^https?:/.test(url) && { url }),
  };
}

/** Data of the folders above a file, the nearest last, and its own. */
export async function dataFor(
  tree: Tree,
  file: string,
  prefix: string,
  known: Map<string, Promise<Data>>,
): Promise<Data> {
  const parts = posix
    .dirname(file.slice(prefix.length))
    .split("/")
    .filter((part) => part !== ".");
  const folders = ["", ...parts.map((_, index) => parts.slice(0, index + 1).join("/"))].map((folder) =>
    joined(prefix, folder).slice(1).replace(/\/$/, ""),
  );
  const merged: Record<string, unknown> = {};
  for (const folder of folders) {
    const name = posix.basename(folder || (tree.root.split(/[\\/]/).at(-1) ?? ""));
    const base = folder ? `${folder}/${name}` : name;
    const found = known.get(base) ?? readAll(tree, base);
    known.set(base, found);
    mergeInto(merged, await found);
  }
  mergeInto(merged, await readAll(tree, file.replace(/\.\w+$/, "")));
  return merged;
}

async function readAll(tree: Tree, base: string): Promise<Data> {
  const merged: Record<string, unknown> = {};
  for (const ending of [".json", ".11tydata.json", ".yaml", ".yml", ".11tydata.yaml"]) {
    if (tree.files.includes(base + ending)) mergeInto(merged, await readDataFile(join(tree.root, base + ending)));
  }
  for (const ending of [".11tydata.js", ".11tydata.cjs", ".11tydata.mjs"]) {
    const code = tree.files.includes(base + ending) ? textAt(tree.root, base + ending) : undefined;
    if (code === undefined) continue;
    const [, list] = /\btags["']?\s*:\s*\[([^\]]*)\]/.exec(code) ?? [];
    mergeInto(merged, {
      ...simpleValues(code),
      ...(list !== undefined && { tags: [...list.matchAll(/["'`]([^"'`]+)["'`]/g)].map(([, tag]) => tag) }),
    });
  }
  return merged;
}

/** As Eleventy's deep merge: lists of tags add up. */
function mergeInto(target: Record<string, unknown>, data: Data): void {
  for (const [key, value] of Object.entries(data)) {
    target[key] = key === "tags" ? [...textsOf(target["tags"]), ...textsOf(value)] : value;
  }
}
