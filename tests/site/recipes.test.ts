/**
 * The recipes of CONTRIBUTING.md, followed: all of them in one copy of the engine, which then compiles, is free of what
 * lint finds, and builds a site (`fixtures/sites/recipes/`) that has what each recipe says.
 */
import { existsSync, globSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { readAt } from "../support/built-site.ts";
import { copyEngine, runCommandInCopy, runInCopy } from "../support/engine-copy.ts";
import { elementsIn, elementsWith, parsePage, textOf } from "../support/html.ts";
import { useServer } from "../support/proven-page.ts";
import { follow, RECIPES_FILE, readRecipes } from "../support/recipes.ts";
import { searchIn } from "../support/searched-content.ts";
import { useTemporaryFolder } from "../support/temporary-folder.ts";

const copy = useTemporaryFolder();
const out = join(copy, "_site");
const AT = ["--at", "2026-02-01T00:00:00Z"];
const { url } = useServer();
const recipes = readRecipes(readFileSync(RECIPES_FILE, "utf8"));

/** What the built site has when a recipe was followed, by the recipe's name. */
const CHECKS: Record<string, () => void | Promise<void>> = {
  "A post": () => {
    expect(textOf(elementsIn(pageAt("/posts/my-post/"), "h1")[0])).toBe("My post");
    expect(readAt(out, "/posts/my-post/")).toContain("<p>Its text, in Markdown.</p>");
  },
  "A page": () => {
    expect(textOf(elementsIn(pageAt("/now/"), "h1")[0])).toBe("Now");
    expect(textOf(elementsIn(pageAt("/"), "nav")[0])).toContain("Now");
    expect(readFile("sitemap.xml")).toContain("<loc>https://recipes.example/now/</loc>");
  },
  "A page that is computed": () => {
    expect(textOf(elementsIn(pageAt("/count/"), "h1")[0])).toMatch(/^\d+ pages to read$/);
    expect(readFile("sitemap.xml")).toContain("<loc>https://recipes.example/count/</loc>");
  },
  // `new-collection.test.ts` looks for all that talks have.
  "A collection": () => {
    expect(textOf(elementsWith(pageAt("/talks/locking/"), "p", "class", "kicker")[0])).toBe("PGConf, Berlin");
    expect(readAt(out, "/talks/")).toContain('href="/talks/locking/"');
  },
  "A key of front matter": () => {
    const facts = (name: string) => elementsIn(pageAt("/projects/clock/"), "dl", name).map(textOf);
    expect([facts("dt"), facts("dd")]).toEqual([
      ["Role", "Duration"],
      ["Author", "Two years"],
    ]);
  },
  "A setting": () => {
    for (const path of ["/", "/posts/plain/", "/now/"]) {
      expect(textOf(elementsWith(pageAt(path), "footer", "class", "footer")[0]), path).toContain("© The cooks");
    }
  },
  "A check": async () => {
    const twin = "---\ntitle: Plain\ndate: 2026-01-06\n---\n\nText.\n";
    const { code, output } = await runWith({ "posts/twin.md": twin }, ["check", ...AT]);
    const says = "posts/plain.md:2:8 title: is the title of posts/twin.md too (say how they differ)";
    expect([code, output]).toEqual([1, expect.stringContaining(says)]);
  },
  "A command": async () => {
    const { code, output } = await runWith({}, ["address"]);
    expect([code, output]).toEqual([0, "https://recipes.example/\n"]);
  },
  "A feed": () => {
    for (const file of ["feed.xml", "atom.xml", "feed.json"]) {
      expect(readFile(`proven/${file}`), file).toContain("/posts/proven/");
      expect(readFile(`proven/${file}`), file).not.toContain("/posts/plain/");
    }
    expect(readFile("feeds.opml")).toContain("/proven/feed.xml");
    expect(textOf(elementsIn(pageAt("/subscribe/"), "main")[0])).toContain("Proven: whose samples were run");
  },
  "A format of feeds": () => {
    expect(readFile("posts/twtxt.txt").split("\n")).toContain(
      "2026-01-02T00:00:00Z\tPlain https://recipes.example/posts/plain/",
    );
    expect(readFile("talks/twtxt.txt")).toContain("A talk on locks");
    expect(readAt(out, "/")).toContain('type="text/plain"');
  },
  "A language of the interface": async () => {
    const site = readFileSync(join(copy, "_data/site.ts"), "utf8").replace('language: "en"', 'language: "eo"');
    const esperanto = join(copy, "esperanto");
    const command = ["build", ...AT, "--out", esperanto];
    const { code, output } = await runWith({ "_data/site.ts": site }, command);
    expect(code, output).toBe(0);
    const page = readAt(esperanto, "/posts/plain/");
    expect(textOf(parsePage(page))).toContain("5 vortoj");
    expect(page).toMatch(/ lang="en"[^>]*>Subscribe</);
    expect(page).not.toMatch(/ lang="en"[^>]*>Serĉi</);
  },
  // `markdown/extension-recipe.test.ts` looks at all places that its words have.
  "A Markdown extension": async () => {
    expect(readAt(out, "/posts/keys/")).toContain("<p>Press <kbd>Ctrl-C</kbd>.</p>");
    expect(readFile("posts/feed.xml")).toContain("<kbd>Ctrl-C</kbd>");
    const { results } = await searchIn(join(out, "pagefind"), "ctrl-c");
    expect(results.map(({ title }) => title)).toEqual(["Keys"]);
  },
  "A language that is proven": async () => {
    const [outcome] = elementsWith(pageAt("/posts/proven/"), "div", "class", "outcome");
    expect(textOf(outcome)).toContain("3 squared is 9");
    const site = readFileSync(join(copy, "_data/site.ts"), "utf8").replace("shell: true", "shell: false");
    const { code, output } = await runWith({ "_data/site.ts": site }, ["prove"], {
      PROVE_DATABASE_URL: url(),
    });
    expect([code, output]).toEqual([
      1,
      expect.stringContaining("posts/proven.md:9 the sample is awk's, which may not run"),
    ]);
  },
  "A style sheet": () => {
    expect(readAt(out, "/posts/plain/")).toContain("mark{background-color:");
    expect(readAt(out, "/posts/proven/")).not.toContain("mark{background-color:");
  },
  "A search facet": async () => {
    const { results, counts } = await searchIn(join(out, "pagefind"), "squared", { picked: { series: "Languages" } });
    expect(results.map(({ title }) => title)).toEqual(["Proven"]);
    expect(counts["series"]).toEqual({ Languages: 1 });
    const scripts = globSync("assets/*.js", { cwd: out }).map(readFile);
    expect(scripts.filter((script) => script.includes('series:"Series"'))).toHaveLength(1);
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

it("are formatted and pass lint, once imports are sorted", async () => {
  const files = recipes
    .flatMap(({ steps }) => steps.map(({ file }) => file))
    .filter((file) => /\.(ts|tsx|css)$/.test(file));
  const biome = (...args: string[]) =>
    runInCopy(copy, ["node_modules/@biomejs/biome/bin/biome", "check", "--vcs-enabled=false", ...args, ...files]);
  await biome("--write", "--formatter-enabled=false", "--linter-enabled=false");
  const { code, output } = await biome("--error-on-warnings");
  expect(code, output).toBe(0);
});

describe("give a site what they say:", () => {
  beforeAll(async () => {
    const proven = await runCommandInCopy(copy, ["prove"], { PROVE_DATABASE_URL: url() });
    expect(proven.code, proven.output).toBe(0);
    const built = await runCommandInCopy(copy, ["build", ...AT]);
    expect(built.code, built.output).toBe(0);
  });

  it.each(Object.entries(CHECKS))("%s", (_, check) => check());
});

/** Runs a command of the copy while some of its files are others. */
async function runWith(files: Record<string, string>, args: string[], environment: NodeJS.ProcessEnv = {}) {
  const before = Object.keys(files).map((file) => [join(copy, file), contentOf(join(copy, file))] as const);
  for (const [file, text] of Object.entries(files)) writeFileSync(join(copy, file), text);
  const result = await runCommandInCopy(copy, args, environment);
  for (const [path, text] of before) {
    if (text === undefined) rmSync(path);
    else writeFileSync(path, text);
  }
  return result;
}

function contentOf(path: string): string | undefined {
  return existsSync(path) ? readFileSync(path, "utf8") : undefined;
}

function pageAt(path: string) {
  return parsePage(readAt(out, path));
}

function readFile(file: string): string {
  return readFileSync(join(out, file), "utf8");
}
