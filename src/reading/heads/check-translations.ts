/** Problems of translations: of nothing, of a draft, into a language that the site does not have or that has one already. */
import { HOME } from "../../content/collection.ts";
import { editionsOf } from "../../content/editions.ts";
import { groupBy } from "../../content/group-by.ts";
import { didYouMean } from "../../content/problems/nearest-name.ts";
import type { Problem } from "../../content/problems/problem.ts";
import type { Site } from "../../content/site.ts";
import type { Named } from "./check-heads.ts";
import { namedLanguage, nearLanguage } from "./named-language.ts";
import type { HeadWithSource } from "./read-heads.ts";

/** The original of each translation, by the translation's file. Those without an original are left out. */
export function originalsOf(heads: readonly HeadWithSource[]): Map<string, HeadWithSource> {
  const byName = new Map(
    heads
      .filter(({ head }) => head.translationOf === undefined)
      .map((one) => [`${one.collection.name} ${one.head.slug}`, one]),
  );
  return new Map(
    heads.flatMap((one) => {
      const original = byName.get(`${one.collection.name} ${one.head.translationOf}`);
      return one.head.translationOf !== undefined && original ? [[one.head.file, original] as const] : [];
    }),
  );
}

/** The files of all translations: by the original's file, then by language. */
export function translationsByLanguage(heads: readonly HeadWithSource[]): Map<string, Map<string, string>> {
  const originals = originalsOf(heads);
  const translations = new Map<string, Map<string, string>>();
  for (const { head } of heads) {
    const original = originals.get(head.file)?.head.file;
    if (original === undefined) continue;
    const known = translations.get(original) ?? new Map<string, string>();
    translations.set(original, known.set(head.lang, head.file));
  }
  return translations;
}

/** What translates an entry of `broken`, which could not be read, is no problem of its own. */
export function translationProblems(
  heads: readonly HeadWithSource[],
  site: Site,
  broken: readonly Named[] = [],
): Problem[] {
  const originals = originalsOf(heads);
  const isBroken = ({ collection, head }: HeadWithSource) =>
    broken.some((one) => one.collection === collection.name && one.slug === head.translationOf);
  const translations = heads.filter((one) => one.head.translationOf !== undefined && !isBroken(one));
  return [
    ...heads.flatMap((one) => namedOtherwise(one, site)),
    ...translations.flatMap((one) => withoutOriginal(one, originals.get(one.head.file), heads, site)),
    ...twice(translations, originals),
  ];
}

/** `x.de.md` with `lang: fr`. */
function namedOtherwise({ head, matter, place }: HeadWithSource, site: Site): Problem[] {
  const { language } = namedLanguage(head.file, site);
  if (!language || matter.lang === undefined || matter.lang === language) return [];
  const message = `is ${matter.lang}, and the file's name says ${language}`;
  return [{ ...place(["lang"]), field: "lang", message, hint: "leave it out, or rename the file" }];
}

function withoutOriginal(
  { head, matter, place, collection }: HeadWithSource,
  original: HeadWithSource | undefined,
  heads: readonly HeadWithSource[],
  site: Site,
): Problem[] {
  const at = matter.translationOf === undefined ? { file: head.file } : place(["translationOf"]);
  const problem = (message: string, hint?: string): Problem[] => [{ ...at, field: "translationOf", message, hint }];
  if (!original) {
    // An edition without a home page of its own gets a generated one.
    if (head.slug === HOME && matter.translationOf === undefined) return [];
    const names = heads
      .filter((one) => one.collection === collection && one.head.translationOf === undefined)
      .map((one) => one.head.slug);
    const alone = `name the file ${head.slug}.md and write lang: ${head.lang}, if it translates nothing`;
    const hint =
      didYouMean(head.translationOf ?? "", names) ?? (matter.translationOf === undefined ? alone : undefined);
    return problem(`translates "${head.translationOf}", which ${collection.folder}/ does not have`, hint);
  }
  if (head.lang === original.head.lang)
    return problem(`translates ${original.head.file}, which is in ${head.lang} too`, "write its own lang");
  const languages = editionsOf(site).map(({ language }) => language);
  if (!languages.includes(head.lang)) {
    const near = nearLanguage(head.lang, languages);
    const hint = near ? `write ${near}` : `add languages: ["${head.lang}"] to _data/site.ts`;
    return [{ ...place(["lang"]), field: "lang", message: `"${head.lang}" is no language of this site`, hint }];
  }
  if (original.head.draft && !head.draft)
    return problem(`translates ${original.head.file}, which is a draft`, "make it a draft, too");
  return [];
}

/** Of several translations into one language, the first counts, and the others are problems. */
function twice(translations: readonly HeadWithSource[], originals: ReadonlyMap<string, HeadWithSource>): Problem[] {
  const groups = groupBy(translations, ({ head }) => `${originals.get(head.file)?.head.file} ${head.lang}`);
  return [...groups.values()].flatMap(([first, ...others]) =>
    others.flatMap(({ head }): Problem[] => {
      const original = originals.get(head.file);
      if (!first || !original) return [];
      const message = `translates ${original.head.file} into ${head.lang}, as ${first.head.file} does`;
      return [{ file: head.file, message, hint: "keep one of them" }];
    }),
  );
}
