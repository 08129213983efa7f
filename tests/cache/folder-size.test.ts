import { linkSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { sizesIn } from "../../src/cache/folder-size.ts";
import { useTemporaryFolder } from "../support/temporary-folder.ts";

const folder = useTemporaryFolder();

it("a folder's size is that of all files in it which are nowhere else", () => {
  mkdirSync(join(folder, "cache/bodies/deep"), { recursive: true });
  writeFileSync(join(folder, "cache/bodies/one"), "12345");
  writeFileSync(join(folder, "cache/bodies/deep/two"), "123");
  writeFileSync(join(folder, "cache/state"), "1");
  writeFileSync(join(folder, "page.html"), "a published page");
  linkSync(join(folder, "page.html"), join(folder, "cache/bodies/page.html"));
  expect([...sizesIn(join(folder, "cache"))]).toEqual([
    ["bodies", 8],
    ["state", 1],
  ]);
  expect(sizesIn(join(folder, "nowhere")).size).toBe(0);
});
