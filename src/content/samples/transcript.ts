/** The outcomes of a page's samples: the schema of the JSON file beside the page, which is also the type. */
import { createHash } from "node:crypto";
import { z } from "zod";
import { DateText } from "../date.ts";
import { withControlPictures } from "../text/control-characters.ts";
import { whenKeys } from "../when-keys.ts";

/** Files and pages are UTF-8, which has no place for half a character. */
const Recorded = z.string().refine((text) => text.isWellFormed(), { error: "has half a character" });
/** Far more than a sample may give. */
const MOST_ROWS = 10_000;

const ServerError = z.strictObject({
  /**
   * SQLSTATE, five characters: https://www.postgresql.org/docs/18/errcodes-appendix.html. Of SQLite the name of its result code
   * (https://sqlite.org/rescode.html), of Redis the word that its errors begin with.
   */
  code: Recorded,
  message: Recorded,
  detail: Recorded.optional(),
  hint: Recorded.optional(),
});
export type ServerError = z.infer<typeof ServerError>;

/** What NOTIFY sent to a session that LISTENs. */
const Notification = z.strictObject({
  channel: Recorded,
  payload: Recorded,
  /** The session that sent it, by its name in the timeline; missing for one that has no name. */
  from: Recorded.optional(),
});
export type Notification = z.infer<typeof Notification>;

const StatementResult = z.strictObject({
  notices: z.array(Recorded).optional(),
  /** A command's tag where it says more than the command does: `UPDATE 1`, or `ROLLBACK` in answer to a COMMIT. */
  tag: Recorded.optional(),
  columns: z.array(z.strictObject({ name: Recorded, numeric: z.boolean().optional() })).optional(),
  /** In the server's own text format. */
  rows: z
    .array(z.array(Recorded.nullable()))
    .max(MOST_ROWS, { error: `has more than ${MOST_ROWS} rows` })
    .optional(),
  error: ServerError.optional(),
  /** The answer of a system that has no tables, as its client prints it. */
  reply: Recorded.optional(),
  /** Those that came with the answer. */
  notifications: z.array(Notification).optional(),
});
export type StatementResult = z.infer<typeof StatementResult>;

const TimelineEvent = z.strictObject({
  /** Missing for a comment. */
  session: Recorded.optional(),
  /** The SQL of a step, or the text of a comment; missing for what happens to a session after its step was taken. */
  text: Recorded.optional(),
  results: z.array(StatementResult).optional(),
  /** The sessions that it waits for. */
  waitsFor: z.array(Recorded).optional(),
  /** Sessions before it in the queue for the same lock, if others hold the lock. */
  behind: z.array(Recorded).optional(),
  /** What it waits for where that is not a lock: a wait event such as `SafeSnapshot`. */
  waitEvent: Recorded.optional(),
  crashes: z.literal(true).optional(),
  /** Why the server ended the session while it was idle. */
  disconnected: ServerError.optional(),
  /** Those that came while the session was idle. */
  notifications: z.array(Notification).optional(),
  /**
   * Of each session for which this is another than before, by its name: what it holds from here on, in PostgreSQL's terms, such
   * as `jobs (id)=(1)` for a row that it has locked or changed, `ShareLock jobs`, `advisory lock 42`, `snapshot`.
   */
  holds: z.record(Recorded, z.array(Recorded)).optional(),
  /**
   * Where its sample asks for versions of rows and they are others than before: each version of the rows that steps have touched,
   * with the sessions that made and ended it in place of their transactions' ids.
   */
  versions: StatementResult.optional(),
});
export type TimelineEvent = z.infer<typeof TimelineEvent>;

/** One of the outcomes of a timeline that races. */
const RaceOutcome = z.strictObject({
  events: z.array(TimelineEvent),
  /** How many runs came out like this. */
  runs: z.int().positive(),
  /** True for the one whose database later samples use. */
  continues: z.literal(true).optional(),
});
export type RaceOutcome = z.infer<typeof RaceOutcome>;

/** An answer over HTTP. */
const Response = z.strictObject({
  /** `HTTP/1.1 200 OK` */
  status: Recorded,
  /** Names and values, in their order. */
  headers: z.array(z.tuple([Recorded, Recorded])),
  /** As text; for other bytes, their number. */
  body: Recorded,
});
export type Response = z.infer<typeof Response>;

