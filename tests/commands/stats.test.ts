/** `wellformed stats`, for people and for programs. */
import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { textTable } from "../../src/commands/report/text-table.ts";
import type { Statistics } from "../../src/content/statistics.ts";
import { copyFixture } from "../support/built-fixture.ts";
import { filesOf } from "../support/built-site.ts";
import { runCommand } from "../support/run-build.ts";
import { useTemporaryFolder } from "../support/temporary-folder.ts";

const site = join(useTemporaryFolder(), "site");
const stats = (...args: string[]) => runCommand("stats", ["--site", site, ...args]);

beforeAll(() => {
  copyFixture("notebook", site);
  rmSync(join(site, "posts/set-local.proof.json"));
  const changed = join(site, "posts/skip-locked.md");
  writeFileSync(
    changed,
    readFileSync(changed, "utf8").replace("state = 'running' WHERE id = 1;", "state = 'done' WHERE id = 1;"),
  );
  writeFileSync(join(site, "posts/later.md"), "---\ntitle: Later\ndate: 2999-01-01\n---\n\nText.\n");
  writeFileSync(join(site, "posts/draft.md"), "---\ntitle: Draft\ndate: 2026-01-01\ndraft: true\n---\n\nText.\n");
});

describe("on a terminal", () => {
  it("it says what is there, by collection and year, and which samples wait", async () => {
    const { code, output } = await stats();
    expect(code).toBe(0);
    expect(output).toMatch(/^7 entries published with \d{3} words, 1 draft, 1 scheduled\n/);
    expect(output).toMatch(/^Essays +3 +\d+ +1 +1$/m);
    expect(output).toMatch(/^2026 +5 /m);
    expect(output).toMatch(/checked longest ago:\n {2}never {7}posts\/set-local\.md \(3 samples, 3 not proven\)$/m);
    expect(output).toMatch(/^ {2}\d{4}-\d\d-\d\d {2}posts\/skip-locked\.md \(5 samples, [1-5] not proven\)$/m);
    expect(output).toMatch(/^No text links to:\n(.+\n)*? {2}posts\/index-order\.md$/m);
    expect(output).not.toMatch(/^ {2}(posts\/(later|draft|skip-locked)|pages\/index)\.md$/m);
  });

  it("it counts what can be read, and says that there is more", async () => {
    const broken = join(site, "posts/broken.md");
    writeFileSync(broken, "---\ntitel: Broken\n---\n\nText.\n");
    const { code, output } = await stats();
    rmSync(broken);
    expect(code).toBe(0);
    expect(output).toContain("7 entries published");
    expect(output).toMatch(/\d problems? in the content, so some may not be counted: npm run check\n$/);
  });
});

describe("as JSON", () => {
  it("it is one object with every entry, and writes nothing that would be published", async () => {
    const { code, output } = await stats("--format", "json");
    expect(code).toBe(0);
    const statistics: Statistics = JSON.parse(output);
    expect(statistics).toMatchObject({ total: { entries: 7 }, drafts: 1, scheduled: 1 });
    expect(statistics.entries).toContainEqual(expect.objectContaining({ file: "posts/later.md", state: "scheduled" }));
    const linked = statistics.entries.find(({ file }) => file === "posts/skip-locked.md");
    expect(linked).toMatchObject({ linkedFrom: 2, external: 1, path: "/posts/skip-locked/" });
    expect(filesOf(site).filter((file) => file.startsWith("_site/"))).toEqual([]);
  });

  it("is one of two formats", async () => {
    const { code, output } = await stats("--format", "yaml");
    expect({ code, output }).toEqual({ code: 2, output: '--format takes text or json, not "yaml"\n' });
  });
});

it("a table has its numbers below each other", () => {
  const rows = [
    ["year", "words"],
    ["2026", "12,345"],
    ["a long name", "7"],
  ];
  expect(textTable(rows)).toBe("year          words\n2026         12,345\na long name       7");
});
