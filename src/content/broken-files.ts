/** Content files that are there and could not be read, each with a problem of its own: what only follows from it is none. */
import { type Collection, listPath } from "./collection.ts";
import { listOfYear } from "./listing.ts";
import { FEED_FILE } from "./syndication.ts";

export interface BrokenFile {
  readonly file: string;
  /** Empty where not even that could be read. */
  readonly text: string;
  /** Where its page would be by its name; front matter may say otherwise. */
  readonly path: string;
}

/** Whether an address may be missing only because of files that could not be read. */
export type MayFollow = (path: string) => boolean;

/** Nothing is known of such a file but its name and its text, which has its permalink, its aliases and its tags somewhere. */
export function followsFrom(broken: readonly BrokenFile[], collections: readonly Collection[]): MayFollow {
  if (broken.length === 0) return () => false;
  const lists = new Set(collections.map(listPath));
  return (path) => {
    if (isOfList(path, lists)) return true;
    return broken.some((one) => isBelow(path, one.path) || one.text.includes(path.replace(/\/$/, "") || path));
  };
}

/** A list of entries or its feed: they are there while they have an entry. */
function isOfList(path: string, lists: ReadonlySet<string>): boolean {
  if (/\/(tags|authors)\/[^/]+\//.test(path)) return true;
  if (!path.endsWith("/") && !FEED_FILE.test(path)) return false;
  const page = path.slice(0, path.lastIndexOf("/") + 1);
  return (
    listOfYear(page) !== undefined || [...lists].some((list) => (list === "/" ? page === list : page.endsWith(list)))
  );
}

/** Also in another language's part of the site, `/de/posts/x/`; files beside a page lie below it. */
function isBelow(path: string, page: string): boolean {
  return page === "/" ? path === "/" : path.includes(page);
}

/** Whether a name may be that of such a file: by its file, or by a title in its text. */
export function mayName(name: string, broken: ReadonlyMap<string, string>): string | undefined {
  const plain = name.trim().toLowerCase();
  if (plain === "") return undefined;
  const known = [...broken].find(([file, text]) => {
    const stem = file.replace(/(?:\/index)?\.md$/, "").toLowerCase();
    return (
      [stem, stem.slice(stem.lastIndexOf("/") + 1)].includes(plain.replaceAll(" ", "-")) ||
      text.toLowerCase().includes(plain)
    );
  });
  return known?.[0];
}
