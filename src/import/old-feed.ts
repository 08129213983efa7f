/** The ids that entries had in the feed of the old site, by which readers know what they have read. */
import { readFile } from "node:fs/promises";
import { optional } from "./optional.ts";
import { plainPath } from "./plan.ts";

/** By the plain path of an entry's link; see `plainPath`. */
export type OldFeed = ReadonlyMap<string, string>;

/** RSS, Atom or JSON Feed. Throws the feed parser's error for any other file. */
export async function readOldFeed(file: string, ownPath: (address: string) => string | undefined): Promise<OldFeed> {
  const { parseFeed } = await optional(() => import("feedsmith"));
  const { feed } = parseFeed(await readFile(file, "utf8"));
  const ids = new Map<string, string>();
  for (const item of itemsOf(feed)) {
    const { link, id } = idAndLink(item);
    const path = link === undefined ? undefined : (ownPath(link) ?? pathOf(link));
    if (path !== undefined && id !== undefined && !ids.has(plainPath(path))) ids.set(plainPath(path), id);
  }
  return ids;
}

function itemsOf(feed: unknown): unknown[] {
  if (typeof feed !== "object" || feed === null) return [];
  const lists: unknown[] = ["items" in feed ? feed.items : undefined, "entries" in feed ? feed.entries : undefined];
  return lists.flatMap((list) => (Array.isArray(list) ? list : []));
}

function idAndLink(item: unknown): { link?: string | undefined; id?: string | undefined } {
  if (typeof item !== "object" || item === null) return {};
  const record: Record<string, unknown> = { ...item };
  const text = (value: unknown) => (typeof value === "string" && value.trim() ? value.trim() : undefined);
  const inside = (value: unknown, key: string) => {
    const inner: Record<string, unknown> = typeof value === "object" && value !== null ? { ...value } : {};
    return text(inner[key]);
  };
  const links = Array.isArray(record["links"]) ? record["links"] : [];
  const alternate = links.find((one: unknown) => (inside(one, "rel") ?? "alternate") === "alternate");
  const id = text(record["id"]) ?? text(record["guid"]) ?? inside(record["guid"], "value");
  return {
    id,
    link:
      text(record["link"]) ??
      text(record["url"]) ??
      inside(alternate, "href") ??
      (id && /^https?:/.test(id) ? id : undefined),
  };
}

function pathOf(address: string): string | undefined {
  return URL.canParse(address) ? new URL(address).pathname : undefined;
}
