/** Directives: `:::name[label]{key=value}` around blocks, `::name` in place of one, `:name[label]` within a line. */

import type { z } from "zod";
import type { Problem } from "./problems/problem.ts";
import type { Speech } from "./words/words.ts";

/** What a directive may be called, as the source of a pattern. */
export const DIRECTIVE_NAME = String.raw`[a-z][a-z\d]*(?:-[a-z\d]+)*`;

/** Around blocks, in place of one, or within a line. */
export type DirectiveForm = "container" | "leaf" | "text";

/** HTML before and after what a directive has in it. */
export interface Tags {
  open: string;
  close: string;
}

/** One directive in a text, as its author wrote it. */
export interface DirectiveUse<Attributes = unknown> {
  /** What its schema made of the words in braces. */
  attributes: Attributes;
  /** That its author gave it. */
  id: string | undefined;
  classes: readonly string[];
  /** What stands in brackets, as HTML; empty where nothing does. */
  label: string;
  /** BCP 47, of the text that it stands in. */
  lang: string;
  /** The words of the interface in that language. */
  speech: Speech;
}

export interface Directive<Attributes = unknown> {
  form: DirectiveForm;
  /** Whether it has words in brackets. Those of a text directive are what it is about. */
  label: "needed" | "possible" | "none";
  /** Of the words in braces, but for the id and classes. */
  attributes: z.ZodType<Attributes>;
  /** The container that it must stand in. */
  within?: string;
  /** The one directive that a container has in it, and nothing else; of `fence`, blocks of code. */
  only?: string;
  /** Pictures in it stand in no paragraph; of a gallery, each is a figure and a link to its file, and nothing else is there. */
  pictures?: "bare" | "gallery";
  page(use: DirectiveUse<Attributes>): Tags;
  /** In a feed, whose readers have styles of their own. By default as on the page. */
  feed?(use: DirectiveUse<Attributes>): Tags;
}

/** By name. */
export type Directives = Readonly<Record<string, Directive>>;

/** The directives of a site's own. */
export interface OwnDirectives {
  readonly known: Directives;
  /** A digest of what they are made of: another one may write other HTML. */
  readonly version: string;
}

/** What a site's own directive throws when it can't be written; `problem` says where, in its module. */
export class DirectiveError extends Error {
  readonly problem: Problem | undefined;

  constructor(message: string, problem: Problem | undefined) {
    super(message);
    this.problem = problem;
  }
}

/** Gives a directive's functions the type of its attributes. */
export function directive<Attributes>(made: Directive<Attributes>): Directive {
  return made;
}
