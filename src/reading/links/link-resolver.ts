/** Resolves the target of a link or an image to a page, a file or another site. */

import { existsSync, lstatSync, readdirSync } from "node:fs";
import { join, posix } from "node:path";
import { folderOf } from "../../content/address.ts";
import { onceForEach } from "../../content/once-for-each.ts";
import { parsedUrl } from "../../content/parsed-url.ts";
import { targetFix } from "../../content/problems/link-fix.ts";
import { didYouMean } from "../../content/problems/nearest-name.ts";
import { failure, type Result, success } from "../../content/problems/result.ts";
import { publicPath } from "../../content/public-file.ts";
import { isRecording } from "../../content/recording.ts";
import { haveSameWords } from "../../content/words/words.ts";
import type { Target } from "../../markdown/extension.ts";
import { NOWHERE } from "../../markdown/targets.ts";
import { PICTURE_FILE } from "../../pictures/read-picture.ts";
import { localHint, schemeHint } from "./link-hints.ts";
import { targetMeant } from "./target-meant.ts";

/** What can be linked to, and who asks. */
export interface LinkMap {
  siteDir: string;
  /** The site's URL, with `/` at its end: a link that begins with it leads to a page like any other. */
  siteUrl: string;
  /** Files of `public/` by their site-relative paths. */
  publicFiles: ReadonlyMap<string, string>;
  /** Site-relative path of the page that each content file becomes. */
  pathOfFile: Map<string, string>;
  /** Of texts that are translated, by their files: the files of their published translations, by language. */
  translations: ReadonlyMap<string, ReadonlyMap<string, string>>;
  /** Content files that are there but not published, with the reason. */
  withheld: Map<string, string>;
  /** The title and the language (BCP 47) of each content file that could be read; without it, no text is known by its title. */
  texts?: ReadonlyMap<string, { readonly title: string; readonly lang: string }>;
  /** Content files that could not be read, which is a problem of their own, with their texts. */
  broken: ReadonlyMap<string, string>;
}

const SCHEME = /^[a-z][a-z0-9+.-]*:/i;
/** Such names have one normalization. */
const ASCII = /^[ -~]*$/;
const SAFE_SCHEMES = /^(https?|mailto|tel):/i;

export interface From {
  /** The content file that the target stands in, for problems. */
  file: string;
  /** Its page. */
  path: string;
  /** The text's language (BCP 47): a link to a file leads to that file's translation into it. */
  lang: string;
}

/** Returns a function that resolves targets as seen from one content file. It fails for those that lead nowhere. */
export function resolverFor(from: From, map: LinkMap): (target: string) => Result<Target> {
  return (target) => {
    if (SCHEME.test(target) || target.startsWith("//")) {
      const own = ownPage(target, map);
      if (!own) return external(target, from, map);
      return success((own.kind === "page" && publicPicture(own.path, map)) || own);
    }
    const [name = "", anchor] = splitAnchor(target);
    if (anchor?.includes("#")) {
      return failure({ file: from.file, message: `"#${anchor}" is two anchors`, hint: "one # is enough" });
    }
    if (name === "") return success({ kind: "page", path: from.path, anchor });
    if (name.startsWith("/") && !/\.(md|markdown)$/i.test(name)) {
      const page = splitQuery(name);
      return success(publicPicture(page.path, map) ?? { kind: "page", ...page, anchor });
    }
    const folder = posix.dirname(from.file);
    const file = name.startsWith("/") ? decode(name) : posix.join(folder, decodedName(name));
    const found = file.endsWith(".md")
      ? pageOf(file, anchor, from, map)
      : // A file name may contain %, ? or #.
        assetOf([file, posix.join(folder, name), posix.join(folder, target)], from, map);
    if (found.ok || map.withheld.has(file)) return found;
    const hint = localHint(decode(target), from, map) ?? nearestFile(file, map);
    const meant = targetMeant(target, from, map);
    const fix = meant === undefined ? undefined : targetFix(target, meant);
    return hint || fix ? failure(...found.problems.map((problem) => ({ ...problem, hint, fix }))) : found;
  };
}

const addressOfSite = onceForEach((siteUrl) => new URL(siteUrl));

/** For a link to this site by its URL, over http or https, with or without `www.`. */
function ownPage(target: string, { siteUrl }: LinkMap): Target | undefined {
  const url = /^(https?:)?\/\//i.test(target) ? parsedUrl(target, siteUrl) : null;
  const site = addressOfSite(siteUrl);
  if (!url || hostOf(url) !== hostOf(site)) return undefined;
  const pathname = `${url.pathname}/`.startsWith(site.pathname) ? url.pathname : undefined;
  if (pathname === undefined) return undefined;
  const path = `/${decode(pathname).slice(decode(site.pathname).length)}`;
  return {
    kind: "page",
    path,
    ...(url.search && { query: url.search }),
    anchor: decode(url.hash.slice(1)) || undefined,
  };
}

function isShown(path: string): boolean {
  return PICTURE_FILE.test(path) || isRecording(path);
}

/** Pictures and recordings of `public/` are shown like those beside a text. */
function publicPicture(path: string, { publicFiles }: LinkMap): Target | undefined {
  const [composed, encoded] = [path, decodedName(path)].map((one) => one.normalize("NFC"));
  const found = [composed, encoded].find((one) => one !== undefined && isShown(one) && publicFiles.has(one));
  const file = found && publicFiles.get(found);
  return file && found ? { kind: "asset", file, path: found } : undefined;
}

function hostOf({ host }: URL): string {
  return host.replace(/^www\./, "");
}

