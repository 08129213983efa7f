/** The recipe for a collection, followed to the letter: talks then have everything that essays have. */
import { execFile } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { openFinder } from "../../src/search/open-index.ts";
import { copyFixture } from "../support/built-fixture.ts";
import { readAt } from "../support/built-site.ts";
import { deadEnds } from "../support/dead-ends.ts";
import { useDevServers } from "../support/dev-server.ts";
import { copyEngine, runInCopy } from "../support/engine-copy.ts";
import { attributeOf, elementsIn, elementsWith, parsePage, textOf } from "../support/html.ts";
import { complaintsAbout } from "../support/html-validity.ts";
import { follow, RECIPES_FILE, readRecipes } from "../support/recipes.ts";
import { PLAIN_QUERY } from "../support/searched-content.ts";
import { useTemporaryFolder } from "../support/temporary-folder.ts";
import { wellformedCommand } from "../support/wellformed-command.ts";

const folder = useTemporaryFolder();
const [engine, site, out] = [join(folder, "engine"), join(folder, "site"), join(folder, "out")];
const start = useDevServers();
const LOCKS = "A row lock is taken by SELECT FOR UPDATE, and SKIP LOCKED passes over it.";
/** More than a list has room for. */
const OTHERS = 110;

beforeAll(async () => {
  copyEngine(engine, "tests/fixtures/sites/no-posts");
  const recipe = readRecipes(readFileSync(RECIPES_FILE, "utf8")).find(({ name }) => name === "A collection");
  for (const step of recipe?.steps ?? []) follow(step, engine);
  copyFixture("no-posts", site);
  mkdirSync(join(site, "posts"));
  mkdirSync(join(site, "talks"));
  write("posts/locks.md", "Row locks", "2026-01-02", `${LOCKS} As [said](../talks/locking.md).`, "description: Locks.");
  const revisions = "revisions: [{ date: 2026-01-09, note: Said better. }]";
  write("talks/locking.md", "A talk on row locks", "2026-01-03", LOCKS, revisions, ...TALK, "tags: [SQL]");
  write("talks/draft.md", "Not yet", "2026-01-04", "Text.", ...TALK, "draft: true");
  for (let day = 0; day < OTHERS; day++) {
    const date = new Date(Date.UTC(2025, 0, 1 + day * 3)).toISOString().slice(0, 10);
    write(`talks/t${day}.md`, `Talk ${day}`, date, `Words of day ${day}.`, ...TALK);
  }
  const { code, output } = await build(["--site", site, "--out", out, "--at", "2026-02-01T00:00:00Z"]);
  expect(code, output).toBe(0);
});

const TALK = ["summary: What was said.", "where: PGConf, Berlin"];

describe("the recipe", () => {
  it("compiles", async () => {
    expect(await runInCopy(engine, ["node_modules/typescript/bin/tsc", "--noEmit"])).toEqual({ code: 0, output: "" });
  });
});

describe("a talk", () => {
  const page = () => parsePage(at("/talks/locking/"));

  it("has a page with what it alone has, and what every article has", async () => {
    expect(textOf(elementsWith(page(), "p", "class", "kicker")[0])).toBe("PGConf, Berlin");
    expect(textOf(elementsIn(page(), "h1")[0])).toBe("A talk on row locks");
    expect(linksOf("/talks/locking/", "nav")).toEqual(["/talks/t109/"]);
    expect(await complaintsAbout(at("/talks/locking/"))).toEqual([]);
  });

  it("is related to essays, and referred to by them", () => {
    const related = elementsWith(page(), "section", "aria-labelledby", "page.related")[0];
    expect(textOf(related)).toContain("Row locks");
    const [referring] = elementsIn(page(), "dd").filter((entry) => textOf(entry) === "Row locks");
    expect(referring).toBeDefined();
    expect(at("/posts/locks/")).toContain('href="/talks/locking/">said</a>');
  });

  it("has a share image, a place in the site's structure, and a copy in Markdown", () => {
    const [image] = elementsWith(page(), "meta", "property", "og:image");
    expect(existsSync(join(out, new URL(attributeOf(image, "content") ?? "").pathname))).toBe(true);
    expect([...at("/talks/locking/").matchAll(/"position":\d+,"name":"([^"]+)"/g)].map(([, name]) => name)).toEqual([
      expect.any(String),
      "Talks",
      "A talk on row locks",
    ]);
    expect(read("talks/locking/index.md")).toContain("# A talk on row locks\n\n> What was said.");
  });

  it("is withheld as a draft", () => {
    expect(existsSync(join(out, "talks/draft"))).toBe(false);
  });
});

