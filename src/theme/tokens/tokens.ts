/** The values that a theme's `tokens.ts` sets: colours, faces, the width of the column and sizes. */
import { z } from "zod";
import { colourOf } from "./colour.ts";

const Colour = z.string({ error: "must be a colour as text, such as #98321a" }).refine((text) => colourOf(text), {
  error: "must be an opaque colour, such as #98321a, rgb(152 50 26), hsl(11 71% 35%) or oklch(45% 0.13 35)",
});

/** By day and by night; one colour is the day's, from which the night's follows. */
const Pair = z.union([Colour, z.strictObject({ light: Colour, dark: Colour })], {
  error: (issue) => (typeof issue.input === "string" ? undefined : "must be a colour, or { light: …, dark: … }"),
});

/** Names of files in the theme's `fonts/`: one for each weight and style, or variable ones. */
const Files = z.union([z.string(), z.array(z.string()).min(1)], {
  error: "must be the name of a file in theme/fonts/, or a list of them",
});
const Fallback = z.enum(["serif", "sans-serif", "monospace"], { error: "must be serif, sans-serif or monospace" });
/** Of the reader's machine, as CSS lists them: nothing is loaded. */
const System = z
  .string()
  .regex(/^[\w\s"',-]+$/, { error: 'must be a list as CSS has it, such as system-ui, "Segoe UI", sans-serif' });
const Face = z.union([Files, z.strictObject({ files: Files, fallback: Fallback.optional() })], {
  error: "must be a file of theme/fonts/, a list of them, or { files: …, fallback: … }",
});

function between(least: number, most: number, ours: number) {
  const error = `must be a number from ${least} to ${most}; by default it is ${ours}`;
  return z.number({ error }).min(least, { error }).max(most, { error });
}

export const Tokens = z.strictObject({
  colours: z
    .strictObject({
      /** The ground. */
      paper: Pair.optional(),
      /** Text. */
      ink: Pair.optional(),
      /** Dates, labels, captions, comments in code. */
      quiet: Pair.optional(),
      /** Hairlines. */
      rule: Pair.optional(),
      /** The line under a link, what is in focus, warnings; keywords in code, unless they have a colour of their own. */
      accent: Pair.optional(),
      /** What is marked. */
      wash: Pair.optional(),
      codeKeyword: Pair.optional(),
      codeString: Pair.optional(),
      codeNumber: Pair.optional(),
      /** Names of functions and types. */
      codeFunction: Pair.optional(),
      codeProperty: Pair.optional(),
    })
    .optional(),
  faces: z
    .strictObject({
      /** Everything that is language. */
      text: z
        .union([Face, z.strictObject({ system: System })], {
          error: "must be a file of theme/fonts/, a list of them, { files: …, fallback: … } or { system: … }",
        })
        .optional(),
      /** Everything that is code. */
      code: Face.optional(),
    })
    .optional(),
  /** The width of the column of text, in rem. */
  measure: between(20, 60, 30.5).optional(),
  /** How much larger a section's title is than text; a page's title follows from it. */
  scale: between(1.05, 1.6, 1.28).optional(),
  /** The size of text: 1 is 17 px on narrow screens and 19 px on others. */
  size: between(0.75, 1.5, 1).optional(),
});

/** What `theme/tokens.ts` exports. */
export type Tokens = z.input<typeof Tokens>;

/** Returns its argument: an editor then completes and explains it. */
export function defineTokens(tokens: Tokens): Tokens {
  return tokens;
}
