/** A page of the index: its metadata, and its text word by word. */
import { type CodePlace, readCodeMarks } from "./code-marks.ts";
import type { ReadFile } from "./words/vocabulary.ts";
import { SPACES, unsegmented } from "./words/words.ts";

export interface Page {
  url: string;
  title: string;
  /** How many words of the text are the title's. */
  titleLength: number;
  description: string;
  kind: string;
  /** As in 2026-11-22, where it has one. */
  date: string | undefined;
  /** The whole text, title included, as it is written. */
  text: string[];
  /** For each word, whether it is code. */
  code: CodePlace[];
  headings: Heading[];
  /** What its samples were checked against, as in `PostgreSQL 18.4`. */
  checked: string[];
}

export interface Heading {
  id: string;
  text: string;
  /** Its place and its length in the text, counted in words. */
  location: number;
  length: number;
}

/** What Pagefind writes to `fragment/`, after its signature; what is not used here is left out. */
interface Fragment {
  url: string;
  content: string;
  meta: Record<string, string>;
  filters?: Record<string, string[]>;
  anchors: { element: string; id: string; text: string; location: number }[];
}

const SIGNATURE = "pagefind_dcd";
const GZIP = 0x1f;
const MOST_PAGES = 60;

/** How many pages' files are listed together. */
export const PAGES_IN_BLOCK = 256;

/** Reads what Pagefind has kept of pages, without Pagefind. */
export class Pages {
  readonly #read: ReadFile;
  readonly #folder: string;
  readonly #base: string;
  readonly #blocks = new Map<number, Promise<string[]>>();
  /** The last ones that were asked for are the last ones here. */
  readonly #pages = new Map<number, Promise<Page>>();

  /** `folder` is that of the lists of pages; `base` is the site's base path, with a slash at its end. */
  constructor(read: ReadFile, folder: string, base: string) {
    this.#read = read;
    this.#folder = folder;
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

  /** The page's name among Pagefind's fragments. */
  async #idOf(number: number): Promise<string> {
    const at = Math.floor(number / PAGES_IN_BLOCK);
    const block = this.#blocks.get(at) ?? this.#block(at);
    this.#blocks.set(at, block);
    block.catch(() => this.#blocks.delete(at));
    const id = (await block)[number % PAGES_IN_BLOCK];
    if (!id) throw new Error(`page ${number} is not in the index`);
    return id;
  }

  async #block(at: number): Promise<string[]> {
    return (await (await this.#read(`${this.#folder}/pages-${at}.txt`)).text()).split("\n");
  }

  async #load(number: number): Promise<Page> {
    const id = await this.#idOf(number);
    const bytes = await (await this.#read(`fragment/${id}.pf_fragment`)).arrayBuffer();
    const text = await textOf(bytes);
    if (!text.startsWith(SIGNATURE)) throw new Error(`${id} is no fragment of Pagefind's`);
    const page = pageOf(JSON.parse(text.slice(SIGNATURE.length)));
    return { ...page, url: this.#base + page.url.slice(1) };
  }
}

/** Some hosts inflate what they know to be compressed. */
function textOf(bytes: ArrayBuffer): Promise<string> {
  const plain = new Response(bytes);
  if (new Uint8Array(bytes)[0] !== GZIP || !plain.body) return plain.text();
  return new Response(plain.body.pipeThrough(new DecompressionStream("gzip"))).text();
}

function pageOf({ url, content, meta, filters = {}, anchors }: Fragment): Page {
  const { words: text, places } = readCodeMarks(content.split(SPACES));
  const { title = url, description = "", kind = "", date } = meta;
  return {
    url,
    title,
    titleLength: wordsFor(title, text),
    description,
    kind,
    date,
    text,
    code: places,
    checked: filters["checked"] ?? [],
    headings: anchors
      .filter(({ element, text }) => /^h\d$/i.test(element) && text.trim())
      .map(({ id, text, location }) => ({
        id,
        text: unsegmented(text.trim()),
        location,
        length: text.trim().split(SPACES).length,
      })),
  };
}

/** A text begins with its title, which may be in more words there: one without spaces has been cut. */
function wordsFor(title: string, text: string[]): number {
  const length = title.replaceAll(/\s/gu, "").length;
  let covered = 0;
  let words = 0;
  while (covered < length && words < text.length) covered += text[words++]?.length ?? 0;
  // Pagefind puts a full stop behind it, as a word of its own in Chinese and Japanese.
  return text[words] === "." ? words + 1 : words;
}
