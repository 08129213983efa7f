/**
 * The editions of a site in several languages: its own, at its top, and one below `/de/` for each further language. Each has
 * pages, lists and feeds of its own, of what is written in its language.
 */
import { z } from "zod";
import { type Collection, listPath } from "./collection.ts";
import { knownLabels } from "./labels.ts";
import { Calendar, Numbers } from "./locale-parts.ts";
import { NavigationItem } from "./navigation.ts";
import { OwnLabels } from "./own-collections.ts";
import type { Site } from "./site.ts";
import { capitalised } from "./text/capitalised.ts";
import { Language, Text } from "./text/text.ts";
import { haveSameWords, speechOf } from "./words/words.ts";

const Own = z.strictObject({
  /** What the language is called in the switch between them; its own name for itself, if left out. */
  label: Text.optional(),
  /** What the site is called in it, and what is said of it; as in the site's own language, if left out. */
  title: Text.optional(),
  description: Text.optional(),
  tagline: Text.optional(),
  /** Of its dates and numbers, where they are not the usual ones of the language. */
  calendar: Calendar.optional(),
  numbers: Numbers.optional(),
  /** The links at the top of its pages; those of the site's own language that lead to something in it, if left out. */
  navigation: z.array(NavigationItem).optional(),
  /** What collections are called: `{ posts: { title: "Notizen" } }`. */
  collections: z.record(z.string(), OwnLabels).optional(),
});

/** By its tag: `{ de: { title: "Notizen" } }`; or a list of tags. */
export const FurtherLanguages = z
  .union([z.array(Language), z.record(Language, Own)], {
    error: 'must be languages, such as ["de", "ja"] or { de: { title: "Notizen" } }',
  })
  .transform(
    (languages): FurtherLanguages =>
      Array.isArray(languages) ? Object.fromEntries(languages.map((tag) => [tag, {}])) : languages,
  )
  .default({});
export type FurtherLanguages = Readonly<Record<string, z.infer<typeof Own>>>;

interface InLanguages {
  readonly language: string;
  readonly languages?: FurtherLanguages | undefined;
}

export interface Edition {
  /** BCP 47. */
  readonly language: string;
  /** Site-relative path of its home page: `/`, `/de/`. */
  readonly root: string;
}

/** A page in one of several languages. */
export interface Alternate {
  /** BCP 47. */
  readonly language: string;
  /** Site-relative. */
  readonly path: string;
}

/** The one for readers of any other language: in the site's own, or else in the first. */
export function defaultAlternate(all: readonly Alternate[], [main]: readonly Edition[]): Alternate | undefined {
  return all.find(({ language }) => language === main?.language) ?? all[0];
}

/** The site's own first, then the others in the order of the settings. */
export function editionsOf({ language, languages = {} }: InLanguages): Edition[] {
  const others = Object.keys(languages).filter((tag) => tag !== language);
  return [{ language, root: "/" }, ...others.map((tag) => ({ language: tag, root: `/${tag.toLowerCase()}/` }))];
}

/** The one that texts in a language are in: that of the very tag, or of one whose words are the same; else the site's own. */
export function editionFor(site: InLanguages, language: string): Edition {
  const [main = { language: site.language, root: "/" }, ...others] = editionsOf(site);
  const all = [main, ...others];
  return (
    all.find((edition) => edition.language === language) ??
    all.find((edition) => haveSameWords(edition.language, language)) ??
    main
  );
}

/** A path within an edition: `/tags/` of the one below `/de/` is `/de/tags/`. */
export function pathIn({ root }: Pick<Edition, "root">, path: string): string {
  return root + path.slice(1);
}

/** What the language calls itself, with the first letter as in a list: `Deutsch`, `Français`, `日本語`. */
export function languageName({ languages }: Pick<Site, "languages">, language: string): string {
  const label = languages[language]?.label;
  if (label) return label;
  const { language: base, script } = new Intl.Locale(language);
  const plain = script ? `${base}-${script}` : base;
  // Of two that differ by region only, both name it.
  const isShared = Object.keys(languages).some((tag) => tag !== language && tag.split("-")[0] === base && !script);
  const name = new Intl.DisplayNames([language], { type: "language" }).of(isShared ? language : plain) ?? language;
  return capitalised(name, language);
}

/** The settings as they are in an edition. */
export function siteIn(site: Site, { language }: Edition): Site {
  if (language === site.language) return site;
  const {
    title = site.title,
    description = site.description,
    tagline = site.tagline,
    navigation = [],
    calendar,
    numbers,
  } = site.languages[language] ?? {};
  const dictionaries = {
    ...site.dictionaries,
    ...(Object.keys(site.words).length > 0 && { [site.language]: site.words }),
  };
  return { ...site, language, title, description, tagline, calendar, numbers, words: {}, dictionaries, navigation };
}

/** The collections as they are called in an edition, and below its root. */
export function collectionsIn<Row extends Collection>(rows: readonly Row[], site: Site, edition: Edition): Row[] {
  const { language } = edition;
  if (language === site.language) return [...rows];
  const speech = speechOf(siteIn(site, edition), language);
  return rows.map((row) => {
    const known = knownLabels(row.name, speech);
    const own = site.languages[language]?.collections?.[row.name];
    const labels = { ...(known?.labels ?? row.labels), ...own };
    const labelsLanguage = own ? language : (known?.language ?? row.labelsLanguage ?? "en");
    return { ...row, labels, labelsLanguage, hasOwnWords: own !== undefined, path: pathIn(edition, listPath(row)) };
  });
}
