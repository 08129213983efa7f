/** Nothing of the machine that built a site gets into it. */
import { globSync, readFileSync } from "node:fs";
import { homedir, tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { gunzipSync } from "node:zlib";
import { expect, inject, it } from "vitest";
import { filesOf } from "../support/built-site.ts";
import { NOTEBOOK } from "../support/content-files.ts";

const site = inject("notebook");
const content = globSync(`${NOTEBOOK}/{posts,projects,_data}/**/*.{md,ts}`).map((file) => readFileSync(file, "utf8"));
const folders = [resolve("."), homedir(), tmpdir()].map((folder) => `${folder}/`);

/** What a page may name only if its author did. */
const TRACES = [...folders, "file://", "localhost", "127.0.0.1", ".staging", "node_modules"].filter(
  (trace) => !content.some((text) => text.includes(trace)),
);

it("no file names a folder or a host of the machine that built it", () => {
  expect(TRACES).toContain(folders[0]);
  const found = filesOf(site).flatMap((file) => {
    const text = textOf(readFileSync(join(site, file)));
    return TRACES.filter((trace) => text.includes(trace)).map((trace) => `${file}: ${trace}`);
  });
  expect(found).toEqual([]);
});

/** Pagefind compresses its files. */
function textOf(bytes: Buffer): string {
  const isCompressed = bytes[0] === 0x1f && bytes[1] === 0x8b;
  return (isCompressed ? gunzipSync(bytes) : bytes).toString("latin1");
}