describe("the talks", () => {
  it("have a list with its years", () => {
    expect(linksOf("/talks/", "ol")).toHaveLength(100);
    expect(linksOf("/talks/", "nav")).toEqual(["/talks/years/2026/", "/talks/years/2025/"]);
    expect(linksOf("/talks/years/2025/", "ol")).toHaveLength(OTHERS);
    expect(at("/talks/years/2025/")).toContain("110 talks, newest first.");
  });

  it("are on the home page and among what a wrong address offers, and share tags with essays", () => {
    expect(linksOf("/", "section")).toEqual(expect.arrayContaining(["/talks/", "/talks/locking/", "/posts/locks/"]));
    expect(linksOf("/404.html", "header")).toContain("/talks/");
    expect(linksOf("/tags/sql/", "ol")).toEqual(["/talks/locking/"]);
    expect(at("/tags/sql/")).toContain("1 talk on SQL.");
  });

  it.each(["feed.xml", "atom.xml", "feed.json"])("have a feed of their own, and are in those of all: %s", (file) => {
    for (const path of [`talks/${file}`, file, `tags/sql/${file}`, `corrections/${file}`]) {
      expect(read(path), path).toContain("/talks/locking/");
    }
    expect(read(`posts/${file}`)).not.toContain("A talk on row locks");
  });

  it("are where feeds are offered", () => {
    expect(read("feeds.opml")).toContain("/talks/feed.xml");
    expect(textOf(elementsIn(parsePage(at("/subscribe/")), "main")[0])).toContain("Talks: with their slides");
    expect(textOf(elementsIn(parsePage(at("/subscribe/")), "main")[0])).toContain("What is new comes to you");
    expect(at("/talks/")).toContain('href="/talks/feed.xml"');
  });

  it("are in the sitemap with their days, in llms.txt and in the index of terms", () => {
    expect(read("sitemap.xml")).toMatch(/\/talks\/locking\/<\/loc><lastmod>2026-01-09</);
    expect(read("llms.txt")).toMatch(
      /## Talks\n\n- \[A talk on row locks\]\(\S*\/talks\/locking\/index\.md\): What was said\./,
    );
    expect(read("llms.txt")).toContain("[All talks]");
    expect(at("/search/terms/")).toContain('href="/talks/locking/"');
  });

  it("are found by search, and are a kind to choose", async () => {
    const finder = await openFinder(join(out, "pagefind"));
    const find = async (picked: Record<string, string>) =>
      (await finder.find({ ...PLAIN_QUERY, text: "locked", picked })).results.map(({ url }) => url);
    expect(await find({ kind: "Talk" })).toEqual(["/talks/locking/"]);
    expect(await find({ kind: "Essay" })).toEqual(["/posts/locks/"]);
    await finder.close();
  });

  it("are in the list that the ledger takes in, with ids of their own", () => {
    const ledger = JSON.parse(readFileSync(join(out, "published.json"), "utf8"));
    expect(ledger["/talks/locking/"].id).toMatch(/^tag:.*:talks\/locking$/);
    expect(Object.keys(ledger)).toEqual(expect.arrayContaining(["/talks/", "/talks/feed.xml", "/talks/years/2025/"]));
  });

  it("name nothing that is not there", () => {
    expect(deadEnds(out, "https://example.org/")).toEqual([]);
  });
});

it("in development a talk that is wrong shows why in its place, and is right once it is fixed", async () => {
  const server = await start(site, { engine });
  const talk = join(site, "talks/locking.md");
  const whole = readFileSync(talk, "utf8");
  writeFileSync(talk, whole.replace("where:", "were:"));
  await expect.poll(() => server.textAt("/talks/locking/")).toContain("did you mean &quot;where&quot;?");
  writeFileSync(talk, whole.replace("PGConf", "FOSDEM"));
  await expect.poll(() => server.textAt("/talks/locking/")).toContain("FOSDEM, Berlin");
});

function write(file: string, title: string, date: string, markdown: string, ...keys: string[]): void {
  const matter = ["---", `title: ${title}`, `date: ${date}`, ...keys, "---", ""].join("\n");
  writeFileSync(join(site, file), `${matter}\n${markdown}\n`);
}

function at(path: string): string {
  return readAt(out, path);
}

function read(file: string): string {
  return readFileSync(join(out, file), "utf8");
}

function linksOf(path: string, element: string): (string | undefined)[] {
  const links = elementsIn(parsePage(at(path)), "main", element, "a");
  return links.map((link) => attributeOf(link, "href"));
}

/** Builds with the copy of the engine; without `--out`, what is published is noted in the ledger. */
function build(args: string[]): Promise<{ code: number; output: string }> {
  const command = wellformedCommand(["build", ...args], engine);
  const env = { ...process.env, CI: "", GITHUB_ACTIONS: "" };
  return new Promise((done) => {
    execFile(process.execPath, command, { cwd: engine, env }, (error, stdout, stderr) => {
      done({ code: typeof error?.code === "number" ? error.code : error ? 1 : 0, output: stdout + stderr });
    });
  });
}
