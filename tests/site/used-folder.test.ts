/** Files are put where those of an earlier build are in the way. */
import { existsSync, lstatSync, mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, it } from "vitest";
import { isSameFile, makeRoom } from "../../src/site/used-folder.ts";
import { useTemporaryFolder } from "../support/temporary-folder.ts";

const folder = useTemporaryFolder();

function put(file: string): void {
  mkdirSync(dirname(join(folder, file)), { recursive: true });
  writeFileSync(join(folder, file), file);
}

describe("a file where a folder has to be", () => {
  it("is not what is in that folder", () => {
    put("one/index.md");
    const stats = lstatSync(join(folder, "one/index.md"));
    expect(isSameFile(join(folder, "one/index.md"), stats)).toBe(true);
    expect(isSameFile(join(folder, "one/index.md/index.html"), stats)).toBe(false);
    expect(isSameFile(join(folder, "one/index.md/deep/below/index.html"), stats)).toBe(false);
  });

  it.each(["index.html", "deep/below/index.html"])("makes room for %s, and only itself goes", (below) => {
    put("two/index.md");
    put("two/index.html");
    makeRoom(folder, `two/index.md/${below}`);
    expect(existsSync(join(folder, "two/index.md"))).toBe(false);
    expect(existsSync(join(folder, "two/index.html"))).toBe(true);
  });
});

it("a folder makes room for a file", () => {
  put("three/index.md/index.html");
  makeRoom(folder, "three/index.md");
  expect(existsSync(join(folder, "three/index.md"))).toBe(false);
  expect(existsSync(join(folder, "three"))).toBe(true);
});
