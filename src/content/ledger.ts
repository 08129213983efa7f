/** The ledger: what was published so far, namely addresses, the ids of entries in feeds, and what links to their pages can lead to. */
import type { Content } from "./content.ts";
import { entryIdOf } from "./syndication.ts";

export const LEDGER_FILE = "_data/published.json";
/** In the output folder: what a build would publish, in the form of the ledger, which takes it in when it is online. */
export const BUILT_LIST = "published.json";

/** The record of a published address. */
export interface Published {
  /** The id of its entry in feeds. */
  id?: string | undefined;
  /** Ids of its headings, and those that its author gave to figures and blocks. */
  anchors?: string[] | undefined;
}

/** By site-relative path. */
export type Ledger = ReadonlyMap<string, Published>;

/** What a build of this content publishes; `paths` are those of its pages and feeds. */
export function ledgerOf(content: Content, paths: readonly string[]): Ledger {
  const ids = new Map(content.entries.map((entry) => [entry.path, entryIdOf(content.site, entry)]));
  const anchors = new Map(
    content.entries.map(({ path, body }) => [
      path,
      [...new Set([...body.headings.map(({ id }) => id), ...body.givenIds])],
    ]),
  );
  return new Map(paths.map((path) => [path, { id: ids.get(path), anchors: anchors.get(path) }]));
}

/** Everything that was published before, and what is published now. */
export function addToLedger(before: Ledger, now: Ledger): Ledger {
  const both = new Map(before);
  for (const [path, { id, anchors = [] }] of now) {
    both.set(path, { id, anchors: [...new Set([...(before.get(path)?.anchors ?? []), ...anchors])] });
  }
  return both;
}
