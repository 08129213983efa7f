/** The few words that a new site has besides its texts, by language. A site in any other language begins in English. */

export interface Phrases {
  /** Of the site; `{author}` is its author's name. */
  description: string;
  firstPost: string;
  firstPostDescription: string;
  firstTag: string;
  about: string;
  aboutDescription: string;
  subscribe: string;
  /** What its posts are called, as `collections.posts` in the settings has it. */
  posts: { one: string; many: string; title: string; kind: string; about: string; latest: string };
}

const en: Phrases = {
  description: "Notes by {author}.",
  firstPost: "A first post",
  firstPostDescription: "What a post can hold, as a start.",
  firstTag: "this site",
  about: "About",
  aboutDescription: "Who writes here.",
  subscribe: "Subscribe",
  posts: {
    one: "post",
    many: "posts",
    title: "Posts",
    kind: "Post",
    about: "Every post, newest first.",
    latest: "Latest posts",
  },
};

const de: Phrases = {
  description: "Texte von {author}.",
  firstPost: "Ein erster Beitrag",
  firstPostDescription: "Was ein Beitrag enthalten kann, zum Anfang.",
  firstTag: "diese Site",
  about: "Über mich",
  aboutDescription: "Wer hier schreibt.",
  subscribe: "Abonnieren",
  posts: {
    one: "Beitrag",
    many: "Beiträge",
    title: "Beiträge",
    kind: "Beitrag",
    about: "Alle Beiträge, die neuesten zuerst.",
    latest: "Neueste Beiträge",
  },
};

const LANGUAGES: Readonly<Record<string, Phrases>> = { en, de };
const FALLBACK = "en";

/** The phrases for a language tag such as `de-CH`, and the language that they are in. */
export function phrasesFor(tag: string): { language: string; phrases: Phrases } {
  const [language = FALLBACK] = tag.toLowerCase().split("-");
  const phrases = Object.hasOwn(LANGUAGES, language) ? LANGUAGES[language] : undefined;
  return phrases ? { language, phrases } : { language: FALLBACK, phrases: en };
}
