/** `wellformed init`: a folder that builds, is its owner's from the start, and is never mixed with anything else. */
import { existsSync, globSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { readAt } from "../support/built-site.ts";
import { elementsIn, parsePage, textOf } from "../support/html.ts";
import { type BuildRun, runCommand } from "../support/run-build.ts";
import { useTemporaryFolder } from "../support/temporary-folder.ts";

const folder = useTemporaryFolder();
const TITLE = '$&Ada\'s "notes" \\ `more`';
const AUTHOR = 'Ada "The First" & <Co>';
const QUICK = ["--yes", "--no-install", "--engine", "1.2.3"];

describe.each([
  {
    language: "en",
    textsIn: "en",
    description: `Notes by ${AUTHOR}.`,
    words: ["A first post"],
    links: ["Posts", "About", "Subscribe"],
  },
  {
    language: "de-CH",
    textsIn: "de-CH",
    description: `Texte von ${AUTHOR}.`,
    words: ["Ein erster Beitrag", "Über mich"],
    links: ["Beiträge", "Über mich", "Abonnieren"],
  },
  // There are no Dutch texts to begin with: those that there are say that they are English.
  { language: "nl", textsIn: "en", description: `Notes by ${AUTHOR}.`, words: ["A first post"], links: ["Artikelen"] },
  // The engine's own words for posts and for its pages are not hidden by English ones.
  {
    ...{
      language: "fr",
      textsIn: "en",
      description: `Notes by ${AUTHOR}.`,
      words: ["A first post", "Derniers articles"],
    },
    links: ["Articles", "About", "S’abonner"],
  },
  {
    ...{ language: "ar", textsIn: "en", description: `Notes by ${AUTHOR}.`, words: ["أحدث المقالات"] },
    links: ["المقالات", "About", "اشتراك"],
  },
])("a new site in $language", ({ language, textsIn, description, words, links }) => {
  const site = join(folder, language);
  const out = join(folder, `${language}-out`);
  let made: BuildRun;
  let built: BuildRun;

  beforeAll(async () => {
    const answers = [
      "--title",
      TITLE,
      "--author",
      AUTHOR,
      "--url",
      "notes.example",
      "--language",
      language,
      "--accent",
      "#1355b8",
    ];
    made = await runCommand("init", [site, ...answers, ...QUICK]);
    built = await runCommand("build", ["--site", site, "--out", out, "--no-search"]);
  });

  it("is made, and says what to type", () => {
    expect(made.code, made.output).toBe(0);
    expect(made.output).toMatch(new RegExp(`Now type: cd ${site} && npm install && npm start\n$`));
    expect(JSON.parse(readFileSync(join(site, "package.json"), "utf8"))).toEqual({
      private: true,
      type: "module",
      scripts: expect.objectContaining({ start: "wellformed start", build: "wellformed build" }),
      dependencies: { wellformed: "1.2.3" },
    });
  });

  it("builds without a warning", () => {
    expect(built.code, built.output).toBe(0);
    expect(built.output).not.toMatch(/warning/);
  });

  it("has its owner's words, in its language", () => {
    const feed = JSON.parse(readFileSync(join(out, "feed.json"), "utf8")) as Record<string, unknown>;
    expect(feed).toMatchObject({ title: TITLE, description, authors: [{ name: AUTHOR }] });
    const pages = ["/", "/about/", "/posts/first-post/"].map((path) => readAt(out, path));
    for (const word of words)
      expect(pages.map((html) => textOf(elementsIn(parsePage(html), "body")[0])).join()).toContain(word);
    const languages = pages.map(
      (html) => /<h1[^>]* lang="([^"]*)"/.exec(html)?.[1] ?? /<html lang="([^"]*)"/.exec(html)?.[1],
    );
    expect(languages).toEqual([language, textsIn, textsIn]);
  });

  it("has its language's words in its navigation", () => {
    const home = parsePage(readAt(out, "/"));
    const shown = elementsIn(home, "nav").flatMap((nav) => elementsIn(nav, "a").map(textOf));
    expect(shown.filter((label) => links.includes(label))).toEqual(links);
  });

  it("has its owner's colour, by day and by night", () => {
    expect(readAt(out, "/")).toMatch(/--accent: ?light-dark\(#1355b8, ?#[\da-f]{6}\)/);
  });

  it("has no trace of the default site or of the engine", () => {
    const ours = /correct.{0,3}then.{0,3}fast|backend engineer|wellformed\b(?! new)|konduit/i;
    const files = globSync("**/*.{html,xml,json,txt,opml,webmanifest}", { cwd: out });
    expect(files.length).toBeGreaterThan(10);
    const found = files.filter((file) => ours.test(readFileSync(join(out, file), "utf8")));
    expect(found).toEqual([]);
  });

  it("is not made a second time", async () => {
    const before = globSync("**/*", { cwd: site }).length;
    const { code, output } = await runCommand("init", [site, ...QUICK]);
    expect(code).toBe(2);
    expect(output).toContain(
      `${site} is not empty: it has .cache, .gitignore, README.md, _data, package.json and 4 more`,
    );
    expect(globSync("**/*", { cwd: site })).toHaveLength(before);
  });
});

it("takes a fresh repository for an empty folder, and nothing else", async () => {
  const site = join(folder, "cloned");
  for (const name of [".git", ".github", ".vscode"]) mkdirSync(join(site, name), { recursive: true });
  const mine = ["LICENSE", ".vscode/settings.json"];
  for (const name of mine) writeFileSync(join(site, name), "mine");
  const { code, output } = await runCommand("init", [site, ...QUICK]);
  expect(code, output).toBe(0);
  expect(output).toContain("  .vscode/settings.json (stays as it was)\n");
  for (const name of mine) expect(readFileSync(join(site, name), "utf8")).toBe("mine");

  const file = join(folder, "file");
  writeFileSync(file, "");
  expect(await runCommand("init", [file, ...QUICK])).toEqual({ code: 2, output: expect.stringContaining("is a file") });
});

describe("what is wrong is said before anything is made", () => {
  it.each([
    { args: [], says: "wellformed init takes the new site's folder: npx wellformed init my-site" },
    { args: ["a", "b", ...QUICK], says: 'takes one folder, not "a" and "b"' },
    {
      args: ["a", "--no-install"],
      says: "there is no terminal to ask on: give --title, --author, --url, --language, --accent, or --yes",
    },
    {
      args: ["a", "--url", "nowhere", ...QUICK],
      says: '--url must be an address such as https://example.org/, not "nowhere"',
    },
    {
      args: ["a", "--language", "Deutsch", ...QUICK],
      says: '--language: "Deutsch" is not a language tag such as en or pt-BR (write de)',
    },
    { args: ["a", "--accent", "#ffcc00", ...QUICK], says: "text needs 4.5 (the nearest that has it is #856900)" },
    { args: ["a", "--accent", "#fc0", ...QUICK], says: "text needs 4.5 (the nearest that has it is #856900)" },
    {
      args: ["a", "--accent", "tomato", ...QUICK],
      says: '--accent must be a colour of six digits, such as #98321a, not "tomato"',
    },
    { args: ["a", "--titel", "x", ...QUICK], says: "no option --titel (did you mean --title?)" },
  ])("$args", async ({ args, says }) => {
    const { code, output } = await runCommand("init", args, {}, folder);
    expect(output).toContain(says);
    expect(code).toBe(2);
    expect(existsSync(join(folder, "a"))).toBe(false);
  });
});
