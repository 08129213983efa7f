/** Joins the shards of a site to the files of its vocabulary and postings, which `query/words/` reads. */
import { cut } from "./cut.ts";
import { functionWordsOf } from "./function-words.ts";
import { PAGES_IN_BLOCK } from "./query/page.ts";
import type { ListMap } from "./query/words/list-reader.ts";
import { type List, reversed, VERSION, type VocabularyMap } from "./query/words/vocabulary.ts";
import type { Shard } from "./shard.ts";
import { shortDigest } from "./short-digest.ts";
import { hasCompounds } from "./stemmer.ts";

/** The site that an index is of. */
export interface IndexFacts {
  /** The site's address, with a slash at its end. */
  readonly site: string;
  /** In the order of their numbers; `lang` in BCP 47. */
  readonly pages: readonly { readonly path: string; readonly name: string; readonly lang: string }[];
}

/** The size of the smallest files, in characters; compressed, it is half of that. */
const LEAST_SIZE = 4096;
/** Weighs the two costs of a search against each other: the map of a list's files, and one file for each word. */
const MAP_SHARE = 7;

/** A shard, and where its pages are among all. */
export interface PlacedShard {
  readonly shard: Shard;
  /** The number of its first page. */
  readonly base: number;
}

interface Word {
  readonly word: string;
  /** How many pages have it; negative for a word that is only a part of names. */
  readonly pages: number;
  readonly asFunctionWord: number;
  readonly titled: string;
  /** Its stems, as they are published. */
  readonly stems: string;
}

/** A list of pages as text, to which shards add theirs. */
interface Growing {
  text: string;
  last: number;
}

/** Files by their paths from the index's folder; `words.json` names the others, and comes last. */
export function wordFiles(shards: readonly PlacedShard[], facts: IndexFacts): Map<string, string> {
  const files = new Map<string, string>();
  const put = (text: string) => {
    const name = shortDigest(text);
    files.set(`words/${name}.txt`, text);
    return name;
  };
  const words = wordsOf(shards);
  const list = (name: List) => putList(wordLines(name, words), put);
  const { site, pages } = facts;
  const languages = new Map<string, number>();
  for (const { lang } of pages) languages.set(lang, (languages.get(lang) ?? 0) + 1);
  const names = pages.map(({ name }) => name);
  const blocks = Array.from({ length: Math.ceil(names.length / PAGES_IN_BLOCK) }, (_, at) =>
    put(names.slice(at * PAGES_IN_BLOCK, (at + 1) * PAGES_IN_BLOCK).join("\n")),
  );
  const map: VocabularyMap = {
    version: VERSION,
    site,
    pages: pages.length,
    functionWords: functionWordsOf(
      new Map(words.filter(({ pages }) => pages > 0).map((word) => [word.word, word])),
      languages,
    ).join(" "),
    ...([...languages.keys()].some(hasCompounds) ? { compounds: true } : {}),
    lists: {
      "all-forward": list("all-forward"),
      "all-backward": list("all-backward"),
      "titles-forward": list("titles-forward"),
      "titles-backward": list("titles-backward"),
      postings: putList(postingLines(shards), put),
    },
    blocks: blocks.join(""),
    paths: put(pages.map(({ path }) => path).join("\n")),
  };
  return files.set("words.json", JSON.stringify(map));
}

/** A part of names counts as a word if any page has it as one. */
function wordsOf(shards: readonly PlacedShard[]): Word[] {
  const [whole, parts] = (["words", "parts"] as const).map((kind) => countedIn(shards, kind));
  const wordOf = ([word, { titled, stems, ...counted }]: [string, Counted]): Word => ({
    ...{ word, ...counted },
    titled: titled.text,
    stems: [...stems].sort().join(","),
  });
  const alone = [...(parts ?? [])].filter(([word]) => !whole?.has(word));
  return [
    ...[...(whole ?? [])].map(wordOf),
    ...alone.map((part) => wordOf(part)).map((word) => ({ ...word, pages: -word.pages })),
  ];
}

