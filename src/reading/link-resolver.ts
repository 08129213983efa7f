/** Finds the page, the file or the other site that an author names in a link or an image. */
import { existsSync, lstatSync } from "node:fs";
import { join, posix } from "node:path";
import { didYouMean } from "../content/problems/problem.ts";
import { failure, type Result, success } from "../content/problems/result.ts";
import type { Target } from "../markdown/extension.ts";
import { NOWHERE } from "../markdown/targets.ts";

/** What can be linked to, and who asks. */
export interface LinkMap {
  siteDir: string;
  /** Site-relative path of the page that each content file becomes. */
  pathOfFile: Map<string, string>;
  /** Content files that are there but not published, with the reason. */
  withheld: Map<string, string>;
  /** Content files that could not be read, which is a problem of their own. */
  broken: ReadonlySet<string>;
}

const SCHEME = /^[a-z][a-z0-9+.-]*:/i;
const SAFE_SCHEMES = /^(https?|mailto|tel):/i;

/** A function that resolves targets as seen from one content file. */
export function resolverFor(from: { file: string; path: string }, map: LinkMap): (target: string) => Result<Target> {
  return (target) => {
    if (SCHEME.test(target) || target.startsWith("//")) return external(target, from.file);
    const [name = "", anchor] = splitAnchor(target);
    if (name === "") return success({ kind: "page", path: from.path, anchor });
    if (name.startsWith("/")) return success({ kind: "page", ...splitQuery(name), anchor });
    const file = posix.join(posix.dirname(from.file), decode(name));
    return file.endsWith(".md") ? pageOf(file, anchor, from, map) : assetOf(file, from, map);
  };
}

function external(url: string, file: string): Result<Target> {
  if (url.startsWith("//")) return success({ kind: "external", url: `https:${url}` });
  if (SAFE_SCHEMES.test(url)) return success({ kind: "external", url });
  const message = `a link may not lead to "${url.slice(0, 40)}"`;
  return failure({ file, message, hint: "http, https, mailto and tel may" });
}

function pageOf(
  file: string,
  anchor: string | undefined,
  from: { file: string },
  { pathOfFile, withheld, broken }: LinkMap,
): Result<Target> {
  if (broken.has(file)) return success(NOWHERE);
  const path = pathOfFile.get(file);
  if (path) return success({ kind: "page", path, anchor });
  const reason = withheld.get(file);
  if (reason) return failure({ file: from.file, message: `links to ${file}, which ${reason}` });
  const message = `links to ${file}, which does not exist`;
  return failure({ file: from.file, message, hint: didYouMean(file, pathOfFile.keys()) });
}

function assetOf(file: string, from: { file: string; path: string }, { siteDir }: LinkMap): Result<Target> {
  const missing = (message: string) => failure({ file: from.file, message });
  if (file.startsWith("../")) return missing(`"${file}" lies outside the site`);
  const path = join(siteDir, file);
  if (!existsSync(path)) return missing(`names ${file}, which does not exist`);
  if (!isPlainFile(siteDir, file)) return missing(`names ${file}, which is not a plain file`);
  return success({ kind: "asset", file, path: `${from.path}${posix.basename(file)}` });
}

/** No symbolic link stands for it, nor for a folder above it. */
function isPlainFile(siteDir: string, file: string): boolean {
  const parts = file.split("/");
  const above = parts.slice(1).map((_, index) => join(siteDir, ...parts.slice(0, index + 1)));
  return above.every((folder) => lstatSync(folder).isDirectory()) && lstatSync(join(siteDir, file)).isFile();
}

function splitAnchor(target: string): [name: string, anchor: string | undefined] {
  const hash = target.indexOf("#");
  return hash === -1 ? [target, undefined] : [target.slice(0, hash), decode(target.slice(hash + 1)) || undefined];
}

/** `/search/?q=lock` leads to `/search/`, and asks it for something. */
function splitQuery(name: string): { path: string; query?: string } {
  const mark = name.indexOf("?");
  return mark === -1 ? { path: decode(name) } : { path: decode(name.slice(0, mark)), query: name.slice(mark) };
}

function decode(text: string): string {
  try {
    return decodeURI(text);
  } catch {
    return text;
  }
}
