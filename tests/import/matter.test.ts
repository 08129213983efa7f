/** Front matter and dates in the forms that other engines read. */
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { matterReader } from "../../src/import/trees/matter.ts";
import { dateOf, zonesOf } from "../../src/import/trees/moment.ts";

interface MatterCase {
  name: string;
  text: string;
  data: Record<string, unknown>;
  body?: string;
  faults?: number;
}

// Written by hand beside the test, in this shape.
const cases = parse(readFileSync("tests/fixtures/import/matter.yaml", "utf8")) as {
  matter: MatterCase[];
  dates: [written: string, expected: string | null][];
};
const read = await matterReader();

describe("front matter", () => {
  it.each(cases.matter)("$name", ({ text, data, body = "Body.\n", faults = 0 }) => {
    const found = read(text, "1.1", "optional");
    expect(JSON.parse(JSON.stringify(found.data))).toEqual(data);
    expect(found.body).toBe(body);
    expect(found.faults).toHaveLength(faults);
  });

  it("is not what stands above a rule, but for engines that can do without its first line", () => {
    const text = "Note: as of today\n\n---\n\nThe rest.\n";
    expect(read(text, "1.2")).toMatchObject({ body: text, data: {}, isThere: false });
    expect(read(text, "1.2", "optional")).toMatchObject({ body: "\nThe rest.\n", data: { Note: "as of today" } });
  });

  it("counts lines of the body in the file", () => {
    expect(read("---\ntitle: a\n---\nBody.\n", "1.2").bodyLine).toBe(4);
    expect(read("+++\ntitle = 'a'\n\n+++\nBody.\n", "1.2").bodyLine).toBe(5);
  });
});

describe("dates", () => {
  const zones = zonesOf("Europe/Berlin", { seconds: "UTC" });
  it.each(cases.dates)("%s", (written, expected) => {
    expect(dateOf(written, zones) ?? null).toBe(expected);
  });
});
