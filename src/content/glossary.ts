/** A site's terms, and what each means: `_data/glossary.yaml`. */
import { z } from "zod";
import { Language } from "./text/text.ts";

export const GLOSSARY_FILES = ["_data/glossary.yaml", "_data/glossary.yml", "_data/glossary.json"] as const;

const Words = z.string({ error: "must be text" }).trim().min(1, { error: "must not be empty" });

/** The value of a term: its meaning, or its meaning and more. */
export const Meaning = z.union(
  [
    Words.transform((means) => ({ means })),
    z.strictObject({
      means: Words,
      /** Other forms: a plural, a short form. */
      also: z.array(Words).optional(),
      /** Of the texts that it is explained in; the site's own by default. */
      lang: Language.optional(),
    }),
  ],
  { error: "must be what it means, or { means, also, lang }" },
);

export interface Term {
  readonly name: string;
  /** Plain text. */
  readonly means: string;
  readonly also: readonly string[];
  /** BCP 47. */
  readonly lang: string;
}
