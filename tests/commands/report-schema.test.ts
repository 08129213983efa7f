/** The schema that programs read `--format json` by is that of the code, and what is printed keeps to it. */
import { readFileSync } from "node:fs";
import fc from "fast-check";
import { expect, it } from "vitest";
import { z } from "zod";
import { reportOf } from "../../src/commands/report/problem-formats.ts";
import { Report } from "../../src/commands/report/report-schema.ts";
import { RULES } from "../../src/content/problems/rule.ts";
import { hostileText } from "../support/hostile-text.ts";

const FILE = "docs/check-report.schema.json";

it(`${FILE} is the schema`, () => {
  expect(JSON.parse(readFileSync(FILE, "utf8"))).toEqual(JSON.parse(JSON.stringify(z.toJSONSchema(Report))));
});

it("fits whatever a problem is, and whatever the file has by now", () => {
  const position = fc.option(fc.integer({ min: 1, max: 9 }), { nil: undefined });
  const optional = fc.option(fc.string(), { nil: undefined });
  const problem = fc.record({
    file: fc.constantFrom("a.md", "gone.md"),
    rule: fc.constantFrom(...(Object.keys(RULES) as (keyof typeof RULES)[])),
    message: fc.string(),
    line: position,
    column: position,
    written: optional,
    hint: optional,
    fix: fc.option(fc.record({ from: fc.string(), to: fc.string() }), { nil: undefined }),
  });
  fc.assert(
    fc.property(fc.array(problem), fc.array(problem), hostileText, (problems, warnings, text) => {
      const report = reportOf({ problems, warnings }, (file) => (file === "a.md" ? text : undefined));
      const printed: unknown = JSON.parse(JSON.stringify(report));
      expect(Report.safeParse(printed).error).toBeUndefined();
    }),
  );
});