interface Counted {
  pages: number;
  asFunctionWord: number;
  readonly titled: Growing;
  readonly stems: Set<string>;
}

function countedIn(shards: readonly PlacedShard[], kind: "words" | "parts"): Map<string, Counted> {
  const found = new Map<string, Counted>();
  for (const { shard, base } of shards) {
    for (const [word = "", pages, asFunctionWord, stems = "", titled] of linesIn(shard[kind])) {
      const known = found.get(word) ?? { pages: 0, asFunctionWord: 0, titled: { text: "", last: 0 }, stems: new Set() };
      known.pages += Number(pages);
      known.asFunctionWord += Number(asFunctionWord);
      for (const stem of stems.split(",")) known.stems.add(stem);
      if (titled) append(known.titled, titled, base, lastOf(titled));
      found.set(word, known);
    }
  }
  return found;
}

/** A line for each word: the word, how many pages have it, which have it in their titles, and its stems if they differ from it. */
function wordLines(list: List, all: readonly Word[]): Line[] {
  const words = list.startsWith("titles") ? all.filter(({ titled }) => titled) : all;
  return sorted(
    words.map(({ word, pages, titled, stems }) => ({
      key: list.endsWith("backward") ? reversed(word) : word,
      rest: [pages, titled, stems].join(" ").trimEnd(),
    })),
  );
}

/** A line for each stem; the pages of parts of names count only if no word has the stem. */
function postingLines(shards: readonly PlacedShard[]): Line[] {
  const [whole, parts] = (["postings", "partPostings"] as const).map((kind) => {
    const found = new Map<string, Growing>();
    for (const { shard, base } of shards) {
      for (const [stem = "", last, postings = ""] of linesIn(shard[kind])) {
        const list = found.get(stem) ?? { text: "", last: 0 };
        append(list, postings, base, Number(last));
        found.set(stem, list);
      }
    }
    return found;
  });
  const all = new Map([...(parts ?? []), ...(whole ?? [])]);
  return sorted([...all].map(([key, { text }]) => ({ key, rest: text })));
}

interface Line {
  readonly key: string;
  readonly rest: string;
}

function sorted(lines: Line[]): Line[] {
  return lines.sort((a, b) => (a.key < b.key ? -1 : 1));
}

function putList(lines: readonly Line[], put: (text: string) => string): ListMap {
  const sizeOf = ({ key, rest }: Line) => key.length + rest.length + 2;
  const all = lines.reduce((sum, line) => sum + sizeOf(line), 0);
  const pieces = cut(lines, sizeFor(all), ({ key }) => key, sizeOf);
  return {
    starts: pieces.map(([first]) => first?.key ?? "").join(" "),
    names: pieces.map((piece) => put(piece.map(({ key, rest }) => `${key} ${rest}`).join("\n"))).join(""),
  };
}

/**
 * The size of a list's files, which grows with the list: a search reads one file for each of its words, and the map of all files. A
 * power of two, so that one page more does not change it.
 */
function sizeFor(all: number): number {
  return Math.max(LEAST_SIZE, 2 ** Math.round(Math.log2(Math.sqrt(MAP_SHARE * all))));
}

/** Appends a shard's list; `base` is the number of the shard's first page. */
function append(list: Growing, text: string, base: number, last: number): void {
  const [first = ""] = /^[0-9a-z]+/.exec(text) ?? [];
  list.text += (base + Number.parseInt(first, 36) - list.last).toString(36) + text.slice(first.length);
  list.last = base + last;
}

function lastOf(text: string): number {
  return (text.match(/[0-9a-z]+/g) ?? []).reduce((sum, step) => sum + Number.parseInt(step, 36), 0);
}

function* linesIn(text: string): Generator<string[]> {
  if (!text) return;
  for (const line of text.split("\n")) yield line.split(" ");
}
