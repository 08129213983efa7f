/**
 * Posts at random, built with the real command: each is either refused by name, or published whole, its every word in the
 * page, in a site that is right. SEED in the environment makes others.
 */
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { expect, it } from "vitest";
import type { Problem } from "../../src/content/problems/problem.ts";
import { AT, copyFixture } from "../support/built-fixture.ts";
import { pagesOf, readAt } from "../support/built-site.ts";
import { deadEnds } from "../support/dead-ends.ts";
import { feedReaders } from "../support/feeds.ts";
import { elementsIn, parsePage, textOf } from "../support/html.ts";
import { complaintsAbout } from "../support/html-validity.ts";
import { type RandomPost, randomPost } from "../support/random-post.ts";
import { type BuildRun, runBuild } from "../support/run-build.ts";
import { useTemporaryFolder } from "../support/temporary-folder.ts";

const folder = useTemporaryFolder();
const site = join(folder, "site");
const out = join(folder, "out");
const seed = Number(process.env["SEED"] ?? 2026);
const drawn = fc.sample(randomPost, { numRuns: 400, seed });
const posts = new Map(drawn.map((post) => [`posts/${post.name}.md`, post]));

it("are refused by name or published whole", async () => {
  copyFixture("no-posts", site);
  mkdirSync(join(site, "posts"), { recursive: true });
  for (const [file, { text }] of posts) writeFileSync(join(site, file), text);
  const left = await withoutRefused(posts);
  expect(left.size).toBeGreaterThan(20);
  expect(left.size).toBeLessThan(posts.size);
  for (const { name, words } of left.values()) {
    const text = textOf(elementsIn(parsePage(readAt(out, `/posts/${name}/`)), "main")[0]);
    expect(
      words.filter((word) => !text.includes(word)),
      name,
    ).toEqual([]);
  }
  // What looks like a link in the Markdown of a page may be code there.
  const dead = deadEnds(out, "https://example.org/").filter((line) => !line.includes("index.md → "));
  expect(dead).toEqual([]);
  for (const read of Object.values(feedReaders)) expect(read(out).entries.length).toBeGreaterThan(0);
  const complaints = await Promise.all(pagesOf(out).map((path) => complaintsAbout(readAt(out, path))));
  expect(complaints.flat()).toEqual([]);
}, 240_000);

/** Builds, takes away what was refused, and builds again, until a site is published; what hides what is found so. */
async function withoutRefused(all: Map<string, RandomPost>): Promise<Map<string, RandomPost>> {
  const left = new Map(all);
  for (let attempt = 0; attempt < 6; attempt++) {
    const { code, output } = await build();
    expect(output).not.toMatch(/^\s+at /m);
    if (code === 0) return published(left);
    const { problems } = JSON.parse(output.slice(output.indexOf("{\n"), output.indexOf("\n}\n") + 2)) as {
      problems: Problem[];
    };
    const refused = new Set(problems.map(({ file }) => file));
    expect(problems.length, output.slice(0, 2000)).toBeGreaterThan(0);
    for (const file of refused) {
      expect(left.delete(file), `${file} is refused, and is none of them`).toBe(true);
      rmSync(join(site, file));
    }
  }
  throw new Error("the site is refused again and again");
}

/** A draft is left out, as it should be. */
function published(posts: Map<string, RandomPost>): Map<string, RandomPost> {
  return new Map([...posts].filter(([, { text }]) => !/^(draft: true|permalink:)/m.test(text)));
}

function build(): Promise<BuildRun> {
  return runBuild(["--site", site, "--out", out, "--at", AT, "--format", "json"]);
}
