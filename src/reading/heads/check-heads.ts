/** Checks front matter against that of other files and against the settings. */

import { Temporal } from "temporal-polyfill";
import type { Collection } from "../../content/collection.ts";
import { momentOf } from "../../content/date.ts";
import { groupBy } from "../../content/group-by.ts";
import { textsAt } from "../../content/own-keys.ts";
import { sectionNames } from "../../content/page-sections.ts";
import { sectionsOf } from "../../content/plain-page.ts";
import { didYouMean } from "../../content/problems/nearest-name.ts";
import type { Place, Problem } from "../../content/problems/problem.ts";
import { by } from "../../content/problems/rule.ts";
import type { Site } from "../../content/site.ts";
import { spellingOf } from "../../content/slugs.ts";
import { spellingProblems, tagPath } from "../../content/tag.ts";
import { fileNameProblems } from "../../content/text/file-name.ts";
import { slugOf } from "../../content/text/slug.ts";
import { nameFix, writtenFix } from "../front-matter/front-matter-fixes.ts";
import type { HeadWithSource } from "./read-heads.ts";

/** Tags that are spelled in two ways, and tags whose pages could not be written. */
export function tagProblems(heads: readonly HeadWithSource[], site: Site): Problem[] {
  const uses = heads.flatMap(({ head, place }) =>
    head.tags.map((name, index) => ({ name, place: () => place(["tags", index]) })),
  );
  const names = [...new Set(uses.map(({ name }) => name))];
  const wrong = new Set(names.filter((name) => addressProblems(name, site, { file: "" }).length > 0));
  const unwritable = uses
    .filter(({ name }) => wrong.has(name))
    .flatMap(({ name, place }) => addressProblems(name, site, { ...place(), field: "tags" }));
  return [...spellingProblems(uses, spellingOf(site, site.language)), ...by("address", unwritable)];
}

function addressProblems(tag: string, site: Site, place: Place & { field?: string }): Problem[] {
  return fileNameProblems(tagPath(tag, { site, root: "/" }), "its page has the address", place);
}

/** Authors who are not in the settings. */
export function authorProblems(heads: readonly HeadWithSource[], { authors }: Site): Problem[] {
  const keys = Object.keys(authors);
  const keyOf = new Map(Object.entries(authors).map(([key, { name }]) => [name.toLowerCase(), key]));
  return heads.flatMap(({ head, place }) =>
    head.authors.flatMap((written, index): Problem[] => {
      if (keys.includes(written)) return [];
      const named = keyOf.get(written.toLowerCase());
      const add = `add authors: { "${slugOf(written)}": { name: ${JSON.stringify(written)} } } to it`;
      const hint = named ? `write ${named}` : (didYouMean(written, keys) ?? add);
      const [path, at] = [["authors", index], place(["authors", index])];
      const fix = named ? writtenFix(path, written, named, at) : nameFix(path, written, keys, at);
      const message = `"${written}" is no author in _data/site.ts`;
      return [{ ...at, field: "authors", message, hint, ...(fix && { fix }) }];
    }),
  );
}

/** Changes that are dated before what they changed was there. On the same day, only days are known of many. */
export function updateProblems(heads: readonly HeadWithSource[]): Problem[] {
  return heads.flatMap(({ head: { published, updated }, matter, place }): Problem[] => {
    if (!published) return [];
    const first = published.toPlainDate();
    const dated = [
      ...(updated && matter.updated !== undefined ? [{ path: ["updated"], moment: updated }] : []),
      ...(matter.revisions ?? []).map(({ date }, index) => ({
        path: ["revisions", index, "date"],
        moment: momentOf(date, published.timeZoneId),
      })),
    ];
    return dated.flatMap(({ path, moment }): Problem[] => {
      if (Temporal.PlainDate.compare(moment.toPlainDate(), first) >= 0) return [];
      const message = `is before the date, ${first}`;
      const hint = "write when it was changed after that, or leave it out";
      return [{ ...place(path), field: path.join("."), message, hint }];
    });
  });
}

/** Sections of plain pages that the site does not have. */
export function sectionProblems(heads: readonly HeadWithSource[], collections: readonly Collection[]): Problem[] {
  const names = sectionNames(collections);
  return heads.flatMap(({ head, place }) =>
    sectionsOf(head).flatMap(({ of }, index): Problem[] => {
      if (names.includes(of)) return [];
      const hint = didYouMean(of, names) ?? `there are ${names.join(", ")}`;
      const message = `"${of}" is not a section of this site`;
      return [{ ...place(["sections", index]), field: `sections.${index}`, message, hint }];
    }),
  );
}

/** What front matter calls an entry whose own can't be read. */
export interface Named {
  readonly collection: string;
  readonly slug: string;
}

/** References to entries of another collection that do not exist. */
export function referenceProblems(heads: readonly HeadWithSource[], broken: readonly Named[] = []): Problem[] {
  const slugs = groupBy(heads, ({ collection }) => collection.name);
  const known = (name: string) => new Set(slugs.get(name)?.map(({ head }) => head.slug));
  const isBroken = (name: string, slug: string) => broken.some((one) => one.collection === name && one.slug === slug);
  return heads.flatMap(({ collection, matter, place }) =>
    Object.entries(collection.references ?? {}).flatMap(([key, name]) => {
      const targets = known(name);
      return textsAt(matter, key).flatMap((slug, index) => {
        if (targets.has(slug) || isBroken(name, slug)) return [];
        const message = `there is no entry "${slug}" in ${name}`;
        const at = place([key, index]);
        const fix = nameFix([key, index], slug, targets, at);
        return [{ ...at, field: key, message, hint: didYouMean(slug, targets), ...(fix && { fix }) }];
      });
    }),
  );
}
