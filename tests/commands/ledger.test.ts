/** The build keeps the ledger of what it published, where somebody can commit it, and holds the next build against it. */
import { existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeEach, describe, expect, it } from "vitest";
import { copyFixture } from "../support/built-fixture.ts";
import { type BuildRun, runCommand } from "../support/run-build.ts";
import { useTemporaryFolder } from "../support/temporary-folder.ts";

const folder = useTemporaryFolder();
const site = join(folder, "site");
const ledger = join(site, "_data/published.json");

beforeEach(() => {
  rmSync(site, { recursive: true, force: true });
  copyFixture("windows", site);
});

describe("a build", () => {
  it("writes down what it published: an address a line, in an order of its own, and once", async () => {
    const { output } = await build();
    expect(output).toContain("_data/published.json has what is new; commit it");
    const text = readFileSync(ledger, "utf8");
    const paths = Object.keys(JSON.parse(text));
    expect(paths).toEqual(paths.toSorted());
    expect(text.split("\n")).toHaveLength(paths.length + 3);
    expect(paths).toEqual(expect.arrayContaining(["/", "/posts/unix/", "/feed.xml"]));
    expect((await build()).output).not.toContain("published.json");
    expect(readFileSync(ledger, "utf8")).toBe(text);
  });

  it("for another folder or another moment writes nothing into the site", async () => {
    await build(["--out", join(folder, "elsewhere")]);
    await build(["--at", "2026-02-01T00:00:00Z"]);
    expect(existsSync(ledger)).toBe(false);
  });

  it("in CI writes nothing into the site, and says that its addresses are not noted", async () => {
    const { code, output } = await build([], { CI: "true" });
    expect(code).toBe(0);
    expect(existsSync(ledger)).toBe(false);
    expect(output).toMatch(/_data\/published\.json does not have \d+ of the addresses that this build publishes/);
  });

  it("leads from the year of a list that has become short again to the list, until it is long again", async () => {
    const essay = (index: number) => join(site, `posts/essay-${index}.md`);
    const text = (index: number) => `---\ntitle: Essay ${index}\ndate: 2025-01-01\n---\nText.\n`;
    const year = join(site, "_site/posts/years/2025/index.html");
    for (let index = 0; index < 101; index++) writeFileSync(essay(index), text(index));
    expect((await build()).code).toBe(0);
    expect(readFileSync(year, "utf8")).toContain("Essays, 2025");
    for (const index of [0, 1, 2, 3, 4, 5]) rmSync(essay(index));
    const gone = Object.fromEntries([0, 1, 2, 3, 4, 5].map((index) => [`/posts/essay-${index}/`, "gone"]));
    writeFileSync(join(site, "_data/redirects.ts"), `export default ${JSON.stringify(gone)};\n`);
    const { code, output } = await build();
    expect([code, output]).toEqual([0, expect.not.stringContaining("problem")]);
    expect(readFileSync(year, "utf8")).toMatch(/http-equiv="refresh" content="0; ?url=[^"]*\/posts\/"/i);
    for (let index = 200; index < 206; index++) writeFileSync(essay(index), text(index));
    expect((await build()).code).toBe(0);
    expect(readFileSync(year, "utf8")).toContain("Essays, 2025");
  });

  it("that loses an address is refused, and says where and how to fix it", async () => {
    writeFileSync(ledger, '{\n  "/posts/gone/": {}\n}\n');
    const { code, output } = await build();
    expect(code).toBe(1);
    expect(output).toContain(
      '_data/published.json:2:3 /posts/gone/ was published and is gone (add "aliases: [/posts/gone/]"',
    );
  });

  it.each(["{", "[]", '{"x": {}}', '{"/x/": {"id": 1}}', "<<<<<<< HEAD"])(
    "names a ledger that no build wrote: %s",
    async (text) => {
      writeFileSync(ledger, text);
      const { code, output } = await build();
      expect(code).toBe(1);
      expect(output).toContain("_data/published.json can't be read");
    },
  );
});

/** Without `--out`, as its owner runs it; the folder is the site's own. */
function build(args: string[] = [], environment: NodeJS.ProcessEnv = {}): Promise<BuildRun> {
  return runCommand("build", ["--no-search", ...args], { ...environment }, site);
}
