/** Migrations: the changes of a release to a site's files, and how they are run from one version to a later one. */
import { compareVersions } from "./version.ts";

/** The texts of a site by path, relative to its folder: content, data, theme, `package.json`. */
export type SiteTexts = ReadonlyMap<string, string>;

export interface TextChange {
  path: string;
  /** The new text; undefined if the file is removed. */
  text: string | undefined;
  /** What was done, as the end of a sentence that begins with the path: `imports its types from "wellformed"`. */
  says: string;
}

export interface Migrated {
  changes: TextChange[];
  /** What the site's owner has to do by hand, a sentence each. */
  left: string[];
}

export interface Migration {
  /** The first release that needs it. */
  version: string;
  /** Pure. Leaves a site alone that needs no change. */
  migrate(texts: SiteTexts): Migrated;
}

/** Runs the migrations after `from`, up to and with `to`, in their order; each sees what those before it have changed. */
export function migrate(texts: SiteTexts, from: string, to: string, table: readonly Migration[]): Migrated {
  const due = table
    .filter(({ version }) => compareVersions(version, from) > 0 && compareVersions(version, to) <= 0)
    .toSorted((a, b) => compareVersions(a.version, b.version));
  let present = texts;
  const all: Migrated = { changes: [], left: [] };
  for (const { migrate } of due) {
    const { changes, left } = migrate(present);
    present = withChanges(present, changes);
    all.changes.push(...changes);
    all.left.push(...left);
  }
  return all;
}

/** The texts as they are afterwards. */
export function withChanges(texts: SiteTexts, changes: readonly TextChange[]): SiteTexts {
  const after = new Map(texts);
  for (const { path, text } of changes) {
    if (text === undefined) after.delete(path);
    else after.set(path, text);
  }
  return after;
}
