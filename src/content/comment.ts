/** Comments on a post, kept from where the site was before: `_data/comments/<slug>.json`. */
import { z } from "zod";
import { isDate } from "./date.ts";
import { Text } from "./text/text.ts";
import { WebAddress } from "./web-address.ts";

export const COMMENTS_FOLDER = "_data/comments";

/** Whether comments are shown below posts; in feeds and search they never are. */
export const CommentsSetting = z.boolean({ error: "must be true or false, without quotes" }).default(false);

/** Neither mail addresses nor IP numbers: a key that is not here is an error. */
export const CommentData = z.strictObject({
  /** Its anchor is `comment-` and this, as WordPress has it. */
  id: z.string().regex(/^[\w-]+$/, { error: "must be of letters, digits, - and _" }),
  /** The id of the one that it answers. */
  parent: z.string().optional(),
  author: Text,
  url: WebAddress.optional(),
  date: z.string().refine(isDate, { error: "must be a date such as 2016-03-02T10:00:00Z" }).optional(),
  /** Read as hostile: of its HTML only what `visitor-html.ts` allows is shown. */
  html: z.string(),
});
export type CommentData = z.infer<typeof CommentData>;

/** A comment with those that answer it, oldest first. */
export interface Comment {
  readonly data: CommentData;
  /** HTML that may stand in a page. */
  readonly html: string;
  readonly answers: readonly Comment[];
}

/** Answers stand no deeper than this in each other; further ones stand beside the last. */
const MOST_NESTED = 4;

/** `htmlOf` makes HTML of a visitor's that may stand in a page. */
export function threadsOf(comments: readonly CommentData[], htmlOf: (html: string) => string): Comment[] {
  const ordered = comments.toSorted((one, other) => timeOf(one) - timeOf(other));
  const known = new Map(ordered.map((one) => [one.id, one]));
  const threads: Comment[] = [];
  const placed = new Map<string, { answers: Comment[]; level: number }>();
  const place = (data: CommentData, waiting: ReadonlySet<string>): { answers: Comment[]; level: number } => {
    const done = placed.get(data.id);
    if (done) return done;
    const above = data.parent !== undefined && !waiting.has(data.parent) ? known.get(data.parent) : undefined;
    // A circle of answers is broken where it was entered.
    const parent = above && above.id !== data.id ? place(above, new Set([...waiting, data.id])) : undefined;
    const answers: Comment[] = [];
    (parent?.answers ?? threads).push({ data, html: htmlOf(data.html), answers });
    const isDeepest = parent !== undefined && parent.level + 1 >= MOST_NESTED;
    const own = isDeepest
      ? { answers: parent.answers, level: parent.level }
      : { answers, level: (parent?.level ?? 0) + 1 };
    placed.set(data.id, own);
    return own;
  };
  for (const data of ordered) place(data, new Set());
  return threads;
}

function timeOf({ date }: CommentData): number {
  return date === undefined ? 0 : Date.parse(date);
}
