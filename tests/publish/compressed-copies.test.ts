/** Compressed copies: the same text, the same time and the same bytes each time, and only where they save something. */
import { mkdirSync, readdirSync, readFileSync, statSync, utimesSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { writeCompressedCopies } from "../../src/publish/compressed-copies.ts";
import { useTemporaryFolder } from "../support/temporary-folder.ts";

const folder = useTemporaryFolder();
const TEXT = "A line that stands here often.\n".repeat(100);
const MODIFIED = 1_700_000_000.25;

function siteNamed(name: string): string {
  const site = join(folder, name);
  mkdirSync(join(site, "posts"), { recursive: true });
  const files: Record<string, string> = {
    "index.html": TEXT,
    "posts/the-same.html": TEXT,
    "posts/short.html": "Short.",
    "posts/random.txt": Array.from({ length: 90 }, (_, at) => String.fromCharCode(33 + ((at * 7919) % 90))).join(""),
    "picture.png": TEXT,
    NOENDING: TEXT,
    "data.json": TEXT,
    "data.json.gz": "somebody's own",
  };
  for (const [file, text] of Object.entries(files)) {
    writeFileSync(join(site, file), text);
    utimesSync(join(site, file), MODIFIED, MODIFIED);
  }
  return site;
}

const copiesIn = (site: string) =>
  readdirSync(site, { recursive: true, encoding: "utf8" })
    .filter((file) => /\.(br|gz|zst)$/.test(file))
    .sort();

describe("compressed copies", () => {
  it("stand beside texts that they are shorter than, and replace nothing", async () => {
    const site = siteNamed("one");
    const counts = await writeCompressedCopies(site, ["br", "gz"], join(folder, "cache"));
    expect(copiesIn(site)).toEqual([
      "data.json.br",
      "data.json.gz",
      "index.html.br",
      "index.html.gz",
      "posts/the-same.html.br",
      "posts/the-same.html.gz",
    ]);
    expect(counts).toEqual({ texts: 3, files: 5 });
    expect(brotliDecompressSync(readFileSync(join(site, "index.html.br"))).toString()).toBe(TEXT);
    expect(gunzipSync(readFileSync(join(site, "index.html.gz"))).toString()).toBe(TEXT);
    expect(readFileSync(join(site, "data.json.gz"), "utf8")).toBe("somebody's own");
    for (const file of copiesIn(site)) expect(statSync(join(site, file)).mtimeMs, file).toBe(MODIFIED * 1000);
  });

  it("have the same bytes with what was kept and without", async () => {
    const bytes = await Promise.all(
      ["cache", "cache", "another-cache"].map(async (cache, at) => {
        const site = siteNamed(`again-${at}`);
        await writeCompressedCopies(site, ["br", "gz"], join(folder, cache));
        return copiesIn(site).map((file) => [file, readFileSync(join(site, file)).toString("base64")]);
      }),
    );
    expect(bytes[1]).toEqual(bytes[0]);
    expect(bytes[2]).toEqual(bytes[0]);
  });

  it("are taken from what is kept", async () => {
    const [site, cache] = [siteNamed("kept"), join(folder, "kept-cache")];
    await writeCompressedCopies(site, ["gz"], cache);
    const kept = readdirSync(cache, { recursive: true, encoding: "utf8" }).filter((file) => /[\da-f]{64}$/.test(file));
    expect(kept).toHaveLength(2);
    for (const file of kept) writeFileSync(join(cache, file), "what is kept");
    const again = siteNamed("kept-again");
    await writeCompressedCopies(again, ["gz"], cache);
    expect(readFileSync(join(again, "index.html.gz"), "utf8")).toBe("what is kept");
  });

  it("tell a failure when nothing is written any more", async () => {
    const site = siteNamed("failing");
    writeFileSync(join(folder, "no-folder"), "");
    await expect(writeCompressedCopies(site, ["br", "gz"], join(folder, "no-folder"))).rejects.toThrow("no-folder");
    expect(copiesIn(site)).toEqual(["data.json.gz"]);
  });
});
