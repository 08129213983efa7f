/** A collection: a kind of entry, as a row of the table in `src/site/collections.ts` without its functions. */
import type { z } from "zod";
import type { Entry } from "./entry.ts";
import type { EntryMatter, EntryOf, EntrySchema } from "./entry-keys.ts";
import type { Phrase } from "./words/message.ts";
import type { PlainKey } from "./words/plurals.ts";

/** What readers call a collection and its entries. */
export interface Labels {
  /** One entry, and several, within a sentence: `essay`, `essays`. */
  readonly one: string;
  readonly many: string;
  /** So many of them: `3 essays`; made of the two above, if left out. */
  readonly count?: Phrase | undefined;
  /** The list of all, and its feed: `Essays`. */
  readonly title: string;
  /** One entry, where kinds are told apart, as in search: `Essay`. */
  readonly kind: string;
  /** What the list is, for its page and its description. */
  readonly about: string;
  /** Over the newest ones on other pages: `Latest writing`. */
  readonly latest: string;
  /** A link to the list: `All essays`; the usual one, if left out. */
  readonly all?: string | undefined;
  /** What its feed has, after its name: `without the projects`. */
  readonly feed: string;
}

/** Some of a collection's entries that pages can show by themselves, such as case studies. */
export interface Part {
  /** As a page's sections name it. */
  readonly name: string;
  /** Its usual heading there. */
  readonly title: PlainKey;
  has(entry: Entry): boolean;
}

/** The row, without the functions that make its pages. */
export interface Collection {
  /** Part of its entries' ids in feeds, and so never changes. */
  readonly name: string;
  /** Of its files. */
  readonly folder: string;
  /** Site-relative path of its list, and the beginning of its entries' paths; that of its folder, if left out. */
  readonly path?: string;
  readonly labels: Labels;
  /** The language that they are in (BCP 47); English, if left out. */
  readonly labelsLanguage?: string;
  /** True where the settings word them. */
  readonly hasOwnWords?: boolean;
  readonly schema: EntrySchema;
  /** The key of front matter that holds an entry's summary. */
  readonly summary: string;
  /** The key with what feeds and the index of terms say that an entry is about. */
  readonly keywords?: string;
  /** True where entries stand by themselves: addresses follow their files, as `/a/b/` for `pages/a/b.md`, and no list or feed has them. */
  readonly isStandalone?: true;
  readonly parts?: readonly Part[];
  /** Keys that hold slugs of entries of another collection, by its name. */
  readonly references?: Readonly<Record<string, string>>;
  /** The word for an entry's kind, where a collection has several; otherwise `labels.kind`. */
  labelOf?(matter: EntryMatter): PlainKey;
  /** The order of its list. Without it the newest comes first, and long lists have a page for each year. */
  compare?(a: Entry, b: Entry): number;
}

type KeysOf<Schema extends EntrySchema, Value> = {
  [Key in keyof z.infer<Schema>]-?: z.infer<Schema>[Key] extends Value ? Key : never;
}[keyof z.infer<Schema>] &
  string;

/** The same with the types of its own schema, by which a row is checked where it is written. */
export interface CollectionOf<Schema extends EntrySchema> extends Collection {
  readonly schema: Schema;
  readonly summary: KeysOf<Schema, string | undefined>;
  readonly keywords?: KeysOf<Schema, readonly string[]>;
  labelOf?(matter: z.infer<Schema>): PlainKey;
  compare?(a: EntryOf<Schema>, b: EntryOf<Schema>): number;
}

/** Entries that need not have a date can't be ordered by it. */
export type Ordered<Schema extends EntrySchema> =
  z.infer<Schema> extends { date: string } ? unknown : Required<Pick<CollectionOf<Schema>, "compare">>;

/** True where every entry has a date, by which they are ordered. */
export function isByDate({ compare }: Collection): boolean {
  return compare === undefined;
}

/** The slug of `pages/index.md`, which is the home page. */
export const HOME = "index";

/** Site-relative path of the list of all entries, below which they are. */
export function listPath({ folder, path, isStandalone }: Collection): string {
  return path ?? (isStandalone ? "/" : `/${folder}/`);
}
