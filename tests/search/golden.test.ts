/** Searches that the owner promises: a build that breaks one publishes nothing and says what came instead. */
import { cpSync, existsSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { checkSearches } from "../../src/search/golden.ts";
import { writeIndex } from "../../src/search/index-site.ts";
import { NOTEBOOK, NOTEBOOK_AT } from "../support/content-files.ts";
import { runBuild } from "../support/run-build.ts";
import { useTemporaryFolder } from "../support/temporary-folder.ts";
import { tinyContent } from "../support/tiny-content.ts";

const folder = useTemporaryFolder();
cpSync(NOTEBOOK, folder, { recursive: true, filter: (path) => !path.includes(".cache") });

async function buildWith(searches: unknown): Promise<{ code: number; output: string }> {
  writeFileSync(join(folder, "_data/searches.ts"), `export default ${JSON.stringify(searches)};\n`);
  return runBuild(["--site", folder, "--out", join(folder, "out"), "--at", NOTEBOOK_AT]);
}

describe("a build", () => {
  it("fails where a search does not find its page, and names what it finds", async () => {
    const { code, output } = await buildWith([
      { query: "skip locked", finds: "/projects/carillon/", among: 1 },
      { query: "skip locked", finds: "/posts/skip-locked/", among: 1 },
    ]);
    expect(code).toBe(1);
    expect(output).toContain(
      '_data/searches.ts:1:48 "skip locked" does not find /projects/carillon/ among the first 1, but /posts/skip-locked/',
    );
    expect(output).toContain("1 problem");
    expect(existsSync(join(folder, "out"))).toBe(false);
  });

  it("fails where a search is to find a page that is not there, or is written wrongly", async () => {
    const missing = await buildWith([{ query: "locks", finds: "/posts/locks/" }]);
    expect(missing.output).toContain(
      '_data/searches.ts:1:42 "locks" is to find /posts/locks/, which this site does not have',
    );
    const wrong = await buildWith([{ query: "", finds: "/about/" }]);
    expect([wrong.code, wrong.output]).toEqual([
      1,
      expect.stringContaining("_data/searches.ts:1:26 0.query: must not be empty"),
    ]);
  });
});

it("searches leave nothing that reads the index when they are done: a build moves it then", async () => {
  const markdown = Array.from({ length: 40 }, (_, number) => `word${number}`).join(" ");
  const content = tinyContent({ posts: [{ slug: "locks", title: "Locks", date: "2026-01-01", markdown }] });
  const index = join(folder, "index");
  await writeIndex(content, index);
  for (let count = 20; count <= 40; count++) {
    const copy = join(folder, `index-${count}`);
    cpSync(index, copy, { recursive: true });
    const searches = markdown.split(" ").slice(0, count);
    const golden = searches.map((query) => ({
      query,
      finds: "/posts/locks/",
      among: 1,
      place: { file: "_data/searches.ts" },
    }));
    expect(await checkSearches(golden, copy)).toEqual([]);
    rmSync(copy, { recursive: true });
  }
  // What still read one of them would throw by now, and fail this file.
  await new Promise((resolve) => setTimeout(resolve, 200));
});
