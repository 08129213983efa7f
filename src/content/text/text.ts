/** Schemas for the small pieces of text that front matter is made of. */
import { z } from "zod";
import { authoredText } from "./control-characters.ts";

/** Text of one line that says something. */
export const Text = z
  .string({ error: ({ input }) => complaintAbout(input) })
  .trim()
  .min(1, { error: "must not be empty" })
  .refine((text) => !text.includes("\n"), { error: "must be one line" })
  .refine((text) => text.isWellFormed(), { error: "has half a character (\\ud800 to \\udfff stand in pairs only)" })
  .overwrite(authoredText);

/** YAML reads a key with nothing after it as null. */
function complaintAbout(input: unknown): string {
  if (input === undefined) return "is required";
  return input === null ? "must not be empty" : "must be text; put it in quotes";
}

export const Flag = z.boolean({ error: "must be true or false, without quotes" });

export const TextList = z.array(Text, { error: "must be a list, such as [one, two]" }).default([]);

/** A language tag (BCP 47), such as `en` or `pt-BR`. */
export const Language = z.string({ error: "must be a language tag such as en" }).refine(isLanguage, {
  error: ({ input }) => `"${input}" is not a language tag such as en or pt-BR`,
});

function isLanguage(tag: string): boolean {
  try {
    return Intl.getCanonicalLocales(tag)[0] === tag;
  } catch {
    return false;
  }
}
