/**
 * A small tree of each engine, with what real ones have, and the site that becomes of it. `UPDATE_IMPORTS=1 npx vitest run tests/import`
 * writes the expected sites anew.
 */
import { cpSync, existsSync, globSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Temporal } from "temporal-polyfill";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { ImportReport } from "../../src/import/report.ts";
import { runImport } from "../../src/import/run-import.ts";
import { preparePages } from "../../src/site/build-site.ts";
import { openTools } from "../../src/site/tools.ts";

const FIXTURES = "tests/fixtures/import/trees";
/** What is compared. */
const WRITTEN = [
  "posts/**/*.md",
  "pages/**/*.md",
  "_data/*.ts",
  "import-report.md",
  "public/**",
  "public/.well-known/*",
];
const NOW = Date.parse("2026-01-01T00:00:00Z");
const kinds = readdirSync(FIXTURES).filter((name) => !name.endsWith(".expected"));
const folder = mkdtempSync(join(tmpdir(), "import-"));
afterAll(() => rmSync(folder, { recursive: true }));

function importOf(kind: string, siteDir: string, options: { force?: boolean } = {}): Promise<ImportReport> {
  return runImport({
    kind: "auto",
    path: join(FIXTURES, kind),
    siteDir,
    fetch: false,
    force: options.force ?? false,
    now: NOW,
  });
}

function textsIn(siteDir: string): Record<string, string> {
  const files = globSync(WRITTEN, { cwd: siteDir })
    .filter((file) => statSync(join(siteDir, file)).isFile())
    .sort();
  return Object.fromEntries(files.map((file) => [file, readFileSync(join(siteDir, file), "utf8")]));
}

describe.each(kinds)("a tree of %s", (kind) => {
  const siteDir = join(folder, kind);
  // One after the other: the compiler that checks samples is one for the process.
  let report: ImportReport;
  beforeAll(async () => {
    report = await importOf(kind, siteDir);
  });

  it("is known by itself", () => expect(report.kind).toBe(kind));

  it("becomes the expected site", () => {
    const expected = join(FIXTURES, `${kind}.expected`);
    if (process.env["UPDATE_IMPORTS"]) {
      rmSync(expected, { recursive: true, force: true });
      for (const file of Object.keys(textsIn(siteDir))) cpSync(join(siteDir, file), join(expected, file));
    }
    expect(textsIn(siteDir)).toEqual(textsIn(expected));
  });

  it("loses no word of which the report says nothing", () => expect(report.lost).toEqual([]));

  it("builds at once", async () => {
    const at = Temporal.Instant.fromEpochMilliseconds(NOW);
    const built = await preparePages({ siteDir, at, preview: false }, openTools(siteDir));
    expect(built.ok ? [] : built.problems).toEqual([]);
  });

  it("gives the same bytes when it is run again", async () => {
    const { written } = report;
    expect((await importOf(kind, siteDir)).written).toEqual(written);
    const elsewhere = await importOf(kind, join(folder, `${kind}-again`));
    expect(elsewhere.written).toEqual(written);
    expect(existsSync(join(folder, `${kind}-again`, "import-report.json"))).toBe(true);
  });
});
