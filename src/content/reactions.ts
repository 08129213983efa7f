/** Reactions of others to posts: webmentions, and counts of a post's own copies. They are kept in `_data/reactions.json`. */
import { z } from "zod";
import { HttpsAddress } from "./https-address.ts";
import { Text } from "./text/text.ts";

export const REACTIONS_FILE = "_data/reactions.json";

const MENTION_KINDS = ["reply", "like", "repost", "bookmark", "mention"] as const;
export type MentionKind = (typeof MENTION_KINDS)[number];

/** A webmention as plain text. */
export const Mention = z.strictObject({
  kind: z.enum(MENTION_KINDS, { error: `must be one of ${MENTION_KINDS.join(", ")}` }),
  author: Text.optional(),
  /** Where it was said. */
  url: HttpsAddress.optional(),
  date: z.iso.date({ error: "must be a day such as 2026-01-05" }).optional(),
  /** The beginning of what it says. */
  text: Text.optional(),
});
export type Mention = z.infer<typeof Mention>;

const Count = z.int({ error: "must be a whole number" }).min(0, { error: "must not be negative" });

/** How often a copy of a post was liked, shared and answered. */
export const CopyCounts = z.strictObject({ likes: Count, reposts: Count, replies: Count });
export type CopyCounts = z.infer<typeof CopyCounts>;

/** What the file has. */
export const Reactions = z.strictObject(
  {
    /** By the copy's address. */
    copies: z.record(z.string(), CopyCounts).default({}),
    /** By the path of the page that they are about, oldest first. */
    mentions: z.record(z.string(), z.array(Mention)).default({}),
  },
  { error: "must be { copies, mentions }" },
);
export type Reactions = z.infer<typeof Reactions>;
