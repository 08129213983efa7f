/** One site is the same bytes wherever and whenever it is built. */
import { execFile } from "node:child_process";
import { cpSync, existsSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import { beforeAll, expect, inject, it } from "vitest";
import { fingerprintOf } from "../support/built-site.ts";
import { NOTEBOOK, NOTEBOOK_AT } from "../support/content-files.ts";
import { spawnBuild } from "../support/run-build.ts";
import { useTemporaryFolder } from "../support/temporary-folder.ts";
import { wellformedCommand } from "../support/wellformed-command.ts";

const site = inject("notebook");
const folder = useTemporaryFolder();

/** Each differs from the notebook's own build in where, when and for whom it is made. */
const BUILDS = [
  { name: "far east", environment: { TZ: "Pacific/Kiritimati", LANG: "tr_TR.UTF-8", LC_ALL: "tr_TR.UTF-8" } },
  { name: "far west, on another day", environment: { TZ: "America/Adak", LANG: "C" }, at: "2026-11-24T15:30:00Z" },
  { name: "from another folder", environment: {}, site: join(folder, "copy") },
  { name: "with one thread for its files", environment: { UV_THREADPOOL_SIZE: "1", VIPS_CONCURRENCY: "1" } },
  { name: "as a host of automation does", environment: { CI: "true" } },
];

beforeAll(() => {
  cpSync(NOTEBOOK, join(folder, "copy"), { recursive: true, filter: (path) => !path.includes(".cache") });
});

it.each(BUILDS)("the notebook built $name has the same bytes in every file", async (build) => {
  const { name, environment, at = NOTEBOOK_AT, site: from = NOTEBOOK } = build;
  const out = join(folder, name);
  const { code, output } = await spawnBuild(["--site", from, "--out", out, "--at", at], environment);
  expect(code, output).toBe(0);
  const built = fingerprintOf(out);
  expect(Object.keys(built)).toContain("pagefind/pagefind-entry.json");
  expect(built).toEqual(fingerprintOf(site));
});

it.runIf(existsSync("/usr/bin/taskset"))(
  "the notebook built on one core has the same bytes in every file",
  async () => {
    const out = join(folder, "one-core");
    const build = wellformedCommand(["build", "--site", NOTEBOOK, "--out", out, "--at", NOTEBOOK_AT]);
    await promisify(execFile)("/usr/bin/taskset", ["--cpu-list", "0", process.execPath, ...build]);
    expect(fingerprintOf(out)).toEqual(fingerprintOf(site));
  },
);
