/** A published folder is the old site, whole, or the new one, whole. */
import { readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { beforeEach, describe, expect, it } from "vitest";
import { publishTo } from "../../src/publish/staging.ts";
import { filesOf, fingerprintOf } from "../support/built-site.ts";
import { useTemporaryFolder } from "../support/temporary-folder.ts";
import { writeFiles } from "../support/write-files.ts";

const folder = useTemporaryFolder();
const out = join(folder, "site");
const OLD = { "index.html": "old", "posts/a/index.html": "old a", "gone.html": "only in the old site" };
const NEW = { "index.html": "new", "posts/b/index.html": "new b" };

beforeEach(() => {
  rmSync(folder, { recursive: true, force: true });
  writeFiles(out, OLD);
});

describe("publishing a site", () => {
  it("puts the new site in the old one's place, and leaves nothing of the old one", async () => {
    await publishTo(out, async (staging) => writeFiles(staging, NEW));
    expect(contentsOf(out)).toEqual(NEW);
    expect(filesOf(folder)).toEqual(Object.keys(NEW).map((file) => `site/${file}`));
  });

  it("makes the folder, and those above it, where there is none", async () => {
    const deep = join(folder, "not/yet/there");
    await publishTo(deep, async (staging) => writeFiles(staging, NEW));
    expect(contentsOf(deep)).toEqual(NEW);
  });

  it("hands an empty folder to the build, even after one that was cut off", async () => {
    writeFiles(`${out}.staging`, { "half.html": "of an earlier build" });
    await publishTo(out, async (staging) => {
      expect(filesOf(staging)).toEqual([]);
      writeFiles(staging, NEW);
    });
    expect(contentsOf(out)).toEqual(NEW);
  });

  it("shows the old site for as long as the build runs", async () => {
    await publishTo(out, async (staging) => {
      writeFiles(staging, NEW);
      expect(contentsOf(out)).toEqual(OLD);
    });
  });
});

describe("with a spare folder", () => {
  const spare = join(folder, "cache/spare");

  it("hands the folder that was replaced to the next build", async () => {
    const isUsed: boolean[] = [];
    const publish = (number: number) =>
      publishTo(
        out,
        async (staging, used) => {
          isUsed.push(used);
          writeFiles(staging, { [`${number}.html`]: "" });
        },
        spare,
      );
    for (const number of [1, 2, 3]) await publish(number);
    expect(isUsed).toEqual([false, true, true]);
    expect(filesOf(out)).toEqual(["1.html", "3.html"]);
    expect(filesOf(spare)).toEqual(["2.html", "gone.html", "index.html", "posts/a/index.html"]);
  });

  it("leaves the old site where a build fails, and begins anew after it", async () => {
    await publishTo(out, async (staging) => writeFiles(staging, NEW), spare);
    await expect(publishTo(out, failHalfway, spare)).rejects.toThrow("halfway");
    expect(contentsOf(out)).toEqual(NEW);
    await publishTo(out, async (staging, isUsed) => writeFiles(staging, { "used.txt": String(isUsed) }), spare);
    expect(contentsOf(out)).toEqual({ "used.txt": "false" });
  });
});

describe("a build that fails", () => {
  it("leaves the old site as it was, byte for byte, and nothing beside it", async () => {
    const before = fingerprintOf(folder);
    await expect(publishTo(out, failHalfway)).rejects.toThrow("halfway");
    expect(fingerprintOf(folder)).toEqual(before);
  });

  it("leaves no folder where there was none", async () => {
    rmSync(out, { recursive: true });
    await expect(publishTo(out, failHalfway)).rejects.toThrow("halfway");
    expect(filesOf(folder)).toEqual([]);
  });

  it("does not stand in the way of the next one", async () => {
    await expect(publishTo(out, failHalfway)).rejects.toThrow("halfway");
    await publishTo(out, async (staging) => writeFiles(staging, NEW));
    expect(contentsOf(out)).toEqual(NEW);
  });

  it("leaves the old site where the new one can't take its place", async () => {
    const loseItsFolder = async (staging: string) => rmSync(staging, { recursive: true });
    await expect(publishTo(out, loseItsFolder)).rejects.toThrow();
    expect(contentsOf(out)).toEqual(OLD);
  });
});

async function failHalfway(staging: string): Promise<void> {
  writeFiles(staging, { "index.html": "half a page" });
  throw new Error("halfway");
}

function contentsOf(root: string): Record<string, string> {
  return Object.fromEntries(filesOf(root).map((file) => [file, readFileSync(join(root, file), "utf8")]));
}
