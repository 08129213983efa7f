/** Suggests what to write in place of a broken link, where the intended target can be guessed. */
import { existsSync, readdirSync } from "node:fs";
import { join, posix } from "node:path";
import { didYouMean } from "../../content/problems/nearest-name.ts";
import { publicPath } from "../../content/public-file.ts";
import type { LinkMap } from "./link-resolver.ts";

interface From {
  file: string;
  path: string;
}

/** Endings of addresses and of files that become pages; a page's own file ends with `.md`. */
const PAGE_ENDING = /(?:\/?index)?\.(?:html?|md|markdown|mdown|mdx|php|aspx?)$|\/index$/i;
/** Where other engines begin a path: `{{ site.baseurl }}`, Pelican's `{filename}`, Zola's `@/`, an editor's `~/`. */
const PREFIX = /^(?:\{\{[^}]*\}\}|\{(?:filename|static|attach)\}|@\/|~\/)/;
/** Top-level domains that are no file's ending. */
const DOMAIN =
  /^(?:www\.[^/\s]+\.[a-z]{2,}|[a-z0-9-]+(?:\.[a-z0-9-]+)*\.(?:com|org|net|edu|gov|io|dev|de|uk|fr|eu|ch|at|nl|info|blog|app|ai))(?:[/?#:]|$)/i;

/** A hint for a target without a scheme. */
export function localHint(target: string, from: From, map: LinkMap): string | undefined {
  if (/^[\w.+-]+@[\w-]+(\.[\w-]+)+$/.test(target)) return `write mailto:${target}`;
  if (/^\+[\d\s()/.-]{6,}$/.test(target)) return `write tel:${target.replace(/[^+\d]/g, "")}`;
  if (DOMAIN.test(target)) return `write https://${target}`;
  const [name = "", ...anchor] = target.split(/(?=[?#])/);
  const page = pageNear(name.replaceAll("\\", "/"), from, map);
  if (page) return `write ${posix.relative(posix.dirname(from.file), page)}${anchor.join("")}`;
  if (name.includes("\\")) return `write / for \\: ${target.replaceAll("\\", "/")}`;
  return fileHint(name, from, map);
}

/** A hint for a target with a forbidden scheme, or that is no address. */
export function schemeHint(target: string): string | undefined {
  if (/^file:|^[a-z]:(?:[\\/]|%5c)/i.test(target)) return "put the file beside the text, and write its name";
  const rest = /^h?t{1,3}p?s?:?\/{0,3}:?\/*([^/\s]+\.[a-z]{2,}.*)$/i.exec(target)?.[1];
  return rest && `write https://${rest}`;
}

/** The content file that is meant by a name without an ending, in another case, or with a date in front. */
function pageNear(name: string, { file, path }: From, { pathOfFile, withheld, broken }: LinkMap): string | undefined {
  const files = [...pathOfFile.keys(), ...withheld.keys(), ...broken.keys()];
  const plain = name.replace(PREFIX, "").replace(PAGE_ENDING, "").replace(/\/+$/, "");
  const slug = slugOf(plain);
  if (slug === "" || /^\.*$/.test(slug)) return undefined;
  const asAddress = new URL(plain, `https://host${path}`).pathname.replace(/\/*$/, "/").toLowerCase();
  const byAddress = [...pathOfFile].find(([, address]) => address === asAddress)?.[0];
  const beside = posix.join(posix.dirname(file), plain).toLowerCase();
  const byFile = files.find((one) => [beside, asAddress.slice(1, -1)].includes(stem(one).toLowerCase()));
  const bySlug = files.filter(
    (one) => slugOf(stem(one)) === slug || slugOf(stem(one)) === slug.replace(/^\d{4}-\d\d-\d\d-/, ""),
  );
  const isPageLike = PAGE_ENDING.test(name) || !/\.\w+$/.test(name);
  return isPageLike ? (byAddress ?? byFile ?? (bySlug.length === 1 ? bySlug[0] : undefined)) : undefined;
}

/** `posts/x.md` and `posts/x/index.md` are both `posts/x`. */
function stem(file: string): string {
  return file.replace(/(?:\/index)?\.md$/, "");
}

function slugOf(name: string): string {
  return posix.basename(name).toLowerCase();
}

/** A hint for a missing file: a similar name beside the text, or the same name elsewhere. */
function fileHint(name: string, { file }: From, { siteDir }: LinkMap): string | undefined {
  const base = posix.basename(name);
  if (!/\.\w+$/.test(base) || PAGE_ENDING.test(base)) return undefined;
  const folder = posix.join(posix.dirname(file), posix.dirname(name.replace(/^\/+/, "")));
  // It is there, but no plain file, or it lies outside the site.
  if (folder.startsWith("..") || existsSync(join(siteDir, folder, base))) return undefined;
  const near = didYouMean(base, namesIn(join(siteDir, folder)));
  if (near) return near;
  const roots = ["", "public", "static", "assets", "src", "images"].map((root) =>
    posix.join(root, name.replace(/^(\.*\/)+/, "")),
  );
  const found = roots.find((path) => existsSync(join(siteDir, path)));
  const path = found && publicPath(found);
  if (path) return `write ${path}`;
  if (found) return `put ${found} beside the text, and write ${base}`;
  return name.includes("/") ? "put the file beside the text, and write its name" : undefined;
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}
