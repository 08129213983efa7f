import { cpSync, existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { Temporal } from "temporal-polyfill";
import { beforeEach, describe, expect, it } from "vitest";
import { Pack } from "../../src/cache/pack.ts";
import { RecordStore } from "../../src/cache/record-store.ts";
import { contentOf } from "../../src/content/content.ts";
import { readSite } from "../../src/reading/data/read-site.ts";
import { KeptBodies } from "../../src/reading/kept-bodies.ts";
import { readContent } from "../../src/reading/read-content.ts";
import { collections } from "../../src/site/collections.ts";
import { readTools } from "../../src/site/tools.ts";
import { useTemporaryFolder } from "../support/temporary-folder.ts";

const site = join(useTemporaryFolder(), "site");
const tools = await readTools(site);

beforeEach(() => {
  rmSync(site, { recursive: true, force: true });
  cpSync("tests/fixtures/sites/everything", site, { recursive: true });
  rmSync(join(site, ".cache"), { recursive: true, force: true });
});

/** What is read, with every text, and how many bodies were rendered for it; by a process that knows nothing yet. */
async function read(changes: { url?: string } = {}) {
  const bodies = new KeptBodies(new RecordStore(join(site, ".cache/bodies")));
  const settings = await readSite(site, changes);
  if (!settings.ok) throw new Error("the settings can't be read");
  const options = { siteDir: site, at: Temporal.Instant.from("2026-11-23T00:00:00Z"), preview: false, ...changes };
  const content = await readContent(options, settings.value, collections, { ...tools, bodies });
  const texts = contentOf(content).entries.map(({ file, body }) => [
    file,
    { ...body, markdown: body.markdown(), html: body.html(), feedHtml: body.feedHtml() },
    body.sections.map((section) => ({ ...section, text: section.text() })),
  ]);
  const { problems, proven } = content;
  return { made: bodies.made, read: JSON.stringify({ texts, problems, proven }) };
}

async function readWithoutCache() {
  rmSync(join(site, ".cache/bodies"), { recursive: true, force: true });
  return (await read()).read;
}

function edit(file: string, change: (text: string) => string): void {
  writeFileSync(join(site, file), change(readFileSync(join(site, file), "utf8")));
}

const posts = () =>
  readdirSync(join(site, "posts"), { recursive: true, encoding: "utf8" }).filter((name) => name.endsWith(".md"));

describe("a second reading", () => {
  it("renders nothing, and is the same to the last letter", async () => {
    const first = await read();
    expect(first.made).toBeGreaterThan(1);
    expect(await read()).toEqual({ made: 0, read: first.read });
  });

  it("renders the file that was edited, alone", async () => {
    await read();
    const [post = ""] = posts();
    edit(`posts/${post}`, (text) => `${text}\nOne word more.\n`);
    const again = await read();
    expect(again.made).toBe(1);
    expect(again.read).toBe(await readWithoutCache());
  });

  it("tells the same problems again", async () => {
    const [post = ""] = posts();
    edit(`posts/${post}`, (text) => `${text}\n[dead](nowhere.md)\n\n\`\`\`js\nlet = ;;(\n\`\`\`\n`);
    const first = await read();
    expect(first.read).toContain("nowhere.md");
    expect(first.read).toContain("this is not JavaScript");
    expect(await read()).toEqual({ made: 0, read: first.read });
  });

  it("renders all for another address, whose texts are in feeds", async () => {
    const { made } = await read();
    expect((await read({ url: "https://elsewhere.example" })).made).toBe(made);
  });
});

describe("many texts", () => {
  it("are rendered once each, by whichever thread", async () => {
    const count = 340;
    for (let at = 0; at < count; at++)
      writeFileSync(
        join(site, `posts/many-${at}.md`),
        `---\ntitle: No. ${at}\ndate: 2026-01-01\n---\n\nText “${at}”.\n`,
      );
    const { read: first } = await read();
    for (const at of [0, 1, count - 1]) expect(first).toContain(`Text “${at}”.`);
    const bodies = join(site, ".cache/bodies");
    const keys = readdirSync(bodies).flatMap((name) => [...(Pack.open(join(bodies, name))?.keys() ?? [])]);
    // A thread that knows a text by another key has made it in vain.
    const second = await read();
    expect(second).toEqual({ made: 0, read: first });
    expect(keys.length).toBe(new Set(keys).size);
    expect(keys.length).toBe(JSON.parse(first).texts.length);
  });
});

describe("what a text says of other files", () => {
  it("is found out again when the linked file has another address, and only then", async () => {
    const post = (text: string, keys = "") => `---\ntitle: A post\ndate: 2026-01-01\n${keys}---\n\n${text}\n`;
    writeFileSync(join(site, "posts/a-target.md"), post("Here."));
    writeFileSync(join(site, "posts/a-link.md"), post("[there](a-target.md)"));
    await read();
    edit("posts/a-target.md", (text) => `${text}\nMore.\n`);
    expect((await read()).made).toBe(1);
    writeFileSync(join(site, "posts/a-target.md"), post("Here.", "permalink: /elsewhere/\n"));
    const moved = await read();
    expect(moved.made).toBe(2);
    expect(moved.read).toContain("/elsewhere/");
    expect(moved.read).toBe(await readWithoutCache());
  });

  it("is found out again when a file appears that was missing, and when it goes", async () => {
    const [post = ""] = posts();
    edit(`posts/${post}`, (text) => `${text}\n[data](late.csv)\n`);
    expect((await read()).read).toContain("late.csv, which does not exist");
    const beside = join(site, "posts", post, "../late.csv");
    writeFileSync(beside, "a,b\n");
    const there = await read();
    expect(there.made).toBe(1);
    expect(there.read).not.toContain("which does not exist");
    expect(there.read).toBe(await readWithoutCache());
    rmSync(beside);
    expect((await read()).read).toContain("late.csv, which does not exist");
  });

  it("is found out again when a shown file says something else", async () => {
    const [post = ""] = posts();
    const beside = join(site, "posts", post, "../shown.js");
    writeFileSync(beside, "let before = 1;\n");
    edit(`posts/${post}`, (text) => `${text}\n\`\`\`js file=shown.js\n\`\`\`\n`);
    expect((await read()).read).toContain("before");
    writeFileSync(beside, "let after = 1;\n");
    const again = await read();
    expect(again.made).toBe(1);
    expect(again.read).toContain("after");
    expect(existsSync(beside)).toBe(true);
  });
});
