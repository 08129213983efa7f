/** Other people's works, as texts cite them: CSL's data model (https://docs.citationstyles.org/en/stable/specification.html). */
import type { Place } from "./problems/problem.ts";
import type { Result } from "./problems/result.ts";

/** Where a site's references are, and where its CSL style may be. */
export const REFERENCE_FILES = ["_data/references.bib", "_data/references.json"] as const;

/** Styles that every site has. */
export const CITATION_STYLES = ["author-date", "numeric", "note"] as const;
export type OwnCitationStyle = (typeof CITATION_STYLES)[number];

/** A work in CSL-JSON: strings, numbers, names and dates by CSL's variables. */
export interface CslItem {
  readonly id: string;
  readonly type: string;
  readonly [variable: string]: unknown;
}

/** A work, and where the site's file has it. */
export interface Reference {
  readonly item: CslItem;
  readonly place: Place;
}

/** One work in a citation, as its author wrote it. */
export interface Cite {
  readonly key: string;
  readonly prefix: string;
  readonly suffix: string;
  /** "p. 12" is `{ label: "page", locator: "12" }`. */
  readonly locator?: { readonly label: string; readonly locator: string } | undefined;
  /** `-@key`: the author stands in the sentence. */
  readonly withoutAuthor: boolean;
}

/** A citation in one place: `[@a; @b]`, or `@a` in a sentence. */
export interface Citation {
  readonly cites: readonly Cite[];
  /** The author is part of the sentence: "Knuth (1968)". `author` of a note's style: the name alone. */
  readonly form: "whole" | "sentence" | "author";
  /** The number of the note that it stands in. */
  readonly note?: number | undefined;
}

export interface Formatted {
  /** HTML of each citation, in their order. */
  readonly citations: readonly string[];
  /** The works that are listed, in the style's order. */
  readonly entries: readonly { readonly key: string; readonly html: string }[];
}

/** The style by which a site cites. */
export interface CitationStyle {
  /** Citations are footnotes. */
  readonly isNote: boolean;
  /** A digest of all that decides what it makes of the same works. */
  readonly version: string;
  /** HTML with no more than `i`, `b`, `sup`, `sub` and links; `lang` is BCP 47. */
  format(citations: readonly Citation[], items: readonly CslItem[], lang: string): Result<Formatted>;
}
