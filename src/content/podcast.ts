/**
 * A site's podcast and its episodes, as Apple (https://podcasters.apple.com/support/823-podcast-requirements) and Podcasting 2.0
 * (https://github.com/Podcastindex-org/podcast-namespace, which has a copy of Apple's guide) ask for them.
 */
import { z } from "zod";
import type { Asset } from "./body.ts";
import type { Reason } from "./problems/problem.ts";
import { refusing } from "./refusal.ts";
import { Flag, Text } from "./text/text.ts";

/** Apple's categories with their subcategories: https://podcasters.apple.com/support/1691-apple-podcasts-categories */
export const PODCAST_CATEGORIES: Readonly<Record<string, readonly string[]>> = {
  Arts: ["Books", "Design", "Fashion & Beauty", "Food", "Performing Arts", "Visual Arts"],
  Business: ["Careers", "Entrepreneurship", "Investing", "Management", "Marketing", "Non-Profit"],
  Comedy: ["Comedy Interviews", "Improv", "Stand-Up"],
  Education: ["Courses", "How To", "Language Learning", "Self-Improvement"],
  Fiction: ["Comedy Fiction", "Drama", "Science Fiction"],
  Government: [],
  "Health & Fitness": ["Alternative Health", "Fitness", "Medicine", "Mental Health", "Nutrition", "Sexuality"],
  History: [],
  "Kids & Family": ["Education for Kids", "Parenting", "Pets & Animals", "Stories for Kids"],
  Leisure: [
    ...["Animation & Manga", "Automotive", "Aviation", "Crafts", "Games", "Hobbies", "Home & Garden", "Video Games"],
  ],
  Music: ["Music Commentary", "Music History", "Music Interviews"],
  News: [
    ...["Business News", "Daily News", "Entertainment News", "News Commentary", "Politics", "Sports News", "Tech News"],
  ],
  "Religion & Spirituality": [
    ...["Buddhism", "Christianity", "Hinduism", "Islam", "Judaism", "Religion", "Spirituality"],
  ],
  Science: [
    ...["Astronomy", "Chemistry", "Earth Sciences", "Life Sciences", "Mathematics", "Natural Sciences", "Nature"],
    ...["Physics", "Social Sciences"],
  ],
  "Society & Culture": ["Documentary", "Personal Journals", "Philosophy", "Places & Travel", "Relationships"],
  Sports: [
    ...["Baseball", "Basketball", "Cricket", "Fantasy Sports", "Football", "Golf", "Hockey", "Rugby", "Running"],
    ...["Soccer", "Swimming", "Tennis", "Volleyball", "Wilderness", "Wrestling"],
  ],
  Technology: [],
  "True Crime": [],
  "TV & Film": ["After Shows", "Film History", "Film Interviews", "Film Reviews", "TV Reviews"],
};

/** `Technology`, or `Science: Physics`. */
const Category = z.string({ error: 'must be a category, such as "Technology"' }).check(
  refusing((written) => {
    const [category = "", inner] = written.split(": ");
    const within = PODCAST_CATEGORIES[category];
    if (within && (inner === undefined || within.includes(inner))) return undefined;
    const message = `"${written}" is no category of Apple's directory`;
    const names = within ? within.map((name) => `${category}: ${name}`) : Object.keys(PODCAST_CATEGORIES);
    return { message, hint: names.length > 0 ? `there are ${names.join(", ")}` : `write ${category}` };
  }),
);

/** The limits for each side of a cover, in pixels: https://podcasters.apple.com/support/896-artwork-requirements */
const [SMALLEST_COVER, LARGEST_COVER] = [1400, 3000];

/** Of a picture that is to be a cover. */
interface Cover {
  readonly width: number;
  readonly height: number;
  /** What its file can show; undefined where that is not known. */
  readonly colours: "colour" | "grey" | "CMYK" | "transparent" | undefined;
}

