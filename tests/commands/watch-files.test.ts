/** The development server notices a change however a file is replaced. */
import {
  appendFileSync,
  cpSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  unlinkSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { join, relative } from "node:path";
import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, it, onTestFinished, vi } from "vitest";
import { type Watcher, watchFiles } from "../../src/commands/dev/watch-files.ts";
import { useTemporaryFolder } from "../support/temporary-folder.ts";

const folder = useTemporaryFolder();
let number = 0;
let home: string;
let watcher: Watcher;
const at = (path: string) => join(home, path);

beforeEach(() => {
  number += 1;
  home = join(folder, String(number));
  mkdirSync(at("posts/a"), { recursive: true });
  for (const name of ["posts/x.md", "posts/y.md", "posts/a/index.md", "elsewhere.ts"]) writeFileSync(at(name), name);
  // A tick of the file system's clock apart from all that comes.
  const past = new Date(Date.now() - 60_000);
  for (const name of ["posts/x.md", "posts/y.md", "posts/a/index.md", "elsewhere.ts"]) utimesSync(at(name), past, past);
  watcher = watchFiles([at("posts"), at("_data")]);
});

afterEach(() => watcher.close());

const WAYS: [string, () => void, string[]][] = [
  ["written", () => writeFileSync(at("posts/x.md"), "other"), ["posts/x.md"]],
  ["written with as many bytes", () => writeFileSync(at("posts/x.md"), "posts/z.md"), ["posts/x.md"]],
  ["added to", () => appendFileSync(at("posts/x.md"), "more"), ["posts/x.md"]],
  ["emptied", () => writeFileSync(at("posts/x.md"), ""), ["posts/x.md"]],
  ["new", () => writeFileSync(at("posts/z.md"), "z"), ["posts/z.md"]],
  ["deleted", () => unlinkSync(at("posts/x.md")), ["posts/x.md"]],
  ["renamed", () => renameSync(at("posts/x.md"), at("posts/z.md")), ["posts/x.md", "posts/z.md"]],
  ["another one by a rename", () => renameSync(at("posts/y.md"), at("posts/x.md")), ["posts/x.md", "posts/y.md"]],
  ["another one with the same time", sameTime, ["posts/x.md"]],
  ["a symbolic link instead", linked, ["posts/x.md"]],
  ["in a folder that is deleted", () => rmSync(at("posts/a"), { recursive: true }), ["posts/a", "posts/a/index.md"]],
  ["in a folder that is moved", moved, ["posts/a", "posts/a/index.md", "posts/b", "posts/b/index.md"]],
  ["in a folder that another took the place of", replaced, ["posts/a", "posts/a/index.md", "posts/a/picture.png"]],
  ["in a folder of folders that is new", deep, ["posts/b", "posts/b/c", "posts/b/c/index.md"]],
  [
    "in a folder that was not there",
    () => cpSync(at("posts/a"), at("_data"), { recursive: true }),
    ["_data", "_data/index.md"],
  ],
];

function sameTime(): void {
  const { atime, mtime } = statSync(at("posts/x.md"));
  writeFileSync(at("posts/x.md"), "posts/w.md");
  utimesSync(at("posts/x.md"), atime, mtime);
}

function linked(): void {
  unlinkSync(at("posts/x.md"));
  symlinkSync("y.md", at("posts/x.md"));
}

function moved(): void {
  renameSync(at("posts/a"), at("posts/b"));
}

function replaced(): void {
  mkdirSync(at("new"));
  writeFileSync(at("new/index.md"), "new");
  writeFileSync(at("new/picture.png"), "new");
  rmSync(at("posts/a"), { recursive: true });
  renameSync(at("new"), at("posts/a"));
}

function deep(): void {
  mkdirSync(at("posts/b/c"), { recursive: true });
  writeFileSync(at("posts/b/c/index.md"), "deep");
}

