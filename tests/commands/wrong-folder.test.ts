/** A command that is given in a folder of no site says so, and where the site is; it leaves nothing there. */
import { mkdirSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { copyFixture } from "../support/built-fixture.ts";
import { runCommand } from "../support/run-build.ts";
import { useTemporaryFolder } from "../support/temporary-folder.ts";

const folder = useTemporaryFolder();
const site = join(folder, "site");
const posts = join(site, "posts");
const empty = join(folder, "empty");
copyFixture("no-posts", site);
for (const dir of [join(posts, "one"), empty]) mkdirSync(dir, { recursive: true });

describe.each(["check", "build", "start", "new", "export", "stats"])("%s", (command) => {
  const args = command === "new" ? ["post", "A title"] : [];

  it.each([
    { cwd: posts, from: posts, more: [], hint: "the site is above it: cd .., or --site .." },
    {
      cwd: join(posts, "one"),
      from: join(posts, "one"),
      more: [],
      hint: "the site is above it: cd ../.., or --site ../..",
    },
    { cwd: site, from: posts, more: ["--site", "posts"], hint: "the site is this folder: leave --site out" },
    {
      ...{ cwd: empty, from: empty, more: [] },
      hint: "go to the site's folder, or name it: --site DIR; npx wellformed init DIR makes a new one",
    },
  ])("in $from: $hint", async ({ cwd, from, more, hint }) => {
    const before = readdirSync(from);
    const { code, output } = await runCommand(command, [...args, ...more], {}, cwd);
    expect(output).toContain(`${from} is no site's folder: it has no _data/site.ts (${hint})\n`);
    expect(code).toBe(2);
    expect(readdirSync(from)).toEqual(before);
  });
});
