/** An index that another core makes is the one that this core would make. */
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setImmediate as nextTurn } from "node:timers/promises";
import { expect, it } from "vitest";
import { RecordStore } from "../../src/cache/record-store.ts";
import type { EarlierIndex } from "../../src/search/index-folder.ts";
import { writeIndex } from "../../src/search/index-site.ts";
import { makeIndexInThread } from "../../src/search/index-thread.ts";
import type { IndexWork } from "../../src/search/make-index.ts";
import { filesOf } from "../support/built-site.ts";
import { remembering } from "../support/earlier-index.ts";
import { useTemporaryFolder } from "../support/temporary-folder.ts";
import { tinyContent } from "../support/tiny-content.ts";

const folder = useTemporaryFolder();
const contentWith = (words: string) =>
  tinyContent({
    posts: [
      {
        slug: "locks",
        date: "2026-01-02",
        tags: ["PostgreSQL"],
        markdown: "## Rows\n\n`SELECT … FOR UPDATE` locks rows.",
      },
      { slug: "sperren", date: "2026-02-03", lang: "de", markdown: `Die Sperren der Zeilen. ${words}` },
      { slug: "isole", date: "2026-03-04", lang: "fr", markdown: "Les index isolés d’une table." },
    ],
  });

const bytesIn = (index: string) => filesOf(index).map((file) => [file, readFileSync(join(index, file), "base64")]);

it("has the same bytes, is remembered, and keeps its shards", async () => {
  const [here, there] = [join(folder, "here"), join(folder, "there")];
  const store = new RecordStore(join(folder, "shards"));
  const earlier = remembering();
  const options = { earlier, shards: store, worthAThread: 1 };
  await writeIndex(contentWith(""), here);
  const first = await writeIndex(contentWith(""), there, options);
  expect(first).toEqual({ pages: 3, shards: expect.any(Number), files: filesOf(there).length });
  expect(bytesIn(there)).toEqual(bytesIn(here));
  expect([...earlier.notes.keys()].sort()).toEqual(filesOf(there).sort());
  expect(await writeIndex(contentWith(""), there, options)).toMatchObject({ shards: 0, files: 0 });
  const edited = contentWith("Größer als gedacht.");
  await writeIndex(edited, here);
  await writeIndex(edited, there, options);
  expect(bytesIn(there)).toEqual(bytesIn(here));
});

it("is made here where the thread fails", async () => {
  const file = join(folder, "file");
  writeFileSync(file, "where a folder is needed");
  const broken: IndexWork = { folder: file, site: "", language: "en", pages: [], taken: new Set() };
  expect(await makeIndexInThread(broken, remembering(), undefined)).toBeUndefined();
});

it("is made here where what an earlier build has left can't be taken", async () => {
  const broken = () => {
    throw new Error("the disk is full");
  };
  const work: IndexWork = { folder: join(folder, "full"), site: "", language: "en", pages: [], taken: new Set() };
  expect(await makeIndexInThread(work, { ...remembering(), take: broken }, undefined)).toBeUndefined();
});

it.each([
  ["another thread", 1],
  ["this thread", 1000],
])("ends at a signal in %s, and writes nothing more", async (_, worthAThread) => {
  const ended = join(folder, `ended-${worthAThread}`);
  const stopping = new AbortController();
  const writing = writeIndex(contentWith(""), ended, { worthAThread, signal: stopping.signal });
  await nextTurn();
  stopping.abort();
  await expect(writing).rejects.toThrow("aborted");
  expect(existsSync(join(ended, "words.json"))).toBe(false);
});

it("has ended as a whole where a part of it fails: the next one of this process is not in its way", async () => {
  const earlier = remembering();
  const take: EarlierIndex["take"] = (files) => {
    if (files.some(({ name }) => name === "find.js")) throw new Error("the disk is full");
    return earlier.take(files);
  };
  const failing = writeIndex(contentWith(""), join(folder, "failing"), { earlier: { ...earlier, take } });
  await expect(failing).rejects.toThrow("the disk is full");
  expect(await writeIndex(contentWith(""), join(folder, "next"))).toMatchObject({ pages: 3 });
});
