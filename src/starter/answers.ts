/** The questions of `wellformed init`. */
import { z } from "zod";
import { refusing } from "../content/refusal.ts";
import { Site } from "../content/site.ts";
import { Language, Text } from "../content/text/text.ts";
import { paletteOf } from "../theme/tokens/palette.ts";

/** The key of an answer is the option that gives it without being asked. */
export interface Answers {
  title: string;
  /** Where the site will be published. */
  url: string;
  author: string;
  language: string;
  /** A colour such as `#98321a`. */
  accent: string;
}

export interface Question {
  key: keyof Answers;
  asks: string;
  /** The default, which may depend on earlier answers and the machine's language. */
  usual: (earlier: Partial<Answers>, locale: string) => string;
}

/** In the order in which they are asked. */
export const QUESTIONS: readonly Question[] = [
  { key: "title", asks: "The site's title", usual: () => "My site" },
  { key: "author", asks: "Its author", usual: () => "Anonymous" },
  { key: "url", asks: "Its address", usual: () => "https://example.org/" },
  { key: "language", asks: "Its language", usual: (_, locale) => locale.split("-")[0] ?? "en" },
  { key: "accent", asks: "The colour of its links", usual: () => "#98321a" },
];

const SCHEMAS: Readonly<Record<keyof Answers, z.ZodType<string>>> = {
  title: Text,
  author: Text,
  url: Site.shape.url,
  language: Language,
  accent: z
    .string()
    .refine(isColour, { error: "must be a colour of six digits, such as #98321a" })
    .check(refusing((accent) => (isColour(accent) ? paletteOf({ accent }).reasons[0] : undefined))),
};

function isColour(text: string): boolean {
  return /^#[\da-f]{6}$/i.test(text);
}

/** Such as `example.org` for `https://example.org/`: what people type, and browsers complete. */
const BARE_ADDRESS = /^[\w-]+(\.[\w-]+)*\.[a-z]{2,}(\/\S*)?$/i;

function meantBy(key: keyof Answers, text: string): string {
  if (key === "url" && BARE_ADDRESS.test(text)) return `https://${text}`;
  // `#777` is `#777777`.
  const isShort = key === "accent" && /^#[\da-f]{3}$/i.test(text);
  return isShort ? text.replace(/[\da-f]/gi, "$&$&") : text;
}

/** The answer as the site will have it, or what is wrong with it. */
export function readAnswer(key: keyof Answers, text: string): { value: string } | { problem: string } {
  const meant = meantBy(key, text);
  const result = SCHEMAS[key].safeParse(meant);
  if (result.success) return { value: result.data };
  const complaints = result.error.issues.map((issue) => {
    const hint = issue.code === "custom" ? issue.params?.["hint"] : undefined;
    return hint ? `${issue.message} (${hint})` : issue.message;
  });
  return { problem: complaints.join("; ") };
}
