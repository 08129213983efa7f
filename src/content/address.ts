/** Addresses of pages. A *path* is site-relative and begins with `/`; an *href* has the site's base path before it. */
import { z } from "zod";
import { pathMeant } from "./path-meant.ts";
import { refusing } from "./refusal.ts";

const PATH = /^\/(?:[\p{Ll}\p{Lo}\p{N}][\p{Ll}\p{Lo}\p{Lm}\p{M}\p{N}._-]*\/)+$/u;

/** A page's path as front matter gives it: lower case, from `/` to `/`, without `..`, `?` or `#`. */
export const PagePath = z.string({ error: "must be an address such as /posts/my-post/, in quotes" }).check(
  refusing((path) => {
    if (PATH.test(path)) return undefined;
    const message = `"${path}" is not an address such as /posts/my-post/ (lower case, from / to /, no ?, # or ..)`;
    const meant = pathMeant(path, (one) => PATH.test(one));
    return { message, hint: meant && `write ${meant}` };
  }),
);

/** The href that a page of this site uses for another: `/posts/` → `/blog/posts/` on a site that lives in `/blog/`. */
export function hrefOf(site: { url: string }, path: string): string {
  return new URL(site.url).pathname + encodeURI(path.slice(1));
}

/** The whole URL of a path. */
export function absoluteUrl(site: { url: string }, path: string): string {
  return new URL(site.url).origin + hrefOf(site, path);
}

/** Where in the output folder a path's file lies: `/posts/` → `posts/index.html`. */
export function outputOf(path: string): string {
  return (path.endsWith("/") ? `${path}index.html` : path).slice(1);
}