function external(url: string, { file }: From, { pathOfFile }: LinkMap): Result<Target> {
  if (url.startsWith("//")) return success({ kind: "external", url: `https:${url}` });
  const isAddress = !/^https?:/i.test(url) || (/^https?:\/\//i.test(url) && URL.canParse(url));
  const page = isAddress && pathOnThisMachine(url);
  // What a tutorial starts there has other addresses, or none but the top.
  if (page && page !== "/" && [...pathOfFile.values()].includes(page)) {
    return failure({ file, message: `"${url}" is this site on your own machine`, hint: `write ${page}` });
  }
  if (SAFE_SCHEMES.test(url) && isAddress) return success({ kind: "external", url });
  const start = url.slice(0, 40);
  const message = isAddress ? `a link may not lead to "${start}"` : `"${start}" is not an address`;
  return failure({ rule: "link-scheme", file, message, hint: schemeHint(url) ?? "http, https, mailto and tel may" });
}

/** Where `npm start` serves a site. */
function pathOnThisMachine(url: string): string | undefined {
  const found = /^http:\/\//i.test(url) ? parsedUrl(url) : null;
  return found && /^(localhost|127\.0\.0\.1)$/.test(found.hostname) ? decode(found.pathname) : undefined;
}

function pageOf(file: string, anchor: string | undefined, from: From, map: LinkMap): Result<Target> {
  const { pathOfFile, withheld, broken } = map;
  if (broken.has(file)) return success(NOWHERE);
  const named = pathOfFile.has(file) ? file : (sameName(file, pathOfFile.keys()) ?? "");
  // An anchor belongs to the text that was named: the headings of a translation have others.
  const meant = (anchor === undefined && translationFor(from, named, map)) || named;
  const path = pathOfFile.get(meant);
  if (path) return success({ kind: "page", path, anchor, ...(meant !== named && { isTranslation: true }) });
  const reason = withheld.get(file);
  const hint = reason && "publish that first, or leave the link out until then";
  return failure({ file: from.file, message: `links to ${file}, which ${reason ?? "does not exist"}`, hint });
}

/** The translation of `named` into the linking text's language. Undefined if the two are translations of each other. */
export function translationFor({ file, lang }: From, named: string, { translations }: LinkMap): string | undefined {
  const all = translations.get(named);
  if (!all || file === named || [...all.values()].includes(file)) return undefined;
  return all.get(lang) ?? [...all].find(([language]) => haveSameWords(language, lang))?.[1];
}

function nearestFile(file: string, { pathOfFile }: LinkMap): string | undefined {
  return /\.(md|markdown)$/i.test(file) ? didYouMean(file, pathOfFile.keys()) : undefined;
}

/** The first of these spellings that is a file. */
function assetOf(spellings: string[], from: From, { siteDir }: LinkMap): Result<Target> {
  const missing = (message: string) => failure({ file: from.file, message });
  const [wanted = ""] = spellings;
  if (wanted.startsWith("../")) return missing(`"${wanted}" lies outside the site`);
  const file = spellings.map((one) => fileOnDisk(siteDir, one)).find((one) => one !== undefined);
  if (file === undefined) return missing(`names ${wanted}, which does not exist`);
  if (!isPlainFile(siteDir, file)) return missing(`names ${file}, which is not a plain file`);
  const path = publicPath(file) ?? `${folderOf(from.path)}${publishedName(posix.basename(file))}`;
  return success({ kind: "asset", file, path });
}

/** Some hosts refuse file names with ? or #. */
function publishedName(name: string): string {
  return name.normalize("NFC").replace(/[?#]/g, "-");
}

/** The name of a file as it is on disk, which may differ in Unicode normalization: macOS tools often decompose é. */
function fileOnDisk(siteDir: string, file: string): string | undefined {
  if (file.startsWith("../")) return undefined;
  if (ASCII.test(file)) return existsSync(join(siteDir, file)) ? file : undefined;
  let found = "";
  for (const part of file.split("/")) {
    const folder = join(siteDir, found);
    const name = isFolder(folder) ? sameName(part, readdirSync(folder)) : undefined;
    if (name === undefined) return undefined;
    found = posix.join(found, name);
  }
  return found;
}

function isFolder(path: string): boolean {
  return lstatSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
}

/** The equal name, or one that differs only in normalization. */
function sameName(name: string, others: Iterable<string>): string | undefined {
  const composed = name.normalize("NFC");
  const same = [...others].filter((other) => other.normalize("NFC") === composed);
  return same.includes(name) ? name : same[0];
}

/** True if neither the file nor a folder above it is a symbolic link. */
function isPlainFile(siteDir: string, file: string): boolean {
  const parts = file.split("/");
  const above = parts.slice(1).map((_, index) => join(siteDir, ...parts.slice(0, index + 1)));
  return above.every((folder) => lstatSync(folder).isDirectory()) && lstatSync(join(siteDir, file)).isFile();
}

function splitAnchor(target: string): [name: string, anchor: string | undefined] {
  const hash = target.indexOf("#");
  return hash === -1 ? [target, undefined] : [target.slice(0, hash), decode(target.slice(hash + 1)) || undefined];
}

/** `/search/?q=lock` leads to the page `/search/`. */
function splitQuery(name: string): { path: string; query?: string } {
  const mark = name.indexOf("?");
  return mark === -1 ? { path: decode(name) } : { path: decode(name.slice(0, mark)), query: name.slice(mark) };
}

/** Decodes `%23` and `%3F` as well, unlike in the path of a page. */
function decodedName(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return decode(text);
  }
}

function decode(text: string): string {
  try {
    return decodeURI(text);
  } catch {
    return text;
  }
}
