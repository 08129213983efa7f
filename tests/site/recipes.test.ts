/**
 * The recipes of CONTRIBUTING.md, followed: all of them in one copy of the engine, which then compiles, is free of what
 * lint finds, and builds a site (`fixtures/sites/recipes/`) that has what each recipe says.
 */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { readAt } from "../support/built-site.ts";
import { copyEngine, runInCopy } from "../support/engine-copy.ts";
import { elementsWith, parsePage, textOf } from "../support/html.ts";
import { useServer } from "../support/proven-page.ts";
import { follow, RECIPES_FILE, readRecipes } from "../support/recipes.ts";
import { searchIn } from "../support/searched-content.ts";
import { useTemporaryFolder } from "../support/temporary-folder.ts";

const copy = useTemporaryFolder();
const out = join(copy, "_site");
const { url } = useServer();
const recipes = readRecipes(readFileSync(RECIPES_FILE, "utf8"));

/** What the built site has when a recipe was followed, by the recipe's name. */
const CHECKS: Record<string, () => void | Promise<void>> = {
  "A language that is proven": () => {
    const [outcome] = elementsWith(parsePage(readAt(out, "/posts/proven/")), "div", "class", "outcome");
    expect(textOf(outcome)).toContain("3 squared is 9");
  },
  "A style sheet": () => {
    expect(readAt(out, "/posts/plain/")).toContain("mark{background-color:");
    expect(readAt(out, "/posts/proven/")).not.toContain("mark{background-color:");
  },
  "A search facet": async () => {
    const { results, counts } = await searchIn(join(out, "pagefind"), "squared", { picked: { series: "Languages" } });
    expect(results.map(({ title }) => title)).toEqual(["Proven"]);
    expect(counts["series"]).toEqual({ Languages: 1 });
  },
};

beforeAll(async () => {
  copyEngine(copy, "tests/fixtures/sites/recipes");
  for (const step of recipes.flatMap(({ steps }) => steps)) follow(step, copy);
});

it("are recipes that can be followed, and each has a check here", () => {
  expect(recipes.map(({ name }) => name)).toEqual(Object.keys(CHECKS));
  expect(recipes.filter(({ steps }) => steps.length === 0)).toEqual([]);
});

it("compile", async () => {
  expect(await runInCopy(copy, ["node_modules/typescript/bin/tsc", "--noEmit"])).toEqual({ code: 0, output: "" });
});

it("are as lint wants them", async () => {
  const files = recipes
    .flatMap(({ steps }) => steps.map(({ file }) => file))
    .filter((file) => /\.(ts|tsx|css)$/.test(file));
  const biome = "node_modules/@biomejs/biome/bin/biome";
  const { code, output } = await runInCopy(copy, [
    biome,
    "check",
    "--vcs-enabled=false",
    "--error-on-warnings",
    ...files,
  ]);
  expect(code, output).toBe(0);
});

describe("give a site what they say:", () => {
  beforeAll(async () => {
    const proven = await runInCopy(copy, ["src/commands/prove.ts"], { PROVE_DATABASE_URL: url() });
    expect(proven.code, proven.output).toBe(0);
    const built = await runInCopy(copy, ["src/commands/build.ts", "--at", "2026-02-01T00:00:00Z"]);
    expect(built.code, built.output).toBe(0);
  });

  it.each(Object.entries(CHECKS))("%s", (_, check) => check());
});
