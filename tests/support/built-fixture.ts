/** Tiny sites in `tests/fixtures/sites/`, built with the real command into a folder of their own. */
import { cpSync } from "node:fs";
import { basename, join } from "node:path";
import { type BuildRun, runBuild } from "./run-build.ts";

export const FIXTURES = "tests/fixtures/sites";

/** Some time after the fixtures' older posts, and before their newer ones. */
export const AT = "2026-02-01T00:00:00Z";

export function buildFixture(name: string, out: string, at = AT): Promise<BuildRun> {
  return runBuild(["--site", join(FIXTURES, name), "--out", out, "--at", at]);
}

/** Copies a fixture, so that a test can change it. */
export function copyFixture(name: string, to: string): void {
  cpSync(join(FIXTURES, name), to, { recursive: true, filter: (path) => basename(path) !== ".cache" });
}
