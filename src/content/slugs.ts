/** In which letters the engine writes the names that it makes for addresses: of tags' pages, of headings, of new files. */
import { z } from "zod";
import type { Spelling } from "./text/latin-letters.ts";
import { isSlug } from "./text/slug.ts";
import { Text } from "./text/text.ts";

/** In Latin letters, with the author's own spellings of words. */
const Latin = z.strictObject({
  latin: z.record(
    Text,
    z.string().refine(isSlug, { error: "can't stand in an address: write it in lower case, with hyphens" }),
  ),
});

export const Slugs = z
  .union([z.enum(["letters", "latin"]), Latin], {
    error: 'must be "letters", "latin", or { latin: { 東京: "tokyo" } } with spellings of your own',
  })
  .default("letters");
export type Slugs = z.infer<typeof Slugs>;

/** Undefined where names keep their own letters. The language is that of the words. */
export function spellingOf({ slugs }: { readonly slugs: Slugs }, language: string): Spelling | undefined {
  if (slugs === "letters") return undefined;
  return { language, names: slugs === "latin" ? {} : slugs.latin };
}
