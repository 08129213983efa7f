/** What came out when a page's samples were run: the schema of the JSON file beside the page, which is also the type. */
import { createHash } from "node:crypto";
import { z } from "zod";
import { withControlPictures } from "./control-characters.ts";
import { DateText } from "./date.ts";

const ServerError = z.strictObject({
  /** SQLSTATE, five characters: https://www.postgresql.org/docs/18/errcodes-appendix.html */
  code: z.string(),
  message: z.string(),
  detail: z.string().optional(),
  hint: z.string().optional(),
});
export type ServerError = z.infer<typeof ServerError>;

const StatementResult = z.strictObject({
  notices: z.array(z.string()).optional(),
  /** A command's tag where it says more than the command does: `UPDATE 1`, or `ROLLBACK` in answer to a COMMIT. */
  tag: z.string().optional(),
  columns: z.array(z.strictObject({ name: z.string(), numeric: z.boolean().optional() })).optional(),
  /** In the server's own text format. */
  rows: z.array(z.array(z.string().nullable())).optional(),
  error: ServerError.optional(),
});
export type StatementResult = z.infer<typeof StatementResult>;

const TimelineEvent = z.strictObject({
  /** Missing for a remark. */
  session: z.string().optional(),
  /** The SQL of a step, or the text of a remark; missing when a session goes on after it waited. */
  text: z.string().optional(),
  results: z.array(StatementResult).optional(),
  /** The sessions that it waits for. */
  waitsFor: z.array(z.string()).optional(),
  crashes: z.literal(true).optional(),
});
export type TimelineEvent = z.infer<typeof TimelineEvent>;

const Outcome = z.strictObject({
  /** Of SQL, a result for each statement. */
  results: z.array(StatementResult).optional(),
  /** Of several sessions, in the order of time. */
  events: z.array(TimelineEvent).optional(),
  /** Of a program: standard output and standard error as they came, and how it ended. */
  output: z.string().optional(),
  exit: z.number().optional(),
});
export type Outcome = z.infer<typeof Outcome>;

const Versions = z.record(z.string(), z.string());

export const Transcript = z.strictObject({
  /** The day on which all samples were last run. */
  checked: DateText,
  /** What they ran on: `{ "PostgreSQL": "18.4" }`. */
  versions: Versions,
  samples: z.array(z.strictObject({ digest: z.string(), outcome: Outcome })),
  /** Digest of all the rest: a transcript is not written by hand. */
  seal: z.string(),
});
export type Transcript = z.infer<typeof Transcript>;

/** As pages, feeds and Markdown have it: what a terminal would not show is shown. */
export function shownTranscript(transcript: Transcript): Transcript {
  const shown = (_key: string, value: unknown) => (typeof value === "string" ? withControlPictures(value) : value);
  return JSON.parse(JSON.stringify(transcript), shown) as Transcript;
}

export function isPlan({ columns }: StatementResult): boolean {
  return columns?.length === 1 && columns[0]?.name === "QUERY PLAN";
}

export function sealOf({ checked, versions, samples }: Omit<Transcript, "seal">): string {
  return createHash("sha256")
    .update(JSON.stringify([checked, versions, samples]))
    .digest("hex")
    .slice(0, 16);
}
