/** Whoever runs Eleventy by its own command gets the site that `npm run build` makes. */
import { execFile } from "node:child_process";
import { existsSync, globSync, readFileSync, writeFileSync } from "node:fs";
import { join, relative, resolve } from "node:path";
import { describe, expect, it } from "vitest";
import { copyFixture } from "../support/built-fixture.ts";
import { fingerprintOf } from "../support/built-site.ts";
import { runBuild } from "../support/run-build.ts";
import { useTemporaryFolder } from "../support/temporary-folder.ts";
import { typeScriptLoader } from "../support/wellformed-command.ts";

const folder = useTemporaryFolder();
const site = join(folder, "site");
copyFixture("everything", site);
// Eleventy's command builds for the present moment, by which all of them must be published.
for (const file of globSync("{posts,projects}/**/*.md", { cwd: site })) {
  const path = join(site, file);
  writeFileSync(path, readFileSync(path, "utf8").replaceAll("2026-", "2016-"));
}

describe("Eleventy's own command", () => {
  it("writes the same files", async () => {
    const [ours, theirs] = [join(folder, "ours"), join(folder, "theirs")];
    const build = await runBuild(["--site", site, "--out", ours]);
    expect(build.code, build.output).toBe(0);
    const { code, output } = await runEleventy(site, [`--output=${theirs}`]);
    expect(code, output).toBe(0);
    expect(fingerprintOf(theirs)).toEqual(fingerprintOf(ours));
  });

  it("says what is wrong, as a build does, and writes nothing", async () => {
    const broken = join(folder, "broken");
    const out = join(folder, "nothing");
    copyFixture("many-problems", broken);
    const { code, output } = await runEleventy(broken, [`--output=${out}`]);
    expect(code).not.toBe(0);
    expect(output).toContain("problems in the content:");
    expect(existsSync(out)).toBe(false);
  });
});

it("is the only way to run a configuration that lies in a site's folder, as one of another engine may", async () => {
  const other = join(folder, "other");
  copyFixture("windows", other);
  for (const name of [".eleventy.js", "eleventy.config.js", "eleventy.config.mjs", "_data/boom.js"]) {
    writeFileSync(join(other, name), `throw new Error("${name} was run");`);
  }
  const { code, output } = await runBuild(["--site", other, "--out", join(folder, "other-out")]);
  expect([code, output]).toEqual([0, expect.not.stringContaining("was run")]);
});

function runEleventy(cwd: string, args: string[]): Promise<{ code: number; output: string }> {
  const config = relative(cwd, resolve("eleventy.config.ts"));
  const command = [resolve("node_modules/@11ty/eleventy/cmd.cjs"), `--config=${config}`, ...args];
  return new Promise((done) => {
    execFile(process.execPath, [...typeScriptLoader(), ...command], { cwd }, (error, stdout, stderr) => {
      done({ code: typeof error?.code === "number" ? error.code : error ? 1 : 0, output: stdout + stderr });
    });
  });
}
