/** Redirects: from the aliases of pages, and from `_data/redirects.ts`. */
import { z } from "zod";
import { OldAddress, oldAddressOf } from "./old-address.ts";
import { decodedPath } from "./percent-encoding.ts";
import { refusing } from "./refusal.ts";

export const REDIRECTS_FILE = "_data/redirects.ts";
/** Instead of a target: the address is given up for good. */
export const GONE = "gone";

/** `{ "/old/": "/posts/new/", "/?p=7": "/posts/seven/", "/talks/": "https://talks.example/", "/cv.pdf": "gone" }` */
export const Redirects = z.record(
  OldAddress,
  z.string({ error: "must be a path, an address such as https://example.org/, or gone" }).check(
    refusing((to) => {
      if (isTarget(to)) return undefined;
      const message = `"${to}" is no path, no address such as https://example.org/, and not gone`;
      return { message, hint: targetHint(to) };
    }),
  ),
  { error: (issue) => (issue.code === "invalid_key" ? issue.issues[0]?.message : "must be a list of addresses") },
);
/** What `_data/redirects.ts` exports. */
export type RedirectsInput = z.input<typeof Redirects>;

export interface Redirect {
  /** An old address: see `old-address.ts`. */
  from: string;
  /** A path, decoded, perhaps with a query and an anchor; a whole URL; or `GONE`. */
  to: string;
  /** The file that asks for it. */
  file: string;
  /** True for one that follows from the redirect of a page. */
  implied?: true;
  /** Both as written, if they come from a file that people write. */
  written?: { from: string; to: string };
}

/** A row of `_data/redirects.ts`. */
export function redirectOf(from: string, to: string): Redirect {
  return { from: oldAddressOf(from) ?? from, to: targetOf(to), file: REDIRECTS_FILE, written: { from, to } };
}

/** The path of a target, without query and anchor. */
export function pathOfTarget(to: string): string {
  return to.replace(/[?#].*$/s, "");
}

function targetOf(to: string): string {
  if (!to.startsWith("/")) return to;
  const path = pathOfTarget(to);
  return (decodedPath(path) ?? path) + to.slice(path.length);
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
