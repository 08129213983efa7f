/** The shape of a report for programs, from which `docs/check-report.schema.json` follows. */
import { z } from "zod";

const PositionSchema = z
  .strictObject({
    line: z.int().min(1).describe("Counted from 1"),
    column: z.int().min(1).describe("Counted from 1, in UTF-16 code units"),
  })
  .describe("A place in a file");
const RangeSchema = z
  .strictObject({ start: PositionSchema, end: PositionSchema })
  .describe("A part of a file; end is behind its last character");

const ProblemSchema = z.strictObject({
  rule: z.string().optional().describe("The rule's name, which stays: see docs/rules.md"),
  severity: z.enum(["error", "warning"]).describe("An error stops a build"),
  file: z.string().describe("Relative to the site's folder, with / between its parts"),
  line: z.int().min(1).optional().describe("Where the range begins"),
  column: z.int().min(1).optional(),
  range: RangeSchema.optional().describe("What it is about; missing where the whole file is meant"),
  field: z.string().optional().describe("A key of front matter, dotted for what lies inside it"),
  message: z.string(),
  hint: z.string().optional().describe("How to fix it"),
  fix: z
    .strictObject({ edits: z.array(z.strictObject({ range: RangeSchema, text: z.string() })).min(1) })
    .optional()
    .describe("The only right correction, which check --fix makes"),
});

/** What `--format json` prints; with `--watch`, a line for each check. The names of its keys stay. */
export const Report = z
  .strictObject({
    problems: z.array(ProblemSchema),
    warnings: z.array(ProblemSchema),
    accepted: z.int().min(0).describe("How many old problems were accepted"),
    due: z
      .strictObject({ file: z.string(), date: z.string() })
      .optional()
      .describe("The next entry whose date is to come"),
    failure: z
      .string()
      .optional()
      .describe("Why nothing could be checked: the engine, or a module of the site, failed"),
  })
  .describe("What a build or a check of a site has found");
export type Report = z.infer<typeof Report>;