describe("a file", () => {
  it.each(WAYS)("that is %s has changed", async (_, change, paths) => {
    change();
    expect(namesOf(await watcher.changes())).toEqual(paths);
  });

  it.each(WAYS)("that is %s has changed, also for who looks before the system tells", (_, change) => {
    expect(watcher.hasChanged()).toBe(false);
    change();
    expect(watcher.hasChanged()).toBe(true);
  });

  it("that is written again and again is told after the last time", async () => {
    for (let round = 0; round < 5; round++) {
      for (const text of ["1", "2", "3"]) {
        writeFileSync(at("posts/x.md"), text);
        watcher.hasChanged();
      }
      expect(namesOf(await watcher.changes())).toEqual(["posts/x.md"]);
      expect(watcher.hasChanged()).toBe(false);
    }
  });

  it("that is written bit by bit is told when it is whole", async () => {
    // A busy machine could take longer than what is not at rest is waited for.
    vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout", "performance"] });
    const watcher = watchFiles([at("posts")]);
    onTestFinished(() => {
      watcher.close();
      vi.useRealTimers();
    });
    let isTold = false;
    const changes = watcher.changes().finally(() => {
      isTold = true;
    });
    for (let part = 0; part < 10; part++) {
      appendFileSync(at("posts/x.md"), `${part}`);
      await vi.advanceTimersByTimeAsync(5);
      expect(isTold).toBe(false);
    }
    await vi.advanceTimersByTimeAsync(1500);
    expect(namesOf(await changes)).toEqual(["posts/x.md"]);
    expect(watcher.hasChanged()).toBe(false);
  });

  it("outside is told when it was added, and only from then on", async () => {
    writeFileSync(at("elsewhere.ts"), "before");
    expect(watcher.hasChanged()).toBe(false);
    watcher.add(at("elsewhere.ts"));
    expect(watcher.hasChanged()).toBe(false);
    writeFileSync(at("elsewhere.ts"), "after");
    expect(namesOf(await watcher.changes())).toEqual(["elsewhere.ts"]);
  });

  it.each(["x.md~", ".#x.md", "#x.md#", ".x.md.swp", "4913", ".DS_Store", "._x.md"])(
    "that an editor or a system leaves there is none: %s",
    (name) => {
      writeFileSync(at(`posts/${name}`), "text");
      expect(watcher.hasChanged()).toBe(false);
    },
  );
});

it("whatever happens in a folder, a look sees it", () => {
  const name = fc.constantFrom("p", "q", "r/p", "r/q");
  const step = fc.oneof(
    fc.record({ to: name, text: fc.constantFrom("1", "2", "33") }),
    fc.record({ from: name, to: name }),
    fc.record({ gone: fc.constantFrom("p", "r", "r/p") }),
  );
  fc.assert(
    fc.property(fc.array(step, { maxLength: 12 }), (steps) => {
      const root = join(folder, `random-${++number}`);
      mkdirSync(join(root, "r"), { recursive: true });
      let told = 0;
      const random = watchFiles([root], () => {
        told += 1;
      });
      try {
        for (const one of steps) {
          const before = contentsOf(root);
          mkdirSync(join(root, "r"), { recursive: true });
          if ("text" in one) writeFileSync(join(root, one.to), one.text);
          else if ("gone" in one) rmSync(join(root, one.gone), { recursive: true, force: true });
          else if (before.has(one.from) && one.from !== one.to) renameSync(join(root, one.from), join(root, one.to));
          const after = contentsOf(root);
          const isOther = JSON.stringify([...before]) !== JSON.stringify([...after]);
          told = 0;
          random.hasChanged();
          if (isOther) expect(told).toBe(1);
        }
      } finally {
        random.close();
      }
    }),
    { numRuns: 40 },
  );
});

function contentsOf(root: string): Map<string, string> {
  const names = ["p", "q", "r/p", "r/q"];
  return new Map(
    names.flatMap((name) => {
      try {
        return [[name, readFileSync(join(root, name), "utf8")] as const];
      } catch {
        return [];
      }
    }),
  );
}

function namesOf(paths: string[]): string[] {
  return paths.map((path) => relative(home, path).replaceAll("\\", "/")).sort();
}
