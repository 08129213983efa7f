/** Releases that are fetched when they are first needed. */
import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { releaseFolder } from "../../src/proof/release.ts";
import { useTemporaryFolder } from "../support/temporary-folder.ts";

const folder = useTemporaryFolder();

it("are installed once where several ask at once", { timeout: 300_000 }, async () => {
  const major = process.version.startsWith("v26.") ? 24 : 26;
  const asked = Array.from({ length: 3 }, () => releaseFolder({ system: "Node", major }, folder));
  const [first = "", ...others] = await Promise.all(asked);
  expect(others).toEqual([first, first]);
  expect(existsSync(join(first, "package.json"))).toBe(true);
  expect(readdirSync(join(folder, ".cache/releases"))).toEqual([expect.stringMatching(/^node-\d\d-/)]);
});
