/** An essay: an entry of `posts/`. */
import { z } from "zod";
import { articleKeys, type EntryOf, entryKeys } from "./entry-keys.ts";
import { Text } from "./text/text.ts";
import { whenKeys } from "./when-keys.ts";

const PostKeys = z.strictObject({
  ...entryKeys,
  ...articleKeys,
  description: Text.optional().describe("One or two sentences for lists, feeds and search"),
});

export const PostFrontMatter = PostKeys.refine(({ feed, description }) => feed !== "summary" || description, {
  path: ["feed"],
  when: whenKeys("feed", "description"),
  error: "must not be summary in a post without a description",
});
export type Post = EntryOf<typeof PostFrontMatter>;
