/** Each step outside of the engine fails in turn: the build says so, and what was published stays as it was. */
import { execFileSync } from "node:child_process";
import { appendFileSync, copyFileSync, cpSync, mkdirSync, readdirSync, rmSync } from "node:fs";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { AT, copyFixture } from "../support/built-fixture.ts";
import { fingerprintOf } from "../support/built-site.ts";
import { type BuildRun, spawnBuild } from "../support/run-build.ts";
import { useTemporaryFolder } from "../support/temporary-folder.ts";

const folder = useTemporaryFolder();
const site = join(folder, "site");
const out = join(folder, "out");
let before: Record<string, string>;

beforeAll(async () => {
  copyFixture("everything", site);
  copyFileSync("tests/fixtures/markdown/harbour.jpg", join(site, "posts/pictures/harbour.jpg"));
  appendFileSync(join(site, "posts/pictures/index.md"), "\n![A harbour](harbour.jpg)\n");
  const { code, output } = await build(out);
  expect(code, output).toBe(0);
  before = fingerprintOf(out);
});

describe("a build is refused, and the site that was there stays as it was, where", () => {
  it.each([
    { name: "the search indexer can't be started", fault: "indexer-missing", says: /pagefind/i },
    { name: "the search indexer dies", fault: "indexer-dies", says: /pagefind/i },
    { name: "no picture can be encoded", fault: "encoder-fails", says: /harbour\.jpg|the encoder has no memory left/ },
    {
      name: "the disk is full from the start",
      fault: "disk-full",
      after: 0,
      says: /^\S+ .*can't be \w+: no space is left on the disk \(ENOSPC\)$/m,
    },
    {
      name: "the disk is full halfway through the pages",
      fault: "disk-full",
      after: 12,
      says: /^\S+ .*can't be \w+: no space is left on the disk \(ENOSPC\)$/m,
    },
    {
      name: "the disk is full at the search index",
      fault: "disk-full",
      after: 75,
      says: /^\S+ .*can't be \w+: no space is left on the disk \(ENOSPC\)$/m,
    },
  ])("$name", async ({ fault, after, says }) => {
    rmSync(join(site, ".cache"), { recursive: true, force: true });
    const { code, output } = await build(out, {
      NODE_OPTIONS: `--import ${pathToFileURL(resolve(`tests/fixtures/faults/${fault}.mjs`)).href}`,
      FULL_AFTER: String(after),
    });
    expect(code, output).toBe(1);
    expect(output).toMatch(says);
    expect(fingerprintOf(out)).toEqual(before);
    expect(readdirSync(folder).toSorted()).toEqual(["out", "site"]);
  });
});

describe.runIf(canMount())("on a disk of its own that really is full", () => {
  const disk = join(folder, "disk");

  beforeAll(() => {
    mkdirSync(disk);
    execFileSync("mount", ["-t", "tmpfs", "-o", "size=2000k", "tmpfs", disk]);
  });
  afterAll(() => {
    execFileSync("umount", [disk]);
    rmSync(disk, { recursive: true });
  });

  it("the site that was published stays as it was, and the staging folder goes", async () => {
    cpSync(out, join(disk, "out"), { recursive: true });
    const { code, output } = await build(join(disk, "out"));
    expect(code, output).toBe(1);
    expect(output).toContain("ENOSPC");
    expect(fingerprintOf(join(disk, "out"))).toEqual(before);
    expect(readdirSync(disk)).toEqual(["out"]);
  });
});

function build(to: string, environment: NodeJS.ProcessEnv = {}): Promise<BuildRun> {
  return spawnBuild(["--site", site, "--out", to, "--at", AT], environment);
}

/** Elsewhere the fault that is made above stands for it. */
function canMount(): boolean {
  if (process.platform !== "linux" || process.getuid?.() !== 0) return false;
  const probe = join(folder, "probe");
  mkdirSync(probe);
  try {
    execFileSync("mount", ["-t", "tmpfs", "-o", "size=64k", "tmpfs", probe], { stdio: "ignore" });
    execFileSync("umount", [probe]);
    return true;
  } catch {
    return false;
  } finally {
    rmSync(probe, { recursive: true, force: true });
  }
}
