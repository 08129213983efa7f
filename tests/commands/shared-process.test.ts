/** Commands that share a process, as most tests run them, do and say what they do and say in a process of their own. */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, inject, it } from "vitest";
import { AT, buildFixture, copyFixture, FIXTURES } from "../support/built-fixture.ts";
import { fingerprintOf, readAt } from "../support/built-site.ts";
import { type BuildRun, runBuild, spawnBuild } from "../support/run-build.ts";
import { useTemporaryFolder } from "../support/temporary-folder.ts";

const folder = useTemporaryFolder();

describe("two builds of one site", () => {
  it("give the same bytes, also after a build that failed", async () => {
    expect((await buildFixture("many-problems", join(folder, "none"))).code).toBe(1);
    for (const out of [join(folder, "first"), join(folder, "second")]) {
      expect((await buildFixture("everything", out)).code).toBe(0);
      expect(fingerprintOf(out)).toEqual(fingerprintOf(inject("everything")));
    }
  });

  it("read its settings again", async () => {
    const site = join(folder, "site");
    const out = join(folder, "out");
    copyFixture("windows", site);
    await runBuild(["--site", site, "--out", out, "--at", AT]);
    const settings = join(site, "_data/site.ts");
    writeFileSync(settings, readFileSync(settings, "utf8").replace(/title: ".*"/, 'title: "Another title"'));
    await runBuild(["--site", site, "--out", out, "--at", AT]);
    expect(readAt(out, "/")).toContain("Another title");
  });
});

it.each([
  { name: "a site with problems", args: ["--site", join(FIXTURES, "many-problems"), "--at", AT] },
  { name: "a site that is published", args: ["--site", join(FIXTURES, "windows"), "--at", AT, "--no-search"] },
  { name: "a wrong option", args: ["--at", "tomorrow"] },
  { name: "a wrong environment", args: ["--at", AT], environment: { SITE_URL: "nowhere" } },
])("what is said of $name is the same", async ({ args, environment }) => {
  const all = ["--out", join(folder, "said"), ...args];
  expect(timeless(await runBuild(all, environment))).toEqual(timeless(await spawnBuild(all, environment)));
});

function timeless({ code, output }: BuildRun): BuildRun {
  return { code, output: output.replace(/(nothing has changed, )?\d+\.\d s$/m, "N s") };
}
