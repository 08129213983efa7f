/** Pages that WordPress made without a text of their own: of years, months and days, and of a file alone. */
import type { SourceEntry, SourceListing, SourceRedirect } from "../source-site.ts";
import type { Library } from "./library.ts";
import type { WxrItem } from "./wxr.ts";

/**
 * Pages of years, months and days. Their paths follow from the permalink structure that addresses of posts show: below what stands before
 * their year, or below `date/` where they have the post's id. Without one, only a query tells these pages apart; it also did with one, and
 * is left out for days then, which are many. `published` has the address of each public item by its id.
 */
export function archivesOf(entries: readonly SourceEntry[], published: ReadonlyMap<string, string>): SourceListing[] {
  const posts = entries.flatMap(({ kind, draft, date, address }) =>
    kind === "post" && !draft && date !== undefined ? [{ address, day: date.slice(0, 10).replaceAll("-", "/") }] : [],
  );
  const addressed = posts.flatMap(({ address, day }) => (address === undefined ? [] : [{ address, day }]));
  const months = new Set(posts.flatMap(({ day }) => [day.slice(0, 4), day.slice(0, 7)]));
  const days = new Set(posts.map(({ day }) => day));
  const [byPath, byQuery] = addressed.length > 0 ? [[...months, ...days], [...months]] : [[], [...months, ...days]];
  const front = frontOf(addressed, published);
  const listing = (path: string, date: string) => ({ path, year: Number(date.slice(0, 4)) });
  return [
    ...byPath.map((date) => listing(`${front}/${date}/`, date)),
    ...byQuery.map((date) => listing(`/?m=${date.replaceAll("/", "")}`, date)),
  ];
}

/** What stands before the year in the paths of these pages. */
function frontOf(
  posts: readonly { readonly address: string; readonly day: string }[],
  published: ReadonlyMap<string, string>,
): string {
  const ids = new Map([...published].map(([id, address]) => [address, id]));
  const byId = posts.map(({ address }) => {
    const [, front = "", id] = /^(.*)\/(\d+)\/?$/.exec(address) ?? [];
    return id !== undefined && id === ids.get(address)
      ? `${front.replace(/\/\d{4}(\/\d{2}){0,2}$/, "")}/date`
      : undefined;
  });
  const byDate = posts.map(({ address, day }) => {
    const at = address.indexOf(`/${day.slice(0, 7)}/`);
    return at === -1 ? undefined : address.slice(0, at);
  });
  return (byId.every((one) => one !== undefined) ? byId[0] : byDate.find((one) => one !== undefined)) ?? "";
}

interface Published {
  readonly library: Library;
  /** The address of each public item by its id. */
  readonly published: ReadonlyMap<string, string>;
  pathOf(address: string): string | undefined;
}

/** From the page of a file to what it was uploaded for, or else to the first item that names it. */
export function attachmentPages(
  items: readonly WxrItem[],
  { library, published, pathOf }: Published,
): SourceRedirect[] {
  const users = new Map<string, string>();
  for (const { id, content, meta } of items) {
    if (!published.has(id)) continue;
    const named = [...content.matchAll(/(?:https?:)?\/\/[^\s"'<>]+/g)].map(
      ([address]) => library.byAddress(address)?.id,
    );
    for (const file of [...(meta.get("_thumbnail_id") ?? []), ...named])
      if (file !== undefined && !users.has(file)) users.set(file, id);
  }
  return items.flatMap(({ file, line, id, type, link, parent }): SourceRedirect[] => {
    const to = type === "attachment" ? (published.get(parent) ?? published.get(users.get(id) ?? "")) : undefined;
    if (to === undefined) return [];
    const path = link === "" ? undefined : pathOf(link);
    const from = [...(path === undefined || path === "/" ? [] : [path]), `/?attachment_id=${id}`];
    return from.map((one) => ({ file, line, from: one, to }));
  });
}
