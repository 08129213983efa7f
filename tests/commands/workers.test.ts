/** Texts are made on all cores, wherever the command was started and whatever Node was told about TypeScript. */
import { execFile } from "node:child_process";
import { join } from "node:path";
import { promisify } from "node:util";
import { expect, it } from "vitest";
import { writeManyPosts } from "../support/many-posts.ts";
import { useTemporaryFolder } from "../support/temporary-folder.ts";

const folder = useTemporaryFolder();

it("workers start where Node's own arguments have paths from the folder that it was started in", async () => {
  writeManyPosts(folder);
  const node = ["--import", "./src/commands/load-typescript.js", "src/commands/wellformed.ts"];
  const options = ["--site", folder, "--out", join(folder, "out"), "--no-search", "--profile"];
  const { stdout, stderr } = await promisify(execFile)(process.execPath, [...node, "build", ...options]);
  expect(stdout).toContain(" pages, ");
  expect(stderr).toMatch(/^Rendering texts +300 /m);
  expect(stderr).not.toContain("A worker failed");
});