/** Why directories would refuse a picture as a cover; `name` is its file's. */
export function coverFault(name: string, { width, height, colours }: Cover): Reason | undefined {
  const hint = `it must be a square JPEG or PNG of ${SMALLEST_COVER} to ${LARGEST_COVER} pixels`;
  if (!/\.(?:jpe?g|png)$/i.test(name)) return { message: `${name} is neither JPEG nor PNG`, hint };
  if (width !== height) return { message: `${name} is ${width} by ${height} pixels, and no square`, hint };
  if (width < SMALLEST_COVER || width > LARGEST_COVER) return { message: `${name} is ${width} pixels wide`, hint };
  if (colours === "transparent")
    return { message: `${name} has an alpha channel`, hint: "save it without transparency" };
  if (colours === "grey" || colours === "CMYK") return { message: `${name} is in ${colours}`, hint: "save it as RGB" };
  return undefined;
}

/** In bytes, of a podcast's description. */
const LONGEST_DESCRIPTION = 4000;

/** The setting `podcast`, which gives a site a feed of its episodes. */
export const Podcast = z.strictObject({
  /** Default: the site's. */
  title: Text.optional(),
  description: Text.refine((text) => Buffer.byteLength(text) <= LONGEST_DESCRIPTION, {
    error: `is longer than ${LONGEST_DESCRIPTION} bytes, which Apple's directory refuses`,
  }).optional(),
  /** Categories in Apple's directory, the main one first: it may show no other. */
  categories: z
    .array(Category, { error: 'must be a list, such as ["Technology"]' })
    .min(1, { error: 'must name a category, such as ["Technology"]' }),
  /** A square JPEG or PNG of 1400 to 3000 pixels in `public/`, by its address: `/cover.jpg`. */
  image: Text,
  /** The default for episodes: true if they may be unsuitable for children. */
  explicit: z.boolean({ error: "must be true or false, without quotes" }).default(false),
  /** `serial` for episodes to be heard in the order of their numbers, `episodic` for the newest first. */
  type: z.enum(["episodic", "serial"], { error: 'must be "episodic" or "serial"' }).default("episodic"),
  /** Its id in directories (`podcast:guid`), if it had one elsewhere. */
  guid: z.uuid({ error: "must be a UUID, as the old feed has it" }).optional(),
});
export type Podcast = z.infer<typeof Podcast>;

const Count = z.int({ error: "must be a whole number" }).positive({ error: "must be 1 or more" });

/** The key `episode` of front matter. */
export const EpisodeMatter = z.strictObject({
  file: Text.describe("The sound or the film: a file beside the text, such as talk.mp3"),
  number: Count.optional().describe("The episode's number in its season"),
  season: Count.optional(),
  kind: z.enum(["full", "trailer", "bonus"], { error: 'must be "full", "trailer" or "bonus"' }).default("full"),
  explicit: Flag.optional().describe("Whether it may not be for children, where that differs from the podcast's"),
  image: Text.optional().describe("Its own cover: a square JPEG or PNG of 1400 to 3000 pixels beside the text"),
  chapters: Text.optional().describe("A JSON file beside the text with its chapters (Podcasting 2.0)"),
});
export type EpisodeMatter = z.infer<typeof EpisodeMatter>;

/** An entry's recording, as feeds have it. */
export interface Episode extends Omit<EpisodeMatter, "file" | "image" | "chapters"> {
  /** Site-relative. */
  readonly path: string;
  /** Media type. */
  readonly type: string;
  readonly bytes: number;
  readonly seconds: number | undefined;
  /** Captions and transcripts, each with its media type. */
  readonly transcripts: readonly { readonly path: string; readonly type: string; readonly lang: string }[];
  /** Its own cover; site-relative, as are its chapters. */
  readonly image: string | undefined;
  readonly chapters: string | undefined;
  /** The files that are published for it. */
  readonly assets: readonly Asset[];
}
