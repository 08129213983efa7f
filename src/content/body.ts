/** A rendered Markdown body, and what was noted while it was rendered. Made by `src/markdown/`, and counted by `src/search/`. */
import type { CoverChoice } from "./cover.ts";
import type { DrawnPicture } from "./drawing.ts";
import type { Picture } from "./picture.ts";
import type { Problem } from "./problems/problem.ts";
import type { Proof } from "./samples/proof.ts";
import type { HeldText } from "./text/held-text.ts";

export interface Heading {
  id: string;
  /** 2 to 6: the page's title is its only first-level heading. */
  level: number;
  /** Plain text. */
  text: string;
}

/** The text from one heading to the next, for search. */
export interface Section {
  /** Missing for the text before the first heading. */
  heading?: Heading;
  /** Plain text, code included, with an empty line between two blocks and none in any. */
  text: HeldText;
  /** Which of its blocks are code, counted from 0. */
  code?: readonly number[];
  /** What came out of its samples, as words. */
  outcomes?: string;
}

/** What search needs of a body, worked out once; see `search/said.ts`. */
export interface Said {
  /** A digest of the text that search shows. */
  readonly digest: string;
  /** The number of its words. */
  readonly length: number;
  /** Its first words, used as the description if front matter has none. */
  readonly lead: string;
  /** How often it says each word; see `search/word-counts.ts`. */
  readonly words: HeldText;
}

/** A link to a page of this site. */
export interface InternalLink {
  /** Site-relative path of the page. */
  path: string;
  /** Heading's id, without `#`. */
  anchor?: string;
  /** Line in the file, counted from 1. */
  line: number;
}

/** A file beside the content file that the page shows or links to. */
export interface Asset {
  /** Relative to the site's folder. */
  file: string;
  /** Site-relative path of the copy that is published. */
  path: string;
}

export interface Body {
  /** The Markdown without comments, with outcomes below each sample or statement. */
  markdown: HeldText;
  /** For the site's own pages. */
  html: HeldText;
  /** For feed readers: absolute addresses, nothing that only a page needs. */
  feedHtml: HeldText;
  headings: Heading[];
  /** Every id that a link can target. */
  anchors: string[];
  /** Those of them that the author gave. */
  givenIds: string[];
  sections: Section[];
  links: InternalLink[];
  /** To pages and pictures of other sites. */
  externalLinks: { url: string; line: number }[];
  /** Films and posts of other sites that stand in a line of their own, by the addresses at which they are known. */
  embeds: { address: string; line: number }[];
  assets: Asset[];
  /** Files beside the content file whose text the page shows; relative to the site's folder. */
  sources: string[];
  /** Pictures of which the page shows renditions. */
  pictures: Picture[];
  /** Diagrams that feeds show as pictures. */
  drawings: DrawnPicture[];
  /** What can stand for it in lists: its timelines. */
  covers: CoverChoice[];
  /** The works that it cites, in plain words; missing for a text that cites none. */
  citations?: readonly string[];
  /** Warnings. */
  advice: Problem[];
  /** Number of words in the running text, code left out. */
  words: number;
  /** How many of them are single characters of Chinese or Japanese, which are read faster. */
  characters: number;
  /** Number of words in its code, and in what came out of it. */
  codeWords: number;
  /** Undefined for a page without samples that are run. */
  proof?: Proof;
  said: Said;
}

/** As `src/markdown/` makes it, before its words are counted. */
export type RenderedBody = Omit<Body, "said">;
