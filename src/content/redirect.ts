/** Redirects: from the aliases of pages, and from `_data/redirects.ts`. */
import { z } from "zod";
import { refusing } from "./refusal.ts";

export const REDIRECTS_FILE = "_data/redirects.ts";
/** Instead of a target: the address is given up for good. */
export const GONE = "gone";

/** Hosts read more into a `*`, and into a part that begins with a colon. */
const OLD_ADDRESS = /^(?!.*(\/\/|[?#*\s\\]|\/:|\/\.\.?(\/|$)))\/\P{Cc}*$/u;

/** `{ "/old/": "/posts/new/", "/talks/": "https://talks.example/", "/cv.pdf": "gone" }` */
export const Redirects = z.record(
  z.string().regex(OLD_ADDRESS),
  z.string({ error: "must be a path, an address such as https://example.org/, or gone" }).check(
    refusing((to) => {
      if (isTarget(to)) return undefined;
      const message = `"${to}" is no path, no address such as https://example.org/, and not gone`;
      return { message, hint: targetHint(to) };
    }),
  ),
  {
    error: (issue) =>
      issue.code === "invalid_key"
        ? "is not an address such as /old/ (no ?, #, *, /: or ..)"
        : "must be a list of addresses",
  },
);
/** What `_data/redirects.ts` exports. */
export type RedirectsInput = z.input<typeof Redirects>;

export interface Redirect {
  /** Site-relative. */
  from: string;
  /** A site-relative path, a whole URL, or `GONE`. */
  to: string;
  /** The file that asks for it. */
  file: string;
}

/** True for the path of a page, which can redirect by itself on hosts without redirects. */
export function isPagePath(path: string): boolean {
  return /(\/|\.html)$/.test(path);
}

/** A blank or a line break would end its line in the file that hosts read. */
function isTarget(to: string): boolean {
  if (/[\s\p{Cc}]/u.test(to)) return false;
  return to.startsWith("/") || to === GONE || (/^https?:\/\//.test(to) && URL.canParse(to));
}

function targetHint(to: string): string | undefined {
  if (/^(410|deleted|removed|none|null)$/i.test(to)) return `write "${GONE}"`;
  if (/^www\.|^[\w-]+(\.[\w-]+)*\.[a-z]{2,}(\/|$)/i.test(to) && !/\.(md|html?)$/.test(to))
    return `write "https://${to}"`;
  const path = `/${to
    .trim()
    .replaceAll("\\", "/")
    .replace(/(\/index)?\.(md|html?)$|\/$/g, "")}/`;
  return isTarget(path) && !/:/.test(path) ? `write "${path}"` : undefined;
}
