/**
 * Makes searches for known posts from the posts themselves, of the kinds that `docs/search.md` describes.
 * Words are cut by a rule of its own, so that no engine that is measured has an advantage.
 */
import type { Entry } from "../../../src/content/entry.ts";
import { type Chance, chanceFrom } from "../random.ts";
import type { KnownItem } from "./corpus.ts";

interface Post {
  slug: string;
  title: string;
  titleWords: string[];
  /** Of its description or, where it has none, of its first sentence. */
  summaryWords: string[];
  bodyWords: string[];
  /** Of its code. */
  names: string[];
  /** Of its code and its prose. */
  allNames: Set<string>;
  /** Every word, those of code included. */
  all: Set<string>;
}

/** What a maker of queries knows of all posts. */
interface Posts {
  chance: Chance;
  posts: Post[];
  /** How many posts have a word. */
  frequencies: Map<string, number>;
  /** The words of each stem. */
  forms: Map<string, string[]>;
  /** The slugs of the posts with a name from code, or with a title. */
  named: Map<string, string[]>;
  titled: Map<string, string[]>;
}

type Query = Pick<KnownItem, "query"> & { targets?: string[] };

const POSTS_ASKED_FOR = 200;
const WORD = /[\p{L}\p{N}][\p{L}\p{N}_.]*[\p{L}\p{N}]|[\p{L}\p{N}]/gu;
/** `snake_case`, `camelCase` and `path::to`. */
const NAME = /\b\p{L}\w*(?:(?:_|::|(?<=\p{Ll})(?=\p{Lu}))\w+)+/gu;
const ENDING = /(?:ations?|ions?|ings?|ers?|ed|es|s)$/u;
const MOST_POSTS_OF_NAME = 3;
const MOST_POSTS_OF_WORDS = 2;
const LETTERS = "abcdefghijklmnopqrstuvwxyz";

/** How a query of each kind is made; undefined where the post allows none. */
const KINDS: Record<string, (post: Post, posts: Posts) => Query | undefined> = {
  k1: (post, { titled }) => ({ query: post.title, targets: titled.get(post.title) ?? [] }),
  k2: (post, posts) => wanted(tellingTitle(post, posts)),
  k3: (post, posts) => wanted(tellingBody(post, posts)),
  k3d: (post, posts) => wanted(tellingSummary(post, posts)),
  k4: (post, { chance, named }) => {
    const rare = post.names.filter((name) => (named.get(name)?.length ?? 0) <= MOST_POSTS_OF_NAME);
    if (rare.length === 0) return undefined;
    const query = chance.pick(rare);
    return { query, targets: named.get(query) ?? [] };
  },
  k5: (post, posts) => changed(post, posts, misspelled),
  k6: (post, posts) => {
    const words = tellingTitle(post, posts);
    const last = words?.at(-1) ?? "";
    if (!words || last.length < 4) return undefined;
    const begun = last.slice(0, posts.chance.between(Math.ceil(last.length / 2), last.length - 1));
    return wanted([...words.slice(0, -1), begun]);
  },
  k7: (post, posts) => {
    const words = tellingTitle(post, posts);
    const foreign = words && wordOfAnother(post, posts);
    return wanted(foreign ? [...words, foreign] : undefined);
  },
  k8: (post, posts) => changed(post, posts, inflected),
};

/** The kinds are those of `docs/search.md`; the same posts give the same queries. */
export function knownItems(entries: readonly Entry[]): KnownItem[] {
  const posts = postsOf(entries);
  const step = Math.max(1, Math.floor(posts.posts.length / POSTS_ASKED_FOR));
  return posts.posts
    .filter((_, at) => at % step === 0)
    .flatMap((post) =>
      Object.entries(KINDS).flatMap(([kind, make]) => {
        const made = make(post, posts);
        return made ? [{ kind, query: made.query, targets: made.targets ?? [post.slug] }] : [];
      }),
    );
}

function postsOf(entries: readonly Entry[]): Posts {
  const posts = entries.map(postOf);
  const [frequencies, forms] = [new Map<string, number>(), new Map<string, string[]>()];
  for (const { all } of posts) for (const word of all) frequencies.set(word, (frequencies.get(word) ?? 0) + 1);
  for (const word of frequencies.keys()) add(forms, stemOf(word), word);
  const [named, titled] = [new Map<string, string[]>(), new Map<string, string[]>()];
  for (const { slug, title, allNames } of posts) {
    add(titled, title, slug);
    for (const name of allNames) add(named, name, slug);
  }
  return { chance: chanceFrom(1), posts, frequencies, forms, named, titled };
}

function postOf({ slug, title, summary, body }: Entry): Post {
  const blocks = body.sections.flatMap((section) => {
    const headings = section.heading ? [{ text: section.heading.text, isCode: false }] : [];
    const texts = section.text().split("\n\n");
    return [...headings, ...texts.map((text, at) => ({ text, isCode: section.code?.includes(at) ?? false }))];
  });
  const prose = blocks.filter(({ isCode }) => !isCode).map(({ text }) => text);
  const code = blocks.filter(({ isCode }) => isCode).map(({ text }) => text);
  const summaryWords = wordsOf(summary ?? prose[0]?.split(/(?<=[.!?])\s/u)[0] ?? "");
  const [titleWords, bodyWords] = [wordsOf(title), wordsOf(prose.join("\n"))];
  return {
    slug,
    title,
    titleWords,
    summaryWords,
    bodyWords,
    names: namesIn(code.join("\n")),
    allNames: new Set(namesIn([title, ...blocks.map(({ text }) => text)].join("\n"))),
    all: new Set([...titleWords, ...summaryWords, ...bodyWords, ...wordsOf(code.join("\n"))]),
  };
}

