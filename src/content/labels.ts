/** What readers of a language call collections and their entries. */
import type { Collection, Labels } from "./collection.ts";
import { ENGLISH, haveSameWords, isWordKey, phraseOf, type Speaking, type Speech, speechOf } from "./words/words.ts";

/** Labels, and the language that they are in. */
export interface SpokenLabels {
  readonly labels: Labels;
  /** BCP 47. */
  readonly language: string;
}

type Labelled = Pick<Collection, "name" | "labels" | "labelsLanguage">;

/** Those of a collection that the word files know, such as `posts`; undefined for any other. */
export function knownLabels(name: string, speech: Speech): SpokenLabels | undefined {
  if (!isWordKey(`${name}.title`)) return undefined;
  const wordOf = (label: string) => {
    const key = `${name}.${label}`;
    return isWordKey(key) ? phraseOf(speech, key) : { phrase: "" };
  };
  const textOf = (label: string) => {
    const { phrase } = wordOf(label);
    return typeof phrase === "string" ? phrase : phrase.other;
  };
  const labels: Labels = {
    ...{ one: textOf("one"), many: textOf("many"), count: wordOf("count").phrase },
    ...{ title: textOf("title"), kind: textOf("kind"), about: textOf("about") },
    ...{ latest: textOf("latest"), all: textOf("all"), feed: textOf("feed") },
  };
  return { labels, language: wordOf("title").lang ?? speech.language };
}

/** For a row of the table: the settings may have others. */
export function englishLabels(name: string): Labels {
  const known = knownLabels(name, ENGLISH);
  if (!known) throw new Error(`en.ts does not say what "${name}" are called`);
  return known.labels;
}

/** Those of a site's own language are the collection's; in another one there are the word files only. */
export function labelsFor(collection: Labelled, site: Speaking, language: string): SpokenLabels {
  const { name, labels, labelsLanguage = "en" } = collection;
  const own = { labels, language: labelsLanguage };
  if (haveSameWords(site.language, language)) return own;
  return knownLabels(name, speechOf(site, language)) ?? own;
}
