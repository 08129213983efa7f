/** A build where nothing has changed: what it says, and everything that is a change. */
import { appendFileSync, readFileSync, renameSync, rmSync, statSync, utimesSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { expect, it } from "vitest";
import { copyFixture } from "../support/built-fixture.ts";
import { runBuild } from "../support/run-build.ts";
import { useTemporaryFolder } from "../support/temporary-folder.ts";

const folder = useTemporaryFolder();
const site = join(folder, "site");
const out = join(folder, "out");
copyFixture("notebook", site);
const NOTHING = "nothing has changed";

async function build(args: string[] = [], environment: NodeJS.ProcessEnv = {}): Promise<string> {
  // What was written a moment ago may be written again and look the same.
  await setTimeout(80);
  const { code, output } = await runBuild(["--site", site, "--out", out, "--no-search", ...args], environment);
  expect(output).toContain("out: ");
  expect(code).toBe(0);
  return output;
}

const page = join(out, "posts/set-local/index.html");

it("says so, with the same figures and warnings, and touches nothing", async () => {
  const first = await build();
  expect(first).not.toContain(NOTHING);
  const { mtimeMs, ino } = statSync(page);
  const second = await build();
  expect(second).toContain(NOTHING);
  const figures = (output: string) => output.replace(/, (nothing has changed, )?[\d.]+ s/, "");
  expect(figures(second)).toBe(figures(first));
  expect(statSync(page)).toMatchObject({ mtimeMs, ino });
});

it.each<[what: string, change: () => void, args?: string[], environment?: NodeJS.ProcessEnv]>([
  ["a text", () => appendFileSync(join(site, "posts/set-local.md"), "\nMore.\n")],
  ["a setting", () => change("_data/site.ts", "a site for tests", "another site for tests")],
  ["a file that is new", () => writeFileSync(join(site, "_data/redirects.ts"), 'export default { "/was/": "/" };\n')],
  ["a file that is gone", () => rmSync(join(site, "_data/redirects.ts"))],
  ["a file under another name", () => renameSync(join(site, "posts/index-order.md"), join(site, "posts/order.md"))],
  ["the address, from the environment", () => {}, [], { SITE_URL: "https://elsewhere.example" }],
  ["the path prefix", () => {}, ["--path-prefix", "/blog/"]],
  ["a page that another program has changed", () => appendFileSync(page, "<!-- minified -->")],
  ["a page that is gone", () => rmSync(page)],
  ["a file that no build has made", () => writeFileSync(join(out, "stray.html"), "stray")],
  ["an earlier moment", () => {}, ["--at", new Date(Date.now() - 60_000).toISOString()]],
])("sees %s", async (_what, change, args, environment) => {
  await build();
  expect(await build()).toContain(NOTHING);
  change();
  expect(await build(args, environment)).not.toContain(NOTHING);
  expect(readFileSync(join(out, "index.html"), "utf8")).toContain("<html");
});

it("sees an entry whose date has come", async () => {
  const post = "---\ntitle: Later\ndate: 2030-01-01\n---\n\nLater.\n";
  writeFileSync(join(site, "posts/later.md"), post);
  const before = ["--at", "2029-12-31T00:00:00Z"];
  await build(before);
  expect(await build(["--at", "2029-12-31T12:00:00Z"])).toContain(NOTHING);
  const after = await build(["--at", "2030-01-01T00:00:00Z"]);
  expect(after).not.toContain(NOTHING);
  expect(readFileSync(join(out, "posts/later/index.html"), "utf8")).toContain("Later.");
});

it("does not rely on times alone", async () => {
  await build();
  const { atimeMs, mtimeMs } = statSync(join(site, "posts/set-local.md"));
  appendFileSync(join(site, "posts/set-local.md"), "\nMore again.\n");
  utimesSync(join(site, "posts/set-local.md"), atimeMs / 1000, mtimeMs / 1000);
  expect(await build()).not.toContain(NOTHING);
});

function change(file: string, from: string, to: string): void {
  const text = readFileSync(join(site, file), "utf8");
  expect(text).toContain(from);
  writeFileSync(join(site, file), text.replace(from, to));
}
