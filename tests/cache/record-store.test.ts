import {
  copyFileSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { beforeEach, describe, expect, it } from "vitest";
import { RecordStore } from "../../src/cache/record-store.ts";
import { useTemporaryFolder } from "../support/temporary-folder.ts";

const folder = join(useTemporaryFolder(), "records");
const DAY = 24 * 60 * 60 * 1000;

beforeEach(() => rmSync(folder, { recursive: true, force: true }));

function keep(records: Record<string, readonly string[]>): RecordStore {
  const store = new RecordStore(folder);
  for (const [key, texts] of Object.entries(records)) store.put(texts).keep(key, `head of ${key}`);
  store.save();
  store.clean();
  return store;
}

function textsOf(store: RecordStore, key: string): string[] | undefined {
  return store.get(key)?.texts.map((text) => text());
}

const packs = () => readdirSync(folder).map((name) => join(folder, name));

describe("a record", () => {
  it("is found by the next build as it was put, whatever is in it", () => {
    const records = fc.dictionary(fc.string({ minLength: 1 }), fc.array(fc.string({ unit: "grapheme" })), {
      maxKeys: 8,
    });
    fc.assert(
      fc.property(records, (written) => {
        rmSync(folder, { recursive: true, force: true });
        keep(written);
        const store = new RecordStore(folder);
        for (const [key, texts] of Object.entries(written)) {
          expect(store.get(key)?.head).toBe(`head of ${key}`);
          expect(textsOf(store, key)).toEqual(texts);
        }
      }),
      { numRuns: 50 },
    );
  });

  it("may be larger than what is gathered before it is written, or begin before its end", () => {
    const records = Object.fromEntries(
      [10, 400_000, 1_000_000, 5, 1_500_000, 349_524, 349_526, 0].map((length, at) => [
        `of ${length}`,
        [`${at}`, "“é😀”".repeat(length / 5), "end"],
      ]),
    );
    keep(records);
    const store = new RecordStore(folder);
    for (const [key, texts] of Object.entries(records)) expect(textsOf(store, key)).toEqual(texts);
  });

  it("can be read before it is written to disk, and after", () => {
    const store = new RecordStore(folder);
    const { texts, keep } = store.put(["one", "two"]);
    expect(texts.map((text) => text())).toEqual(["one", "two"]);
    keep("a", "head");
    expect(textsOf(store, "a")).toEqual(["one", "two"]);
    store.save();
    store.clean();
    expect(textsOf(store, "a")).toEqual(["one", "two"]);
    expect(texts.map((text) => text())).toEqual(["one", "two"]);
  });

  it("is the newest of its key", () => {
    keep({ a: ["old"] });
    const store = keep({ a: ["new"] });
    expect(textsOf(store, "a")).toEqual(["new"]);
    expect(textsOf(new RecordStore(folder), "a")).toEqual(["new"]);
  });

  it("is no record without its head", () => {
    const store = new RecordStore(folder);
    store.put(["text"]);
    store.save();
    store.clean();
    expect(packs()).toEqual([]);
  });
});

describe("a damaged pack", () => {
  it("gives nothing, or what was put, wherever it is cut off", () => {
    keep({ a: ["one ".repeat(50)], b: ["two ".repeat(50)] });
    const [pack = ""] = packs();
    const { size } = statSync(pack);
    const whole = readFileSync(pack);
    for (let length = 0; length < size; length += 7) {
      truncateSync(pack, length);
      expect(new RecordStore(folder).get("a")).toBeUndefined();
      writeFileSync(pack, whole);
    }
  });

  it("never gives anything else, whichever of its bytes is another", () => {
    keep({ a: ["one ".repeat(20)] });
    const [pack = ""] = packs();
    const whole = readFileSync(pack);
    whole.forEach((byte, at) => {
      const changed = Buffer.from(whole);
      changed[at] = byte ^ 1;
      writeFileSync(pack, changed);
      const store = new RecordStore(folder);
      expect([undefined, "head of a"]).toContain(store.get("a")?.head);
      expect([undefined, "one ".repeat(20)]).toContain(textsOf(store, "a")?.[0]);
    });
  });
});

describe("two builds at once", () => {
  it("add to the same folder, and each goes on reading what the other has cleaned away", () => {
    keep({ a: ["one"] });
    const [first, second] = [new RecordStore(folder), new RecordStore(folder)];
    const before = first.get("a");
    for (const path of packs()) rmSync(path);
    first.put(["two"]).keep("b", "head");
    second.put(["three"]).keep("c", "head");
    first.save();
    second.save();
    expect(before?.texts.map((text) => text())).toEqual(["one"]);
    const later = new RecordStore(folder);
    expect([textsOf(later, "b"), textsOf(later, "c")]).toEqual([["two"], ["three"]]);
  });

  it("of two machines are one when their packs lie in one folder", () => {
    keep({ a: ["one"] });
    const other = `${folder}-elsewhere`;
    const elsewhere = new RecordStore(other);
    elsewhere.put(["two"]).keep("b", "head");
    elsewhere.save();
    for (const name of readdirSync(other)) copyFileSync(join(other, name), join(folder, name));
    const joined = new RecordStore(folder);
    expect([textsOf(joined, "a"), textsOf(joined, "b")]).toEqual([["one"], ["two"]]);
  });
});

describe("the folder", () => {
  it("keeps nothing, and all can be read, where it can't be written to", () => {
    writeFileSync(folder, "a file");
    const store = new RecordStore(folder);
    const { texts, keep } = store.put(["one"]);
    keep("a", "head");
    store.save();
    store.clean();
    expect(texts.map((text) => text())).toEqual(["one"]);
    rmSync(folder);
  });

  it("loses what nobody has used for a month, and what was left unfinished", () => {
    keep({ a: ["one"] });
    const [pack = ""] = packs();
    const old = (Date.now() - 31 * DAY) / 1000;
    utimesSync(pack, old, old);
    writeFileSync(join(folder, "x.pack.unfinished"), "");
    utimesSync(join(folder, "x.pack.unfinished"), old, old);
    keep({ b: ["two"] });
    const store = new RecordStore(folder);
    expect([textsOf(store, "a"), textsOf(store, "b")]).toEqual([undefined, ["two"]]);
    expect(packs()).toHaveLength(1);
  });

  it("keeps a pack that is used, however old it is", () => {
    keep({ a: ["one"] });
    const old = (Date.now() - 31 * DAY) / 1000;
    for (const pack of packs()) utimesSync(pack, old, old);
    const store = new RecordStore(folder);
    store.get("a");
    store.save();
    store.clean();
    expect(textsOf(new RecordStore(folder), "a")).toEqual(["one"]);
  });

  it("does not grow with the number of builds, and loses nothing that the last one used", () => {
    for (let build = 0; build < 40; build++) {
      const store = new RecordStore(folder);
      store.get(`build ${build - 1}`);
      store.put([`text ${build}`]).keep(`build ${build}`, "head");
      store.save();
      store.clean();
      expect(textsOf(store, `build ${build}`)).toEqual([`text ${build}`]);
    }
    expect(packs().length).toBeLessThan(20);
    expect(textsOf(new RecordStore(folder), "build 39")).toEqual(["text 39"]);
  });

  it("is cleaned when it is several times as large as what a build uses", () => {
    const large = "x".repeat(12 << 20);
    for (let build = 0; build < 5; build++) keep({ [`a${build}`]: [large] });
    expect(new RecordStore(folder).size).toBeLessThan(50 << 20);
    expect(textsOf(new RecordStore(folder), "a4")).toEqual([large]);
  });

  it("is made when there is something to keep", () => {
    mkdirSync(folder, { recursive: true });
    rmSync(folder, { recursive: true });
    new RecordStore(folder).save();
    expect(() => readdirSync(folder)).toThrow("ENOENT");
  });
});
