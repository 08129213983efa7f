/** Two builds that each make a part of the texts, into one folder, and a third that makes the site of them. */
import { cpSync, globSync, mkdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { expect, it } from "vitest";
import { copyFixture } from "../support/built-fixture.ts";
import { runBuild } from "../support/run-build.ts";
import { useTemporaryFolder } from "../support/temporary-folder.ts";

const folder = useTemporaryFolder();

function siteNamed(name: string): string {
  copyFixture("notebook", join(folder, name));
  return join(folder, name);
}

async function run(site: string, ...args: string[]): Promise<string> {
  const { code, output } = await runBuild(["--site", site, "--out", `${site}-out`, "--no-search", ...args]);
  expect([code, output]).toEqual([0, expect.anything()]);
  return output;
}

const files = (site: string) =>
  globSync("**/*.{html,md,xml,json,txt}", { cwd: `${site}-out` })
    .sort()
    .map((file) => [file, readFileSync(join(`${site}-out`, file), "utf8")]);

it("make the same site as one, and the third has nothing left to render", async () => {
  const [alone, one, two, joined] = ["alone", "one", "two", "joined"].map(siteNamed) as [
    string,
    string,
    string,
    string,
  ];
  await run(alone);
  expect(await run(one, "--part", "1/2")).toMatch(/^part 1 of 2: \d+ texts in \.cache\/bodies\n/);
  await run(two, "--part", "2/2");
  mkdirSync(join(joined, ".cache/bodies"), { recursive: true });
  const packs = [one, two].flatMap((site) => globSync(join(site, ".cache/bodies/*.pack")));
  expect(packs).toHaveLength(2);
  for (const pack of packs) cpSync(pack, join(joined, ".cache/bodies", basename(pack)));
  await run(joined);
  // What a build renders itself is a pack of its own.
  expect(globSync(join(joined, ".cache/bodies/*.pack"))).toHaveLength(2);
  expect(files(joined)).toEqual(files(alone));
});

it.each(["0/2", "3/2", "1", "a/b", "1/0"])("are counted from 1: not %s", async (part) => {
  const { code, output } = await runBuild(["--part", part]);
  expect([code, output]).toEqual([2, expect.stringContaining(`--part takes a part such as 1/4, not "${part}"`)]);
});
