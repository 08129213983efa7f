/** The targets in the new site of an old text's links and pictures. */
import { posix } from "node:path";
import type { Addresses } from "./dialect/rewriting.ts";
import type { Media, PlacedFile } from "./media.ts";
import { type Plan, type Planned, plainPath } from "./plan.ts";
import { publicAddress } from "./public-files.ts";
import type { Left, SourceFile } from "./source-site.ts";
import { oneLine } from "./tags/tags.ts";

/** A link to a heading, to be looked at again when all headings are known. */
export interface AnchorLink {
  readonly to: Planned;
  readonly anchor: string;
  /** As it was written into the text. */
  readonly written: string;
  readonly line: number;
}

export interface Asking {
  readonly plan: Plan;
  readonly media: Media;
  readonly from: Planned;
  readonly left: Left[];
  /** Filled with the files that are used, and the links to headings. */
  readonly files: Set<PlacedFile>;
  readonly anchors: AnchorLink[];
}

/** What tells pages of WordPress apart at the address of the home page, which they share. */
const PAGE_QUERY = /[?&]((?:p|page_id|attachment_id|cat|tag|author)=[^&#]*|m=\d{4}[^&#]*)/;
const SCHEME = /^[a-z][a-z\d+.-]*:/i;

export function addressesOf(asking: Asking): Addresses & { describe(src: string): string | undefined } {
  const { plan, media, from, left, files, anchors } = asking;
  const { entry } = from;
  const note = (construct: string, outcome: Left["outcome"], was: string, now: string, line: number) =>
    left.push({
      file: entry.file,
      line: entry.body.line + line - 1,
      construct,
      outcome,
      was: oneLine(was),
      now: oneLine(now),
    });

  const pathsOf = (target: string): string[] => {
    const path = decoded(pathOf(target));
    const root = entry.body.dialect?.contentRoot ?? "";
    if (path.startsWith("/")) {
      const own = plan.ownPath(path) ?? path;
      return [...new Set([own, path, posix.join("/", root, path)])];
    }
    const base = entry.address ?? `/${posix.dirname(entry.file)}/`;
    const below = path.replace(/^@\//, "");
    return [
      ...(path.startsWith("@/") ? [posix.join("/", root, below)] : []),
      posix.join(base.endsWith("/") ? base : posix.dirname(base), path),
      posix.join("/", posix.dirname(entry.file), path),
      posix.join(base, path),
      posix.join("/", root, path),
      posix.join("/", path),
    ];
  };
  const fileFor = (target: string): SourceFile | undefined => {
    const own = SCHEME.test(target) || target.startsWith("//") ? plan.ownPath(target) : target;
    if (own === undefined) return media.fetched(target);
    const paths = [...pathsOf(own), ...pathsOf(target.replace(/^[a-z]+:\/\/[^/]+/i, ""))];
    return media.fetched(target) ?? media.at(paths);
  };
  /** One that only the old host has can't be shown from there: the new site takes its name over. */
  const use = (file: SourceFile, line: number): string | undefined => {
    if (!("file" in file.at)) {
      if (plan.ownPath(file.at.url) === undefined) return file.at.url.replace(/^http:/i, "https:");
      note("file of the old host", "left", file.at.url, "its description, unless --fetch brings it", line);
      return undefined;
    }
    const placed = media.place(file, from);
    files.add(placed);
    return publicAddress(placed.file) ?? posix.relative(from.folder, placed.file);
  };
  const entryFor = (target: string): Planned | undefined => {
    const byTree = pathsOf(target)
      .map((path) => plan.byFile(path.slice(1)))
      .find(Boolean);
    const byAddress = pathsOf(target)
      .map((path) => plan.byAddress(path))
      .find(Boolean);
    return /\.(md|mdx|markdown)$/i.test(pathOf(target)) || target.startsWith("@/")
      ? (byTree ?? byAddress)
      : (byAddress ?? byTree);
  };

  /** The entry to which an address of the old site leads on. */
  const redirected = (from: string): Planned | undefined => {
    const to = plan.redirects.get(from) ?? plan.redirects.get(`${from}/`);
    return to === undefined ? undefined : plan.byAddress(to);
  };

  const toEntry = (planned: Planned, anchor: string, line: number, was: string): string | undefined => {
    if (!planned.isPublic && from.isPublic) {
      note("link to a page that is not public", "noted", was, "its text without the link", line);
      return undefined;
    }
    if (planned === from && anchor === "") return "index.md";
    const file = planned === from ? "" : posix.relative(from.folder, planned.file);
    if (anchor === "") return file;
    const written = `${file}#${encodeAnchor(anchor)}`;
    anchors.push({ to: planned, anchor, written, line });
    return written;
  };

  return {
    isOwn: (address) => plan.ownPath(address) !== undefined,
    describe: (src) => fileFor(src)?.description,
    link(href, line) {
      const target = clean(href);
      if (target === "" || target === "#" || /^#(top|_top|!)?$/i.test(target)) {
        if (target === "") note("link without an address", "noted", href || "()", "its text", line);
        return undefined;
      }
      const hash = target.indexOf("#");
      const anchor = hash === -1 ? "" : decoded(target.slice(hash + 1)).replaceAll("#", "");
      if (target.startsWith("#")) return toEntry(from, anchor, line, href);
      const isAbsolute = SCHEME.test(target) || target.startsWith("//");
      const own = isAbsolute ? plan.ownPath(target) : target;
      if (isAbsolute && own === undefined) {
        const external = externalOf(target);
        if (external === undefined) note("address that can't be followed", "left", href, "its text", line);
        return external;
      }
      const path = own ?? target;
      const beside = plan.besideSite(target);
      const file = fileFor(target);
      // A path alone may have been meant from the site's own folder.
      if (isAbsolute && beside !== undefined && !file) return beside;
      const plain = plan.ownPath(pathOf(path)) ?? pathOf(path);
      const query = plainPath(plain) === "/" ? PAGE_QUERY.exec(target)?.[1] : undefined;
      const planned = query === undefined ? (entryFor(path) ?? redirected(plain)) : plan.byAddress(`/?${query}`);
      if (planned) return toEntry(planned, anchor, line, href);
      if (file) return use(file, line);
      const special =
        query === undefined
          ? (plan.listing(plain) ?? specialPath(plain) ?? plan.feed(plain))
          : plan.listing(`/?${query}`);
      if (special) return special;
      if (beside !== undefined) return beside;
      const external = /^(www\.)?[\w-]+(\.[\w-]+)*\.(com|org|net|io|dev|de|co|edu|gov|me|info|uk)(\/|$)/i.test(target)
        ? externalOf(`https://${target}`)
        : undefined;
      note("link that leads nowhere", external ? "noted" : "left", href, external ?? "its text without the link", line);
      return external;
    },
    media(src, line) {
      const target = clean(src);
      if (target === "" || /^(data|blob|javascript|file):/i.test(target)) {
        note("picture", "left", src, "its description", line);
        return undefined;
      }
      const file =
        fileFor(target) ?? (SCHEME.test(target) ? undefined : media.named(posix.basename(decoded(pathOf(target)))));
      if (file) return use(file, line);
      const isAbsolute = SCHEME.test(target) || target.startsWith("//");
      const beside = plan.besideSite(target);
      if (beside !== undefined || (isAbsolute && plan.ownPath(target) === undefined)) {
        const external = externalOf(beside ?? target);
        if (external?.startsWith("http:")) {
          note("picture without encryption", "noted", src, "https", line);
          return external.replace(/^http:/, "https:");
        }
        if (external && /^https:/.test(external)) return external;
      }
      const now = isAbsolute ? "its description, unless --fetch brings it" : "its description";
      note("picture that is not there", "left", src, now, line);
      return undefined;
    },
  };
}

/** Without query and anchor. */
function pathOf(address: string): string {
  return address.replace(/[?#].*$/, "");
}

/** Pages that the engine has by other names. */
function specialPath(path: string): string | undefined {
  const plain = path.replace(/index\.html?$/, "");
  if (plain === "/" || plain === "") return "/";
  if (/^\/search(\/|$)/i.test(plain)) return "/search/";
  return /^\/(feed|rss|atom|index)(\.xml|\/)?$/i.test(plain) ? "/subscribe/" : undefined;
}

function externalOf(target: string): string | undefined {
  const url = target.startsWith("//") ? `https:${target}` : target;
  if (/^(mailto|tel):[^\s]+$/i.test(url)) return url.replace(/\s/g, "%20");
  if (!/^https?:\/\//i.test(url)) return undefined;
  const spaced = url.replace(/\s+/g, "%20").replace(/[<>]/g, (character) => encodeURIComponent(character));
  if (!URL.canParse(spaced)) return undefined;
  return spaced.replace(/^https?/i, (scheme) => scheme.toLowerCase());
}

function clean(address: string): string {
  return address
    .trim()
    .replace(/^<|>$/g, "")
    .replaceAll("&amp;", "&")
    .replace(/^(https?):\/(?=[^/])/i, "$1://")
    .replace(/^(https?):\/{3,}/i, "$1://")
    .replace(/^(https?)\/\//i, "$1://");
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

function encodeAnchor(anchor: string): string {
  return anchor.replace(/[\s()<>"\\%]/g, (character) =>
    encodeURIComponent(character).replace(/[()]/g, (one) => `%${one.charCodeAt(0).toString(16)}`),
  );
}