const Outcome = z.strictObject({
  /** Of SQL, a result for each statement. */
  results: z.array(StatementResult).optional(),
  /** Of several sessions, in the order of time. */
  events: z.array(TimelineEvent).optional(),
  /** Of several sessions that race, all ways in which that came out. */
  races: z.array(RaceOutcome).nonempty().optional(),
  /** The sessions of which any may continue first: `any of B, C and D`. */
  openOrder: Recorded.optional(),
  /** Of a program: standard output and standard error as they came, and how it ended. */
  output: Recorded.optional(),
  exit: z.number().optional(),
  /** Of a request. */
  response: Response.optional(),
});
export type Outcome = z.infer<typeof Outcome>;

/**
 * Outcomes on other versions that differ from the sample's own. In SQL, a result is null where it
 * says the same.
 */
const OtherOutcome = Outcome.extend({
  /** The versions' labels, such as `PostgreSQL 14`, the newest first. */
  on: z.array(Recorded).nonempty(),
  results: z.array(StatementResult.nullable()).optional(),
  /** True if a sample above failed unexpectedly, so that this outcome means nothing. */
  unknown: z.literal(true).optional(),
});
export type OtherOutcome = z.infer<typeof OtherOutcome>;

const ProvenSample = z
  .strictObject({
    digest: Recorded,
    /** The label of the version that gave the outcome, where the first one does not run the sample. */
    on: Recorded.optional(),
    /**
     * For each SQL statement, the line of the code after which its result can be shown, counted from 0. Results that
     * were recorded without these are stale.
     */
    ends: z.array(z.int().nonnegative()).optional(),
    /** For a timeline in which several sessions continue at once: how many runs had this outcome. */
    runs: z.int().positive().optional(),
    outcome: Outcome,
    elsewhere: z.array(OtherOutcome).nonempty().optional(),
  })
  .refine(({ ends, outcome }) => !ends || ends.length === outcome.results?.length, {
    path: ["ends"],
    when: whenKeys("ends", "outcome"),
    error: "are not as many as the results",
  })
  .refine(({ ends = [] }) => ends.every((end, index) => end >= (ends[index - 1] ?? 0)), {
    path: ["ends"],
    when: whenKeys("ends"),
    error: "are not in their order",
  })
  .refine(
    ({ outcome, elsewhere = [] }) =>
      elsewhere.every(({ results }) => !results?.includes(null) || results.length === outcome.results?.length),
    {
      path: ["elsewhere"],
      when: whenKeys("outcome", "elsewhere"),
      error: "leave out results that the outcome does not have",
    },
  );
export type ProvenSample = z.infer<typeof ProvenSample>;

const Versions = z.record(z.string().regex(/^\P{C}+$/u), Recorded, {
  error: ({ code }) => (code === "invalid_key" ? "is no name of a program" : undefined),
});

export const Transcript = z.strictObject({
  /** The day on which all samples were last run. */
  checked: DateText,
  /** What they ran on: `{ "PostgreSQL": "18.4" }`. */
  versions: Versions,
  /** Other versions that they ran on, by label, the newest first: `{ "PostgreSQL 17": "17.10" }`. */
  alsoOn: Versions.optional(),
  /** The day on which the page was first run on each of the versions, by label. */
  provenOn: z.record(Recorded, DateText).optional(),
  samples: z.array(ProvenSample),
  /** Which of them give the same in a browser, by their places, and in which PGlite that was tried. */
  inPage: z.strictObject({ engine: Recorded, samples: z.array(z.int().nonnegative()) }).optional(),
  /** A digest of all the rest, which shows that the transcript was not edited. */
  seal: Recorded,
});
export type Transcript = z.infer<typeof Transcript>;

/** The status code of a response. */
export function statusOf({ status }: Response): number {
  return Number(status.split(" ")[1]);
}

/** For pages, feeds and Markdown: control characters are replaced by visible ones. */
export function shownTranscript(transcript: Transcript): Transcript {
  const shown = (_key: string, value: unknown) => (typeof value === "string" ? withControlPictures(value) : value);
  return JSON.parse(JSON.stringify(transcript), shown);
}

export function sealOf({ checked, versions, alsoOn, provenOn, samples, inPage }: Omit<Transcript, "seal">): string {
  const optional = [alsoOn, provenOn, inPage].filter((part) => part !== undefined);
  return createHash("sha256")
    .update(JSON.stringify([checked, versions, samples, ...optional]))
    .digest("hex")
    .slice(0, 16);
}
