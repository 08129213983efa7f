/** What rewriting a text is given, and what its parts share while they edit it. */
import type { Root } from "mdast";
import type { Left, MarkdownDialect, SourcePlace } from "../source-site.ts";
import type { Edits } from "./edits.ts";

/** The new targets of links and pictures. */
export interface Addresses {
  /** True for an address of the old site itself. */
  isOwn(address: string): boolean;
  /** The address to write; undefined for a dead one. Notes changes itself. */
  link(href: string, line: number): string | undefined;
  media(src: string, line: number): string | undefined;
}

export interface Rewriting {
  readonly dialect: MarkdownDialect;
  readonly place: SourcePlace;
  readonly title: string;
  readonly addresses: Addresses;
  /** Filled with a line for each thing that changes. */
  readonly left: Left[];
  readonly parse: (text: string) => Root;
}

/** Adds a line to the report; `line` counts from the beginning of the text. */
export type Note = (construct: string, outcome: "noted" | "left", was: string, now: string, line: number) => void;

export interface RewriteContext extends Pick<Rewriting, "dialect" | "title" | "addresses"> {
  readonly text: string;
  readonly edits: Edits;
  readonly note: Note;
}
