/** Addresses of pages. A *path* is site-relative and begins with `/`; an *href* has the site's base path before it. */
import { z } from "zod";
import { onceForEach } from "./once-for-each.ts";
import { pathMeant } from "./path-meant.ts";
import { decodedPath, encodedPath } from "./percent-encoding.ts";
import { refusing } from "./refusal.ts";

const PATH = /^\/(?:[\p{L}\p{N}][\p{L}\p{M}\p{N}._~+,@!()-]*(?:\/|$))+$/u;
/** Hosts know a file's type by such an ending, and offer a page as something to save. A version, `/v1.2`, is none. */
const OTHER_ENDING = /\.(?!html?$)[a-z][a-z0-9]{1,9}$/i;

/**
 * A page's path as front matter gives it, `/posts/my-post/`; `/2016/My-Post.html` and `/2016/My-Post` are for pages that were
 * at such an address before. Without `..`, `?` or `#`; decoded, if it is percent-encoded.
 */
export const PagePath = z
  .string({ error: "must be an address such as /posts/my-post/, in quotes" })
  .overwrite((path) => {
    const decoded = decodedPath(path);
    return decoded !== undefined && isPath(decoded) ? decoded : path;
  })
  .check(
    refusing((path) => {
      if (isPath(path)) return undefined;
      const ending = PATH.test(path) && OTHER_ENDING.exec(path)?.[0];
      if (ending) {
        const message = `"${path}" ends in ${ending}, and hosts would not show it as a page`;
        return { message, hint: `give the page another address, and write aliases: [${path}]` };
      }
      const message = `"${path}" is not an address such as /posts/my-post/ (from the site's top on, no blanks, ?, # or ..)`;
      const meant = pathMeant(path, isPath);
      return { message, hint: meant && `write ${meant}` };
    }),
  );

function isPath(path: string): boolean {
  // The quicker one first: most of what a site publishes beside its pages has such an ending.
  return !OTHER_ENDING.test(path) && PATH.test(path);
}

/** The parts of a site's address: each page asks for them some hundred times. */
const siteAddress = onceForEach((url) => {
  const { origin, pathname } = new URL(url);
  return { origin, pathname };
});

/** The href that a page of this site uses for another: `/posts/` → `/blog/posts/` on a site that lives in `/blog/`. */
export function hrefOf(site: { url: string }, path: string): string {
  return siteAddress(site.url).pathname + encodeURI(path.slice(1));
}

/** The href of where a redirect leads: a path, perhaps with a query or an anchor, which are encoded already. */
export function hrefOfTarget(site: { url: string }, target: string): string {
  const [, path = "", rest = ""] = /^([^?#]*)(.*)$/s.exec(target) ?? [];
  return siteAddress(site.url).pathname + encodedPath(path).slice(1) + rest;
}

/** The whole URL of a path. */
export function absoluteUrl(site: { url: string }, path: string): string {
  return siteAddress(site.url).origin + hrefOf(site, path);
}

/** Where in the output folder a path's file lies: `/posts/` → `posts/index.html`, `/2016/My-Post` → `2016/My-Post.html`. */
export function outputOf(path: string): string {
  if (path.endsWith("/")) return `${path}index.html`.slice(1);
  return (isPath(path) && !/\.html?$/i.test(path) ? `${path}.html` : path).slice(1);
}

/**
 * Two paths with a key in common would be one file, or one page, on some file system or host: some ignore case, and some
 * serve `/x/`, `/x` and `/x.html` alike where there is only one of them. The first key is that of the file.
 */
export function addressKeys(path: string): string[] {
  const [file, address] = [addressKey(outputOf(path)), addressKey(path.slice(1).replace(/\/$/, ""))];
  return file === address ? [file] : [file, address];
}

function addressKey(path: string): string {
  return path.normalize("NFC").toLowerCase();
}

/** The path of the folder with what lies beside a page: `/posts/x/`, and for `/2016/x.html` and `/2016/x` `/2016/x/`. */
export function folderOf(path: string): string {
  return path.endsWith("/") ? path : `${path.replace(/\.html?$/i, "")}/`;
}
