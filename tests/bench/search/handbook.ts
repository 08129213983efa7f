/**
 * `npm run bench -- handbook HTML/de-DE FOLDER`: posts and known-item queries from a book that many languages have, in the same
 * sections: The Debian Administrator's Handbook, which Debian's package `debian-handbook` brings as HTML. `npm run bench -- search
 * FOLDER` then measures them. The kinds of queries are those of docs/search.md.
 */
import { globSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { parseHTML } from "linkedom";
import { groupBy } from "../../../src/content/group-by.ts";
import { type Chance, chanceFrom } from "../random.ts";

interface Item {
  slug: string;
  title: string;
  paragraphs: string[];
}

interface Line {
  kind: string;
  query: string;
  target: string;
  targets?: string[];
}

/** A section's own text, in characters; shorter ones only lead to others. */
const LEAST_TEXT = 300;
const SEED = 7;
/** Every so manieth section is searched for. */
const STEP = 3;
/** Words on more than this share of the sections tell nothing of one. */
const COMMON = 0.12;
const RARE = 0.03;
const IDENTIFIER = /(?<![\p{L}\p{N}])[a-z][a-z0-9]*(?:[-_./][a-z0-9]+)+(?![\p{L}\p{N}])/gu;
const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u;

/** `html` is a folder of the package, named for its language as in `de-DE`; writes `posts/` and `queries.jsonl` into `folder`. */
export function writeHandbook(html: string, folder: string): void {
  const language = new Intl.Locale(basename(html)).language === "zh" ? basename(html) : basename(html).slice(0, 2);
  const items = sectionsIn(html, language);
  mkdirSync(join(folder, "posts"), { recursive: true });
  for (const [at, { slug, title, paragraphs }] of items.entries()) {
    const date = new Date(Date.UTC(2020, 0, 1 + at)).toISOString().slice(0, 10);
    const text = paragraphs.map((paragraph) => paragraph.replace(/[\\`*_{}[\]<>#|~$&]/g, "\\$&")).join("\n\n");
    const head = `---\ntitle: ${JSON.stringify(title)}\ndate: ${date}\nlang: ${language}\n---\n\n`;
    writeFileSync(join(folder, "posts", `${slug}.md`), `${head}${text}\n`);
  }
  const lines = queriesFor(items, language);
  writeFileSync(join(folder, "queries.jsonl"), lines.map((line) => JSON.stringify(line)).join("\n"));
  console.log(`${items.length} sections, ${lines.length} queries`);
}

function sectionsIn(html: string, language: string): Item[] {
  const items = new Map<string, Item>();
  for (const file of globSync("*.html", { cwd: html }).sort()) {
    const { document } = parseHTML(readFileSync(join(html, file), "utf8"));
    for (const section of document.querySelectorAll("div.section, div.sidebar")) {
      const heading = section.querySelector(":scope > .titlepage .title, :scope > .title");
      const title = plain(heading?.textContent).replace(/^(?:\d+|[A-Z])(?:\.\d+)*\.\s/, "");
      const slug = (section.querySelector("a[id]")?.id ?? "").replace(/[^a-z0-9]+/gi, "-").toLowerCase();
      const own = [...section.children].filter((child) => !child.matches(".section, .sidebar, .titlepage, .title"));
      const paragraphs = own.map(({ textContent }) => plain(textContent)).filter(Boolean);
      if (title && slug && isTranslated(paragraphs.join(""), language)) items.set(slug, { slug, title, paragraphs });
    }
  }
  const titles = groupBy(items.values(), ({ title }) => title);
  return [...items.values()].filter(({ title }) => titles.get(title)?.length === 1);
}

/** Long enough, and not left in English where the language has another script. */
function isTranslated(text: string, language: string): boolean {
  const letters = text.match(/\p{L}/gu)?.length ?? 0;
  const latin = text.match(/\p{Script=Latin}/gu)?.length ?? 0;
  return UNSPACED.test(text)
    ? letters - latin > LEAST_TEXT / 3
    : letters > LEAST_TEXT && (new Intl.Locale(language).maximize().script === "Latn" || latin < letters / 2);
}

function plain(text: string | null | undefined): string {
  return (text ?? "").replace(/\s+/g, " ").trim();
}

function queriesFor(items: Item[], language: string): Line[] {
  const chance = chanceFrom(SEED);
  const pick = <Of>(list: readonly Of[]): Of | undefined => (list.length > 0 ? chance.pick(list) : undefined);
  const texts = items.map(({ title, paragraphs }) => [title, ...paragraphs].join("\n"));
  const pages = new Map<string, number>();
  for (const text of texts) for (const word of new Set(wordsOf(text, language))) addOne(pages, word);
  const share = (word: string) => (pages.get(word) ?? 0) / items.length;
  const telling = (text: string) => [
    ...new Set(wordsOf(text, language).filter((word) => word.length > 1 && share(word) < COMMON)),
  ];
  const join = (words: string[]) =>
    words.join(words.every((word) => UNSPACED.test(word)) && chance.between(0, 1) ? "" : " ");
  const lines: Line[] = [];
  for (const [at, { slug: target, title, paragraphs }] of items.entries()) {
    if (at % STEP > 0) continue;
    const add = (kind: string, query: string | undefined) => query && lines.push({ kind, query, target });
    add("k1", title);
    const ofTitle = telling(title).slice(0, 4);
    const ofText = telling(paragraphs.join("\n")).filter((word) => share(word) < RARE && !/\d/.test(word));
    if (ofText.length >= 12) add("k3", join(spread(ofText, 6)));
    const sentence = paragraphs[0]?.split(/(?<=[.!?])\s|(?<=[。！？])/)[0] ?? "";
    const ofSentence = telling(sentence).slice(0, 4);
    if (ofSentence.length === 4) add("k3d", join(ofSentence));
    const name = pick([...new Set(texts[at]?.match(IDENTIFIER))]);
    const having = items.filter((_, other) => name && texts[other]?.includes(name));
    if (name && having.length <= 3) {
      lines.push({ kind: "k4", query: name, target, targets: having.map(({ slug }) => slug) });
    }
    if (ofTitle.length < 2) continue;
    add("k2", join(ofTitle));
    add("k5", withSlip(ofTitle, chance)?.join(" "));
    const begun = ofTitle.at(-1) ?? "";
    const [least, letters] = UNSPACED.test(begun) ? [2, 1] : [6, 3];
    if (begun.length >= least) add("k6", [...ofTitle.slice(0, -1), begun.slice(0, -Math.min(letters, 3))].join(" "));
    const foreign = pick(telling(pick(items)?.title ?? "").filter((word) => !texts[at]?.toLowerCase().includes(word)));
    if (foreign) add("k7", [...ofTitle, foreign].join(" "));
    add("k8", inflectedOnce(ofTitle, pages)?.join(" "));
    add("k8c", partOfCompound(ofTitle, pages)?.join(" "));
  }
  return lines;
}

/** `count` of them, from all over the text. */
function spread(words: string[], count: number): string[] {
  return Array.from({ length: count }, (_, at) => words[Math.floor((at * words.length) / count)] ?? "");
}

/** Two letters of the longest word change places; Chinese and Japanese are typed by their sounds, and have no such slips. */
function withSlip(words: string[], chance: Chance): string[] | undefined {
  const longest = words.toSorted((a, b) => b.length - a.length)[0] ?? "";
  if (longest.length < 6 || UNSPACED.test(longest) || !/^\p{L}+$/u.test(longest)) return undefined;
  const at = chance.between(1, longest.length - 3);
  const slipped = `${longest.slice(0, at)}${longest[at + 1]}${longest[at]}${longest.slice(at + 2)}`;
  return slipped === longest ? undefined : words.map((word) => (word === longest ? slipped : word));
}

/** Another form of one word that the book has, told by its letters and by no stemmer. */
function inflectedOnce(words: string[], pages: Map<string, number>): string[] | undefined {
  for (const [at, word] of words.entries()) {
    if (word.length < 6 || UNSPACED.test(word)) continue;
    const begin = word.slice(0, -2);
    const form = [...pages.keys()].find(
      (other) =>
        other !== word &&
        other.startsWith(begin) &&
        Math.abs(other.length - word.length) <= 1 &&
        /^\p{L}+$/u.test(other),
    );
    if (form) return words.with(at, form);
  }
  return undefined;
}

/** The second part of a long word, where the book has that part as a word: `Verwaltung` of `Paketverwaltung`. */
function partOfCompound(words: string[], pages: Map<string, number>): string[] | undefined {
  for (const [at, word] of words.entries()) {
    if (word.length < 10 || !/^\p{L}+$/u.test(word) || UNSPACED.test(word)) continue;
    for (let cut = 4; cut <= word.length - 5; cut++) {
      const [before, after] = [word.slice(0, cut), word.slice(cut)];
      if (pages.has(after) && (pages.has(before) || pages.has(before.replace(/s$/, "")))) return words.with(at, after);
    }
  }
  return undefined;
}

function wordsOf(text: string, language: string): string[] {
  const segmenter = new Intl.Segmenter(language, { granularity: "word" });
  return [...segmenter.segment(text.toLocaleLowerCase(language))]
    .filter(({ isWordLike }) => isWordLike)
    .map(({ segment }) => segment);
}

function addOne(counts: Map<string, number>, key: string): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}
