/** After each change every page is right, also those whose own files have not changed. */
import { copyFileSync, mkdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import sharp from "sharp";
import { beforeAll, describe, expect, it } from "vitest";
import { writeTranscript } from "../../src/proof/transcript-file.ts";
import { type DevServer, useDevServers } from "../support/dev-server.ts";
import { attributeOf, elementsIn, parsePage } from "../support/html.ts";
import { renderPost } from "../support/render-post.ts";
import { useTemporaryFolder } from "../support/temporary-folder.ts";

const SAMPLE = "```js proof\nconsole.log(6 * 7);\n```";
const site = useTemporaryFolder();
const start = useDevServers();
let server: DevServer;

beforeAll(async () => {
  mkdirSync(join(site, "posts"));
  mkdirSync(join(site, "_data"));
  copyFileSync("tests/fixtures/sites/withheld/_data/site.ts", join(site, "_data/site.ts"));
  await writePicture("#880000");
  write("first", "2026-01-01", "![A colour](colour.png)\n\nSee [the second](second.md).", "series: Days");
  write("second", "2026-01-02", `Text.\n\n${SAMPLE}`, "series: Days");
  write("third", "2026-01-03", "See [what comes](fourth.md).");
  server = await start(site);
});

describe("in development", () => {
  it("a new post is the later one of the newest before, and joins its series", async () => {
    expect(await server.textAt("/posts/second/")).toContain("Part 2 of 2");
    write("fourth", "2026-01-04", "Text.", "series: Days");
    await expect.poll(() => linksIn("/posts/third/", "next")).toEqual(["/posts/fourth/"]);
    expect(await linksIn("/posts/third/", "prev")).toEqual(["/posts/second/"]);
    expect(await server.textAt("/posts/first/")).toContain("Part 1 of 3");
    expect(await linksIn("/posts/fourth/", "prev")).toEqual(["/posts/third/"]);
  });

  it("a page that was wrong because of another file is shown when that is there", async () => {
    rmSync(join(site, "posts/fourth.md"));
    await expect.poll(() => server.textAt("/posts/third/")).toContain("which does not exist");
    write("fourth", "2026-01-04", "Text.", "series: Days");
    await expect.poll(() => linksIn("/posts/third/", "next")).toEqual(["/posts/fourth/"]);
    expect(await server.textAt("/posts/third/")).toContain('href="/posts/fourth/">what comes</a>');
  });

  it("a transcript that was just written is shown", async () => {
    expect(await server.textAt("/posts/second/")).toContain("Not proven yet");
    const samples = renderPost(SAMPLE).samples.map(({ digest }) => ({ digest, outcome: { output: "42\n", exit: 0 } }));
    const transcript = writeTranscript({ checked: "2026-01-01", versions: { Node: "24.0.0" }, samples });
    writeFileSync(join(site, "posts/second.proof.json"), transcript);
    await expect.poll(() => server.textAt("/posts/second/")).toContain("42\n</pre>");
    expect(await server.textAt("/posts/second/")).not.toContain("Not proven yet");
  });

  it("a picture that was overwritten is shown as it is now", async () => {
    const before = await pictureIn("/posts/first/");
    expect(await server.statusAt(before)).toBe(200);
    await writePicture("#008800");
    await expect.poll(() => pictureIn("/posts/first/")).not.toBe(before);
    await expect.poll(async () => server.statusAt(await pictureIn("/posts/first/"))).toBe(200);
  });

  it("a link to a post leads to where the post has moved", async () => {
    write("second", "2026-01-02", "Text.", "permalink: /moved/");
    rmSync(join(site, "posts/second.proof.json"));
    await expect.poll(() => server.textAt("/posts/first/")).toContain('href="/moved/">the second</a>');
    expect(await server.statusAt("/moved/")).toBe(200);
    await expect.poll(() => server.statusAt("/posts/second/")).toBe(404);
  });

  it("a file with another name has its page at another address, and none at the old one", async () => {
    renameSync(join(site, "posts/first.md"), join(site, "posts/primus.md"));
    await expect.poll(() => server.statusAt("/posts/primus/")).toBe(200);
    await expect.poll(() => server.statusAt("/posts/first/")).toBe(404);
    await expect.poll(() => linksIn("/moved/", "prev")).toEqual(["/posts/primus/"]);
  });
});

function write(slug: string, date: string, markdown: string, more = ""): void {
  const matter = ["---", `title: The ${slug}`, `date: ${date}`, ...(more ? [more] : []), "---", ""];
  writeFileSync(join(site, `posts/${slug}.md`), `${matter.join("\n")}\n${markdown}\n`);
}

async function writePicture(background: string): Promise<void> {
  const picture = sharp({ create: { width: 60, height: 40, channels: 3, background } });
  writeFileSync(join(site, "posts/colour.png"), await picture.png().toBuffer());
}

/** The addresses of a page's links of a relation, such as `next`. */
async function linksIn(path: string, relation: string): Promise<(string | undefined)[]> {
  const links = elementsIn(parsePage(await server.textAt(path)), "main", "a");
  return links.filter((link) => attributeOf(link, "rel") === relation).map((link) => attributeOf(link, "href"));
}

async function pictureIn(path: string): Promise<string> {
  const [picture] = elementsIn(parsePage(await server.textAt(path)), "main", "img");
  return (picture && attributeOf(picture, "src")) ?? "";
}
