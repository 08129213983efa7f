/** The entries of a content by their collections, as tests of essays and projects ask for them. */

import type { Content } from "../../src/content/content.ts";
import { type DatedEntry, isDated } from "../../src/content/entry.ts";
import { isProject, type Project } from "../../src/content/project.ts";
import type { CollectionRow } from "../../src/site/collections.ts";
import { collections } from "../../src/site/collections.ts";

/** Newest first. */
export function postsOf({ entries }: Pick<Content, "entries">): DatedEntry[] {
  return entries.filter(({ collection }) => collection === "posts").filter(isDated);
}

/** In their order. */
export function projectsOf({ entries }: Pick<Content, "entries">): Project[] {
  return entries.filter(isProject);
}

/** A row of the table. */
export function collectionNamed(name: string): CollectionRow {
  const row = collections.find((one) => one.name === name);
  if (!row) throw new Error(`there is no collection ${name}`);
  return row;
}
