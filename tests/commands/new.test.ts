/** `wellformed new`: a file for each kind of entry, which is valid as it is, and has every key that it may have. */
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { Temporal } from "temporal-polyfill";
import { beforeEach, describe, expect, it } from "vitest";
import { parseDocument } from "yaml";
import { collections } from "../../src/site/collections.ts";
import { newEntry } from "../../src/starter/new-entry.ts";
import { copyFixture } from "../support/built-fixture.ts";
import { runCommand } from "../support/run-build.ts";
import { useTemporaryFolder } from "../support/temporary-folder.ts";

const folder = useTemporaryFolder();
const NOW = Temporal.ZonedDateTime.from("2026-11-28T23:30:12+13:00[Pacific/Auckland]");
const TITLES = [
  "Plain",
  "C++ & #hash: 'a' \"b\"",
  "- {x}: [y]",
  "Über Straßen",
  "日本語の題名",
  "true",
  "2026-01-01",
  "👍",
  "a".repeat(300),
];

describe.each(collections)("an entry of $name", (collection) => {
  it.each(TITLES)("is valid as it is: %s", (title) => {
    const { path, text } = newEntry(collection, title, NOW);
    expect(path).toMatch(new RegExp(`^${collection.folder}/[^/]+\\.md$`));
    const matter = collection.schema.safeParse(frontMatterOf(text));
    expect(matter.error?.issues).toBe(undefined);
    expect(matter.data).toMatchObject({ title, draft: true });
  });

  it("has every key of its schema, and each is valid when it is no comment any more", () => {
    const { text } = newEntry(collection, "Title", NOW);
    const all = text.replaceAll(/^# (?=\w+: )/gm, "");
    const matter = frontMatterOf(all);
    expect(Object.keys(matter).sort()).toEqual(Object.keys(collection.schema.shape).sort());
    expect(collection.schema.safeParse(matter).error?.issues).toBe(undefined);
  });
});

it("has the time of the site's zone", () => {
  const [posts] = collections;
  expect(posts && newEntry(posts, "x", NOW).text).toContain("\ndate: 2026-11-28T23:30 ");
});

it("names signs in a file's name as the site's language does", () => {
  const pathIn = (language: string) => {
    const [posts] = collections;
    return posts && newEntry(posts, "Über Öfen & 100 % Wärme", NOW, { language }).path;
  };
  expect(pathIn("de")).toBe("posts/über-öfen-und-100-prozent-wärme.md");
  expect(pathIn("en")).toBe("posts/über-öfen-and-100-percent-wärme.md");
});

describe("wellformed new", () => {
  const site = join(folder, "site");
  beforeEach(() => {
    rmSync(site, { recursive: true, force: true });
    copyFixture("windows", site);
  });

  it.each([
    ["post", "posts/a-new-post.md"],
    ["Posts", "posts/a-new-post.md"],
    ["essay", "posts/a-new-post.md"],
    ["project", "projects/a-new-post.md"],
    ["page", "pages/a-new-post.md"],
  ])("%s makes %s, and never over another file", async (kind, path) => {
    const made = await runCommand("new", [kind, "A", "new", "post", "--site", site]);
    expect(made).toEqual({ code: 0, output: expect.stringContaining(`${path} is a draft`) });
    const file = join(site, path);
    writeFileSync(file, "mine");
    const again = await runCommand("new", [kind, "A new post", "--site", site]);
    expect(again).toEqual({ code: 2, output: expect.stringContaining(`${path} exists; nothing was written`) });
    expect(readFileSync(file, "utf8")).toBe("mine");
  });

  it("makes what holds up no other text, though it has none itself", async () => {
    for (const kind of ["post", "project", "page"]) await runCommand("new", [kind, `A new ${kind}`, "--site", site]);
    for (const options of [[], ["--drafts"]]) {
      const { code, output } = await runCommand("build", ["--site", site, "--no-search", ...options]);
      expect(code, output).toBe(0);
    }
    const file = join(site, "posts/a-new-post.md");
    writeFileSync(file, readFileSync(file, "utf8").replace(/^draft: true.*\n/m, ""));
    expect((await runCommand("check", ["--site", site])).output).toContain("has no text after its front matter");
  });

  it("knows that a post may be a folder", async () => {
    mkdirSync(join(site, "posts/in-a-folder"), { recursive: true });
    writeFileSync(join(site, "posts/in-a-folder/index.md"), "mine");
    const { code, output } = await runCommand("new", ["post", "In a folder", "--site", site]);
    expect([code, output]).toEqual([2, expect.stringContaining("posts/in-a-folder/index.md exists")]);
    expect(existsSync(join(site, "posts/in-a-folder.md"))).toBe(false);
  });

  it("makes none of a collection that the site leaves out, and knows the site's own words", async () => {
    const file = join(site, "_data/site.ts");
    const settings = readFileSync(file, "utf8");
    const more = 'without: ["projects"], collections: { posts: { one: "Beitrag", many: "Beiträge" } }';
    writeFileSync(file, settings.replace("export default {", `export default { ${more},`));
    const none = await runCommand("new", ["project", "A thing", "--site", site]);
    expect(none).toEqual({ code: 2, output: expect.stringContaining("this site has no projects") });
    expect(existsSync(join(site, "projects/a-thing.md"))).toBe(false);
    expect((await runCommand("new", ["beitrag", "Ofen", "--site", site])).code).toBe(0);
    expect(existsSync(join(site, "posts/ofen.md"))).toBe(true);
    const unknown = await runCommand("new", ["talk", "x", "--site", site]);
    expect(unknown.output).toContain("(there are post, page)");
  });

  it("opens the editor that EDITOR names, with its arguments", async () => {
    const shown = join(folder, "shown.txt");
    const environment = { EDITOR: `node -e "require('fs').writeFileSync('${shown}',process.argv[1])"`, VISUAL: "" };
    const { code, output } = await runCommand("new", ["post", "it's edited", "--edit", "--site", site], environment);
    expect(code, output).toBe(0);
    expect(readFileSync(shown, "utf8")).toBe(join(site, "posts/it-s-edited.md"));
    const none = { EDITOR: "", VISUAL: "" };
    const missing = await runCommand("new", ["post", "edited too", "--edit", "--site", site], none);
    expect([missing.code, missing.output]).toEqual([2, expect.stringContaining("it names none")]);
  });

  it.each([
    { args: [], says: "takes a kind (post, project, page) and a title" },
    { args: ["psot", "x"], says: 'makes no "psot" (did you mean "post"?)' },
    { args: ["recipe", "x"], says: 'makes no "recipe" (there are post, project, page)' },
    { args: ["post"], says: 'takes a title behind "post": npx wellformed new post "A title"' },
    { args: ["post", " "], says: 'takes a title behind "post"' },
    {
      args: ["post", "--titel", "x"],
      says: 'no option --titel (the title stands behind the kind: npx wellformed new post "My title")',
    },
  ])("says what is missing: $args", async ({ args, says }) => {
    const { code, output } = await runCommand("new", [...args, "--site", site]);
    expect([code, output]).toEqual([2, expect.stringContaining(says)]);
  });
});

function frontMatterOf(text: string): Record<string, unknown> {
  const [, matter = ""] = /^---\n([\s\S]*?)\n---\n/.exec(text) ?? [];
  const document = parseDocument(matter, { schema: "core" });
  expect(document.errors).toEqual([]);
  return document.toJS() as Record<string, unknown>;
}