/** The rarest words of the title, two to four, in its order; none that would mean several posts alike. */
function tellingTitle({ titleWords }: Post, { posts, frequencies }: Posts): string[] | undefined {
  const words = rarest(titleWords, 4, frequencies);
  const having = posts.filter(({ titleWords }) => words.every((word) => titleWords.includes(word)));
  return words.length >= 2 && having.length === 1 ? words : undefined;
}

/** Of the words that a post says most often in relation to others, some that stand in few other posts together. */
function tellingBody({ bodyWords, titleWords }: Post, posts: Posts): string[] | undefined {
  const counts = new Map<string, number>();
  for (const word of bodyWords) if (!titleWords.includes(word)) counts.set(word, (counts.get(word) ?? 0) + 1);
  const worth = ([word, count]: [string, number]) => count * Math.log(posts.posts.length / frequencyOf(word, posts));
  const telling = [...counts]
    .filter(([word]) => /^\p{L}{4,}$/u.test(word) && frequencyOf(word, posts) > 1)
    .sort((a, b) => worth(b) - worth(a))
    .slice(0, 20)
    .map(([word]) => word);
  return together(sample(telling, posts.chance.between(3, 6), posts.chance), posts);
}

function tellingSummary({ summaryWords }: Post, posts: Posts): string[] | undefined {
  return together(rarest(summaryWords, posts.chance.between(3, 5), posts.frequencies), posts);
}

/** The words if few posts have all of them. */
function together(words: string[], { posts }: Posts): string[] | undefined {
  const having = posts.filter(({ all }) => words.every((word) => all.has(word)));
  return words.length >= 3 && having.length <= MOST_POSTS_OF_WORDS ? words : undefined;
}

/** The telling words of a title, one of which is changed. */
function changed(
  post: Post,
  posts: Posts,
  change: (word: string, posts: Posts) => string | undefined,
): Query | undefined {
  const words = tellingTitle(post, posts);
  const long = words?.filter((word) => /^[a-z]{5,}$/.test(word)) ?? [];
  if (!words || long.length === 0) return undefined;
  const word = posts.chance.pick(long);
  const other = change(word, posts);
  return wanted(other ? words.map((one) => (one === word ? other : one)) : undefined);
}

/** One letter is left out, doubled, replaced or swapped with the next; the result is no word of any post. */
function misspelled(word: string, { chance, frequencies }: Posts): string | undefined {
  for (let attempt = 0; attempt < 10; attempt++) {
    const at = chance.between(1, word.length - 2);
    const [before, letter, next, after] = [word.slice(0, at), word[at], word[at + 1], word.slice(at + 2)];
    const slip = chance.pick([
      `${before}${next}${after}`,
      `${before}${letter}${letter}${next}${after}`,
      `${before}${chance.pick([...LETTERS])}${next}${after}`,
      `${before}${next}${letter}${after}`,
    ]);
    if (slip !== word && !frequencies.has(slip)) return slip;
  }
  return undefined;
}

function inflected(word: string, { chance, forms }: Posts): string | undefined {
  const others = (forms.get(stemOf(word)) ?? []).filter((other) => other !== word);
  return others.length > 0 ? chance.pick(others) : undefined;
}

function wordOfAnother({ all }: Post, { chance, posts, frequencies }: Posts): string | undefined {
  const { bodyWords } = chance.pick(posts);
  const foreign = bodyWords.filter(
    (word) => /^\p{L}{4,}$/u.test(word) && !all.has(word) && (frequencies.get(word) ?? 0) > 2,
  );
  return foreign.length > 0 ? chance.pick(foreign) : undefined;
}

function rarest(words: string[], most: number, frequencies: Map<string, number>): string[] {
  const rare = [...new Set(words)]
    .filter((word) => word.length > 2)
    .sort((a, b) => (frequencies.get(a) ?? 0) - (frequencies.get(b) ?? 0))
    .slice(0, most);
  return [...new Set(words)].filter((word) => rare.includes(word));
}

function sample(words: string[], count: number, { pick }: Chance): string[] {
  const chosen = new Set<string>();
  while (chosen.size < Math.min(count, words.length)) chosen.add(pick(words));
  return [...chosen];
}

function frequencyOf(word: string, { frequencies }: Posts): number {
  return frequencies.get(word) ?? 1;
}

function stemOf(word: string): string {
  return /^[a-z]{5,}$/.test(word) ? word.replace(ENDING, "") : word;
}

function wordsOf(text: string): string[] {
  return text.toLowerCase().match(WORD) ?? [];
}

function namesIn(text: string): string[] {
  return [...new Set(text.match(NAME) ?? [])];
}

function wanted(words: string[] | undefined): Query | undefined {
  return words && { query: words.join(" ") };
}

function add(lists: Map<string, string[]>, key: string, value: string): void {
  const list = lists.get(key);
  if (list) list.push(value);
  else lists.set(key, [value]);
}
