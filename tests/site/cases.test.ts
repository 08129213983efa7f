/** Everything in `fixtures/cases/`: what is wrong is refused in these words, and what is not comes out as it was meant. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { readAt } from "../support/built-site.ts";
import { buildCases, readCases } from "../support/cases.ts";
import { useTemporaryFolder } from "../support/temporary-folder.ts";

const folder = useTemporaryFolder();
const cases = readCases();
const refused = cases.filter(({ shows }) => !shows);
const published = cases.filter(({ shows }) => shows);

describe("what is refused", () => {
  let said: Map<string, string[]>;

  beforeAll(async () => {
    const run = await buildCases(refused, join(folder, "refused"), join(folder, "refused-out"));
    expect(run.code).toBe(1);
    said = run.said;
  });

  it.each(refused)("$case", ({ file, says }) => {
    expect(says).not.toEqual([]);
    expect(said.get(file)).toEqual(says);
  });
});

describe("what is published as it was meant", () => {
  const out = join(folder, "published-out");

  beforeAll(async () => {
    const { code, said } = await buildCases(published, join(folder, "published"), out);
    expect([...said]).toEqual([]);
    expect(code).toBe(0);
  });

  it.each(published)("$case", ({ at, shows = [], hides = [] }) => {
    const page = readAt(out, at);
    expect(shows.filter((text) => !page.includes(text))).toEqual([]);
    expect(hides.filter((text) => page.includes(text))).toEqual([]);
  });
});

it("each case is told in docs/cases.md", () => {
  const document = readFileSync("docs/cases.md", "utf8");
  expect(cases.map((row) => row.case).filter((name) => !document.includes(`| ${name} |`))).toEqual([]);
});
