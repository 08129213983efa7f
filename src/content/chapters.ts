/** Chapters of a recording (https://github.com/Podcastindex-org/podcast-namespace/blob/main/docs/examples/chapters/jsonChapters.md). */
import { z } from "zod";
import type { Reason } from "./problems/problem.ts";

const Seconds = z.number({ error: "must be a number of seconds" }).min(0);

export const Chapters = z.looseObject({
  version: z.string({ error: 'must be a version, such as "1.2.0"' }),
  chapters: z
    .array(
      z.looseObject({
        startTime: Seconds,
        endTime: Seconds.optional(),
        title: z.string().optional(),
        img: z.string().optional(),
        url: z.string().optional(),
        toc: z.boolean().optional(),
      }),
    )
    .min(1, { error: "must have a chapter" }),
});

/** What is wrong with the file's text, if anything is; `seconds` is the recording's length. */
export function chaptersFault(text: string, seconds: number | undefined): Reason | undefined {
  let data: unknown;
  try {
    data = JSON.parse(text);
  } catch (error) {
    return { message: `is not JSON: ${error instanceof Error ? error.message : String(error)}` };
  }
  const read = Chapters.safeParse(data);
  if (!read.success) {
    const [issue] = read.error.issues;
    return { message: [issue?.path.join("."), issue?.message].filter(Boolean).join(": ") };
  }
  const { chapters } = read.data;
  const early = chapters.findIndex(({ startTime }, at) => startTime < (chapters[at - 1]?.startTime ?? 0));
  if (early > 0) return { message: `chapters.${early} begins before the one above it` };
  const late = chapters.findIndex(({ startTime }) => seconds !== undefined && startTime > seconds);
  return late === -1 ? undefined : { message: `chapters.${late} begins after the recording ends` };
}
