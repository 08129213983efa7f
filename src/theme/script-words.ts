/** The words of the scripts that run in browsers: those that each needs, in one language. */
import { type Collection, listPath } from "../content/collection.ts";
import type { Content } from "../content/content.ts";
import { labelsFor } from "../content/labels.ts";
import { allKinds } from "../content/naming.ts";
import { hasPart } from "../content/site-parts.ts";
import { directionOf } from "../content/text/direction.ts";
import type { Phrase } from "../content/words/message.ts";
import type { WordKey } from "../content/words/plurals.ts";
import { ENGLISH, haveSameWords, phraseOf, type Speaking, say, speechOf } from "../content/words/words.ts";
import { digested } from "./digested.ts";

/** By the script's name. */
export const SCRIPT_WORDS = {
  site: ["day", "night", "dayTheme", "nightTheme"],
  essay: ["copy", "copied", "stepThrough", "previousStep", "nextStep"],
  run: ["runIt", "running", "ranSame", "ranOther", "ranFailed"],
  search: [
    ...[
      "search",
      "searchPage",
      "searchFailed",
      "close",
      "kind",
      "tag",
      "year",
      "language",
      "checkedAgainst",
      "holdsOn",
    ],
    ...["order", "relevance", "date", "all", "correctedTo", "unknownWord", "noPageHasAll", "someLack", "leftOut"],
    ...[
      "nothingFound",
      "found",
      "foundFirst",
      "onlyLiterally",
      "alsoLoosely",
      "narrow",
      "showMore",
      "lately",
      "forgetThese",
    ],
    ...["without", "comma", "quoted"],
  ],
  "search-marks": ["marks", "marked", "removeMarks"],
} as const satisfies Record<string, readonly WordKey[]>;
export type ScriptName = keyof typeof SCRIPT_WORDS;

export type EssayKey = (typeof SCRIPT_WORDS.essay)[number];

/** What search says of the site: what its field is for, and what the list of everything is called. */
export type SearchKey = "field" | "list";
export type ScriptKey = (typeof SCRIPT_WORDS)[ScriptName][number] | SearchKey;

export interface ScriptWords {
  /** BCP 47; English where the language that was asked for lacks one of them. */
  readonly language: string;
  /** The same with the site's calendar and digits, where these are not the usual ones. */
  readonly locale?: string;
  readonly dir: "ltr" | "rtl";
  readonly phrases: Readonly<Partial<Record<ScriptKey, Phrase>>>;
  /** Site-relative path of the edition's home page, and of the list that search links to if it finds nothing. */
  readonly root: string;
  readonly archive: string;
}

/** Those of some scripts; of a site with these collections in a language. */
export function scriptWords(
  scripts: readonly ScriptName[],
  collections: readonly Collection[],
  site: Speaking,
  language = site.language,
  root = "/",
): ScriptWords {
  const keys = scripts.flatMap((name): readonly WordKey[] => SCRIPT_WORDS[name]);
  const wanted = speechOf(site, language);
  const speech = keys.every((key) => !phraseOf(wanted, key).lang) ? wanted : ENGLISH;
  const lists = collections.filter(({ isStandalone }) => !isStandalone).map((collection) => ({ collection }));
  const first = lists[0] && labelsFor(lists[0].collection, site, speech.language).labels;
  const kinds = allKinds({ lists, site }, speech.language);
  const ofSearch = scripts.includes("search") && {
    field: kinds ? say(speech, "searchIn", { kinds }).text : say(speech, "search").text,
    list: first?.all ?? say(speech, "allOf", { kinds: first?.many ?? "" }).text,
  };
  return {
    ...{ language: speech.language, dir: directionOf(speech.language) },
    ...(speech.locale && { locale: speech.locale }),
    ...{ root, archive: lists[0] ? listPath(lists[0].collection) : root },
    phrases: { ...Object.fromEntries(keys.map((key) => [key, phraseOf(speech, key).phrase])), ...ofSearch },
  };
}

/** True where a page is in the language whose words the scripts have: the site's own. */
export function isInScripts({ editions, site }: Pick<Content, "editions" | "site">, language: string): boolean {
  return haveSameWords(editions[0]?.language ?? site.language, language);
}

/** For pages in another language: a file with the words of what is loaded when search is opened. */
export function laterWords(
  content: Pick<Content, "site" | "collections" | "editions" | "root">,
  language: string,
): { path: string; text: string } | undefined {
  const { site, collections, root } = content;
  if (isInScripts(content, language) || !hasPart(site, "search")) return undefined;
  const rows = collections.map(({ collection }) => collection);
  const words = scriptWords(["search", "search-marks"], rows, site, language, root);
  // Those of the scripts are as good, if they are English too.
  if (isInScripts(content, words.language) && root === "/") return undefined;
  const text = JSON.stringify(words);
  const { path } = digested(`words-${words.language}.json`, Buffer.from(text));
  return { path, text };
}
