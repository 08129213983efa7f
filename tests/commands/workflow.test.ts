/** `wellformed workflow`: writes what was asked for, and over nothing. tests/package/workflows.test.ts runs what it writes. */
import { execFileSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeEach, expect, it } from "vitest";
import { parse } from "yaml";
import { copyFixture } from "../support/built-fixture.ts";
import { filesOf } from "../support/built-site.ts";
import { runCommand } from "../support/run-build.ts";
import { useTemporaryFolder } from "../support/temporary-folder.ts";

const site = join(useTemporaryFolder(), "site");
const workflow = (...args: string[]) => runCommand("workflow", args, {}, site);
const read = (file: string) => readFileSync(join(site, file), "utf8");

beforeEach(() => {
  rmSync(site, { recursive: true, force: true });
  copyFixture("windows", site);
});

it.each([
  ["github", [".github/workflows/publish.yml", ".github/workflows/weekly.yml"]],
  ["forgejo", [".forgejo/workflows/publish.yml", ".forgejo/workflows/weekly.yml"]],
  ["gitlab", [".gitlab-ci.yml"]],
  [
    "systemd",
    ["publish", "weekly"].flatMap((name) => ["service", "sh", "timer"].map((end) => `systemd/${name}.${end}`)),
  ],
])("writes the files of %s, and does not replace them", async (kind, files) => {
  const before = filesOf(site);
  expect((await workflow(kind)).code).toBe(0);
  expect(filesOf(site).filter((file) => !before.includes(file))).toEqual(files);
  writeFileSync(join(site, files[0] ?? ""), "mine");
  expect(await workflow(kind)).toEqual({ code: 2, output: expect.stringContaining("--force replaces existing files") });
  expect(read(files[0] ?? "")).toBe("mine");
  expect((await workflow(kind, "--force")).code).toBe(0);
  expect(read(files[0] ?? "")).not.toBe("mine");
});

it("publishes the branch that is checked out, with a preview below the site", async () => {
  execFileSync("git", ["init", "--quiet", "--initial-branch=trunk", site]);
  await workflow("github");
  const { on } = parse(read(".github/workflows/publish.yml")) as { on: { push: object } };
  expect(on.push).toEqual({ branches: ["trunk", "preview"] });
  expect(read(".github/workflows/publish.yml")).toContain("export SITE_URL=https://example.org/preview/\n");
  await workflow("gitlab", "ada@example.org:/srv/www");
  expect(read(".gitlab-ci.yml")).toContain("export SITE_URL=https://preview.example.org/\n");
  expect(read(".gitlab-ci.yml")).toContain("npx wellformed publish ada@example.org:/srv/www-preview --drafts");
});

it.each([
  [[], "wellformed workflow takes github, gitlab, forgejo, systemd (npx wellformed workflow github)"],
  [["gihub"], 'did you mean "github"?'],
  [["github", "/srv/www"], "github runs elsewhere, and has no folder /srv/www"],
  [["github", "host:/srv/$(id)"], "may have letters, digits"],
  [["systemd", "/srv/it's"], "a shell reads more into"],
  [["systemd", "/srv/a", "b"], "takes one destination, and not b as well"],
])("what is wrong is said before anything is written: %j", async (args, says) => {
  expect(await workflow(...args)).toEqual({ code: 2, output: expect.stringContaining(says) });
  expect(readdirSync(site).sort()).toEqual(["_data", "expected.txt", "posts"]);
  expect(existsSync(join(site, "systemd"))).toBe(false);
});
