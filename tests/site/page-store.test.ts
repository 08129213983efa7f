/** Pages that wait to be written are the same from memory and from the file. */
import { existsSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { inBytes } from "../../src/content/text/held-text.ts";
import { PageStore, release } from "../../src/site/page-store.ts";
import { useTemporaryFolder } from "../support/temporary-folder.ts";

const folder = useTemporaryFolder();
const TEXTS = ["one", "", "“two” 🎉", "x".repeat(100_000)];
const PAGES = TEXTS.map((text) => Buffer.from(text));

it("holds a few in memory, and the others in a file of which nothing is left", () => {
  const cache = join(folder, "cache");
  const store = new PageStore(cache, 5);
  const pages = TEXTS.map(inBytes);
  const held = pages.map((page) => store.hold(page));
  expect(held.map(({ isOnDisk }) => isOnDisk)).toEqual([false, false, true, true]);
  for (const read of [1, 2]) expect([read, ...held.map(({ bytes }) => bytes())]).toEqual([read, ...PAGES]);
  expect(readdirSync(cache)).toEqual([]);
  // What is in the file takes no memory any more.
  expect(pages.map(({ length }) => length)).toEqual([3, 0, 0, 0]);
});

it("has memory of its own for each page that is read, which can be given up", () => {
  const { bytes } = new PageStore(join(folder, "cache"), 0).hold(inBytes("page"));
  const read = bytes();
  release(read);
  expect([read.length, bytes().toString()]).toEqual([0, "page"]);
});

it("makes no file for a small site, and does without one where there can be none", () => {
  const store = new PageStore(join(folder, "unused"));
  for (const page of TEXTS) expect(store.hold(inBytes(page)).isOnDisk).toBe(false);
  expect(existsSync(join(folder, "unused"))).toBe(false);
  writeFileSync(join(folder, "file"), "");
  const without = new PageStore(join(folder, "file/cache"), 0);
  expect(TEXTS.map((page) => without.hold(inBytes(page)).bytes())).toEqual(PAGES);
});
