/** Schemas for the small pieces of text that front matter is made of. */
import { z } from "zod";
import { refusing } from "../refusal.ts";
import { authoredText } from "./control-characters.ts";

/** A line of text that is not empty. */
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
export const Language = z.string({ error: "must be a language tag such as en" }).check(
  refusing((tag) => {
    const own = /^(?<plain>.+?)-u-(?<further>.+)$/.exec(tag)?.groups;
    if (own && canonicalTag(tag)) {
      const { calendar, numberingSystem } = new Intl.Locale(tag);
      const settings = [calendar && `calendar: "${calendar}"`, numberingSystem && `numbers: "${numberingSystem}"`];
      const hint = [`write ${own["plain"]}`, ...settings.filter(Boolean)].join(", and ");
      return {
        message: `"${tag}" is more than a language`,
        hint: calendar || numberingSystem ? `${hint} in _data/site.ts` : hint,
      };
    }
    if (canonicalTag(tag) === tag) return undefined;
    const meant = canonicalTag(tag.trim().replaceAll("_", "-")) ?? tagOfName(tag);
    return { message: `"${tag}" is not a language tag such as en or pt-BR`, hint: meant && `write ${meant}` };
  }),
);

/** Undefined for an invalid tag. */
function canonicalTag(tag: string): string | undefined {
  try {
    // What is longer than a tag's first part can be is the name of a language.
    return /^[a-z]{2,3}(-|$)/i.test(tag) ? Intl.getCanonicalLocales(tag)[0] : undefined;
  } catch {
    return undefined;
  }
}

const NAMED =
  "ar bg bn ca cs cy da de el en es et eu fa fi fr ga gl he hi hr hu id is it ja ko lt lv ms nb nl pl pt ro ru sk sl sr sv sw th tr uk ur vi zh";

/** `German` and `Deutsch` → `de`. */
function tagOfName(name: string): string | undefined {
  const wanted = name.trim().toLowerCase();
  return NAMED.split(" ").find((tag) => {
    const names = ["en", tag].map((locale) => new Intl.DisplayNames([locale], { type: "language" }).of(tag));
    return names.some((one) => one?.toLowerCase() === wanted);
  });
}
