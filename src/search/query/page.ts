/** A page of the index: what a result shows of it, and its text word by word. */
import { namesFrom, type ReadFile, readOnce } from "./words/list-reader.ts";
import { SPACES, unsegmented } from "./words/words.ts";

export interface Page {
  url: string;
  title: string;
  /** How many words the title has, with which the text begins. */
  titleLength: number;
  description: string;
  kind: string;
  /** As in 2026-11-22; undefined for a page without one. */
  date: string | undefined;
  /** The whole text, title included, as it is written. */
  text: string[];
  /** For each word, whether it is code. */
  code: CodePlace[];
  headings: Heading[];
  /** What its samples were checked against, as in `PostgreSQL 18.4`. */
  checked: string[];
}

/** Where a word is in code, if it is. */
export interface CodePlace {
  isCode: boolean;
  /** The indent of the line that the word begins; undefined within lines. */
  indent: number | undefined;
}

export interface Heading {
  id: string;
  text: string;
  /** Its place and its length in the text, in words. */
  location: number;
  length: number;
}

/** A file of `pages/`. */
export interface PageFile {
  /** Site-relative. */
  path: string;
  title: string;
  description: string;
  kind: string;
  date?: string | undefined;
  checked: string[];
  /** Blocks with an empty line between them, and none within; the title is the first. */
  text: string;
  /** The indexes of the blocks that are code. */
  code: number[];
  headings: [block: number, id: string][];
}

/** The words of a block. */
interface Block {
  words: string[];
  places: CodePlace[];
}

const GZIP = 0x1f;
const MOST_PAGES = 60;
const DEEPEST = 24;
const PROSE: CodePlace = { isCode: false, indent: undefined };
/** The end of a block without a full stop. */
const OPEN_END = /[\p{L}\p{M}\p{N}_'")$*]$/u;

/** How many pages' files are listed together. */
export const PAGES_IN_BLOCK = 64;

/** Reads what the index has of pages. */
export class Pages {
  readonly #all: number;
  readonly #blocks: string[];
  readonly #read: ReadFile;
  readonly #namesIn: (block: string) => Promise<string[]>;
  readonly #base: string;
  /** In the order of last use. */
  readonly #pages = new Map<number, Promise<Page>>();

  /** `base` is the site's base path, with a slash at its end. */
  constructor({ pages, blocks }: { pages: number; blocks: string }, read: ReadFile, base: string) {
    this.#all = pages;
    this.#blocks = namesFrom(blocks);
    this.#read = read;
    this.#namesIn = readOnce(async (block) => (await (await read(`words/${block}.txt`)).text()).split("\n"));
    this.#base = base;
  }

  /** By its number; the newest page is 0. */
  get(number: number): Promise<Page> {
    const page = this.#pages.get(number) ?? this.#load(number);
    this.#pages.delete(number);
    this.#pages.set(number, page);
    page.catch(() => this.#pages.delete(number));
    const [oldest = 0] = this.#pages.keys();
    if (this.#pages.size > MOST_PAGES) this.#pages.delete(oldest);
    return page;
  }

  async #load(number: number): Promise<Page> {
    const name = await this.#nameOf(this.#all - 1 - number);
    const bytes = await (await this.#read(`pages/${name}.page`)).arrayBuffer();
    const text = await textOf(bytes);
    if (!text.startsWith("{")) throw new Error(`${name} is no page of the index`);
    const page = pageOf(JSON.parse(text));
    return { ...page, url: this.#base + page.url.slice(1) };
  }

  /** `place` counts from the oldest page. */
  async #nameOf(place: number): Promise<string> {
    const block = this.#blocks[Math.floor(place / PAGES_IN_BLOCK)];
    const name = block && (await this.#namesIn(block))[place % PAGES_IN_BLOCK];
    if (!name) throw new Error(`page ${place} is not in the index`);
    return name;
  }
}

/** Files are compressed, unless the host has inflated them on the way. */
function textOf(bytes: ArrayBuffer): Promise<string> {
  const plain = new Response(bytes);
  if (new Uint8Array(bytes)[0] !== GZIP || !plain.body) return plain.text();
  return new Response(plain.body.pipeThrough(new DecompressionStream("gzip"))).text();
}

function pageOf({ path, title, description, kind, date, checked, text, code, headings }: PageFile): Page {
  const isCode = new Set(code);
  const said = text.split("\n\n");
  const blocks = said.map((block, at) => (isCode.has(at) ? codeBlock(block) : proseBlock(block)));
  let location = 0;
  const starts = blocks.map(({ words }) => {
    location += words.length;
    return location - words.length;
  });
  return {
    ...{ url: path, title, description, kind, date, checked },
    titleLength: blocks[0]?.words.length ?? 0,
    text: blocks.flatMap(({ words }) => words),
    code: blocks.flatMap(({ places }) => places),
    headings: headings.map(([at, id]) => {
      const { length = 0 } = blocks[at]?.words ?? [];
      return { id, text: unsegmented(said[at] ?? ""), location: starts[at] ?? 0, length };
    }),
  };
}

/** Headings and list items get a full stop, which divides them from what follows in an excerpt. */
function proseBlock(block: string): Block {
  const words = wordsIn(OPEN_END.test(block) ? `${block}.` : block);
  return { words, places: words.map(() => PROSE) };
}

/** The first word of each line has the line's indent. */
function codeBlock(block: string): Block {
  const lines = block.split("\n").map((line) => {
    const indent = Math.min(DEEPEST, line.replaceAll("\t", "    ").search(/\S/u));
    const words = wordsIn(line);
    return { words, places: words.map((_, at) => ({ isCode: true, indent: at === 0 ? indent : undefined })) };
  });
  return { words: lines.flatMap(({ words }) => words), places: lines.flatMap(({ places }) => places) };
}

function wordsIn(text: string): string[] {
  return text.split(SPACES).filter(Boolean);
}
