/** Whoever saves a text sees its page before everything that follows from it is made. */
import { appendFileSync, linkSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Preview, previewBuild } from "../../src/commands/dev/build-for-preview.ts";
import { copyFixture } from "../support/built-fixture.ts";
import { useTemporaryFolder } from "../support/temporary-folder.ts";

const folder = useTemporaryFolder();
const site = join(folder, "site");
const out = join(folder, "out");
const post = join(site, "posts/bare.md");
const page = () => readFileSync(join(out, "posts/bare/index.html"), "utf8");
const copy = () => readFileSync(join(out, "posts/bare/index.md"), "utf8");
const home = process.cwd();
let preview: Preview;

// Eleventy needs the site's folder as the working folder, and other files share this process.
afterAll(() => process.chdir(home));

beforeAll(async () => {
  copyFixture("everything", site);
  preview = await previewBuild(out, "http://localhost:8080/", ["--site", site, "--no-search"]);
  await preview.build();
});

describe("a text that has changed", () => {
  it("is on its page at once, and elsewhere after the build, which makes the same page", async () => {
    appendFileSync(post, "\nXylem quuxes zyzzyvas.\n");
    expect(await preview.first([post])).toBe(true);
    const first = page();
    expect(first).toContain("Xylem quuxes zyzzyvas.");
    expect(copy()).not.toContain("Xylem quuxes zyzzyvas.");
    await preview.build();
    expect(copy()).toContain("Xylem quuxes zyzzyvas.");
    expect(page()).toBe(first);
  });

  it("has its page replaced, so that nobody reads a part of it", async () => {
    const before = page();
    linkSync(join(out, "posts/bare/index.html"), join(folder, "before.html"));
    appendFileSync(post, "\nIt is replaced.\n");
    expect(await preview.first([post])).toBe(true);
    expect(page()).toContain("It is replaced.");
    expect(readFileSync(join(folder, "before.html"), "utf8")).toBe(before);
    await preview.build();
  });

  const others: Record<string, (whole: string) => string> = {
    "with another title": (whole) => whole.replace(/^title: .*$/m, "title: Another title"),
    "with a fault": (whole) => `${whole}\n[Nowhere](/not-there.md)\n`,
    "with a picture that was not there": (whole) => `${whole}\n![A map](map.svg)\n`,
    "without front matter": (whole) => whole.replace("---\n", ""),
  };

  it.each(Object.entries(others))("waits for the build %s", async (_, change) => {
    const whole = readFileSync(post, "utf8");
    const before = page();
    writeFileSync(join(site, "posts/map.svg"), '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>');
    writeFileSync(post, change(whole));
    expect(readFileSync(post, "utf8")).not.toBe(whole);
    expect(await preview.first([post])).toBe(false);
    expect(page()).toBe(before);
    writeFileSync(post, whole);
  });

  it("waits for it where other files have changed, too", async () => {
    appendFileSync(post, "\nAnd another.\n");
    expect(await preview.first([post, join(site, "_data/site.ts")])).toBe(false);
    expect(await preview.first([])).toBe(false);
    expect(page()).not.toContain("And another.");
  });
});
