/**
 * Rules for a site's own tags: `import-rules.ts` in the folder of the new site. The report of an import proposes an entry for each
 * tag that it does not know, and the next run reads them.
 *
 * ```ts
 * export default {
 *   tags: {
 *     man: "[{0}(1)](https://man.example/{0})",
 *     Img: { is: "picture", src: "{src}", alt: "{alt}" },
 *     box: { is: "callout", kind: "NOTE", title: "{title}" },
 *     newsletter: { is: "dropped" },
 *   },
 * };
 * ```
 */
import { z } from "zod";

/** One use of a tag, shortcode, include or component. */
export interface TagUse {
  readonly name: string;
  /** Its arguments without names, in their order: `{{< man ls 1 >}}` has `ls` and `1`. */
  readonly positional: readonly string[];
  readonly named: Readonly<Record<string, string>>;
  /** The text between its opening and closing tags; undefined for one without a closing tag. */
  readonly body?: string | undefined;
  /** As it was written, without its body. */
  readonly written: string;
}

/**
 * `{0}` is the first argument without a name, `{src}` the one named so, `{body}` the tag's content. Of `{src|0}` the first that
 * is there is taken; one that is not there is nothing.
 */
const Template = z.string();

const CALLOUTS = ["NOTE", "TIP", "IMPORTANT", "WARNING", "CAUTION"] as const;
export type CalloutKind = (typeof CALLOUTS)[number];

const Shape = z.discriminatedUnion("is", [
  /** A picture; `src` is an address as the old site had it. */
  z.strictObject({
    is: z.literal("picture"),
    src: Template,
    alt: Template.optional(),
    caption: Template.optional(),
    link: Template.optional(),
  }),
  z.strictObject({ is: z.literal("callout"), kind: z.enum(CALLOUTS), title: Template.optional() }),
  z.strictObject({ is: z.literal("link"), to: Template, text: Template.optional() }),
  z.strictObject({ is: z.literal("code"), language: Template.optional(), text: Template.optional() }),
  z.strictObject({ is: z.literal("quotation"), by: Template.optional() }),
  /** A file of the old site, whose text stands there; `path` counts from the folder that is imported. */
  z.strictObject({ is: z.literal("file"), path: Template }),
  /** Its content, unchanged. */
  z.strictObject({ is: z.literal("text") }),
  z.strictObject({ is: z.literal("dropped") }),
]);

/** A text is Markdown with the places of a `Template`. */
const TagRule = z.union([
  Template,
  Shape,
  z.custom<(use: TagUse) => string>((value) => typeof value === "function", {
    error: "must be Markdown, a shape such as { is: 'picture', src: '{src}' }, or a function that returns Markdown",
  }),
]);
export type TagRule = z.infer<typeof TagRule>;

export const ImportRules = z.strictObject({
  /** By the name of the tag, shortcode, include or component. */
  tags: z.record(z.string(), TagRule).default({}),
  /** Folders, counted from the one that is imported, in which posts are read, where they are not found. */
  posts: z.array(z.string()).default([]),
  /** Whether texts that end in `.md` have components and expressions; `.mdx` always has. */
  mdx: z.boolean().optional(),
  /** The address of a post where the site's own code makes it: `/{year}/{month}/{day}/{slug}/`, also `{path}` and `{name}`. */
  permalink: z.string().optional(),
});
export type ImportRules = z.infer<typeof ImportRules>;

export const NO_RULES: ImportRules = ImportRules.parse({});
