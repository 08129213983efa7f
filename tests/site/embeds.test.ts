/** A film in a line of a post: fetched by the command, built without a network, and played by nobody but who asks. */
import { existsSync } from "node:fs";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import sharp from "sharp";
import { beforeAll, describe, expect, it } from "vitest";
import { copyFixture } from "../support/built-fixture.ts";
import { readAt } from "../support/built-site.ts";
import { attributeOf, elementsIn, elementsWith, parsePage } from "../support/html.ts";
import { complaintsAbout } from "../support/html-validity.ts";
import { json, type OtherSites, serveOtherSites } from "../support/other-sites.ts";
import { type BuildRun, spawnBuild, spawnCommand } from "../support/run-build.ts";
import { useTemporaryFolder } from "../support/temporary-folder.ts";
import { writeFiles } from "../support/write-files.ts";

const folder = useTemporaryFolder();
const [site, out] = [join(folder, "site"), join(folder, "out")];
const FILM = "https://www.youtube.com/watch?v=dQw4w9WgXcQ";
const GONE = "https://vimeo.com/1";
const post = (title: string, text: string) =>
  `---\ntitle: ${title}\ndate: 2026-01-01\ndescription: D.\n---\n\n${text}\n`;
let others: OtherSites;
let brought: BuildRun;

beforeAll(async () => {
  others = await serveOtherSites();
  others.answers.set(
    "www.youtube.com/oembed",
    json({ title: "A talk on locks", author_name: "PGConf", thumbnail_url: "https://i.ytimg.com/x.jpg" }),
  );
  const still = await sharp({ create: { width: 640, height: 360, channels: 3, background: "#225588" } })
    .jpeg()
    .toBuffer();
  others.answers.set("i.ytimg.com/x.jpg", { body: still });
  copyFixture("no-posts", site);
  writeFiles(site, {
    "posts/film.md": post("A film", `Before.\n\n${FILM}\n\nAfter.`),
    "posts/gone.md": post("Gone", GONE),
    "posts/plain.md": post("Plain", `See [this film](${FILM}).`),
  });
  const preload = pathToFileURL(resolve("tests/support/redirected-fetch.js")).href;
  const environment = { NODE_OPTIONS: `--import ${preload}`, OTHER_SITES: others.origin };
  brought = await spawnCommand(["embeds", "--site", site], environment);
  const { code, output } = await spawnBuild(["--site", site, "--out", out, "--at", "2026-02-01T00:00:00Z"]);
  expect(code, output).toBe(0);
});

describe("wellformed embeds", () => {
  it("asks about lines with nothing but an address, says what it did, and which line nothing came of", () => {
    expect(brought.code).toBe(1);
    expect(brought.output).toContain("1 card fetched, 2 in use, 0 removed");
    expect(brought.output).toMatch(
      /^posts\/gone\.md:7\S* https:\/\/vimeo\.com\/1 answers 404 \(until then it is a link\)$/m,
    );
    expect(others.asked.filter((address) => address.includes("youtube.com"))).toHaveLength(1);
    expect(existsSync(join(site, "_data/embeds.json"))).toBe(true);
  });
});

describe("the page", () => {
  const page = (name: string) => parsePage(readAt(out, `/posts/${name}/`));
  const policyOf = (name: string) =>
    attributeOf(elementsWith(page(name), "meta", "http-equiv", "Content-Security-Policy")[0], "content");
  const scriptsOf = (name: string) =>
    elementsIn(page(name), "script").flatMap((script) => attributeOf(script, "src") ?? []);

  it("has a still of its own files, with its title and a link, and nothing of anybody else", async () => {
    const figures = elementsWith(page("film"), "figure", "class", "embed");
    expect(figures.flatMap((figure) => elementsIn(figure, "a")).map((link) => attributeOf(link, "href"))).toEqual([
      FILM,
      FILM,
    ]);
    const [still] = figures.flatMap((figure) => elementsIn(figure, "img"));
    expect(attributeOf(still, "alt")).toBe("A talk on locks");
    expect(existsSync(join(out, attributeOf(still, "src") ?? ""))).toBe(true);
    expect(elementsIn(page("film"), "iframe")).toEqual([]);
    const html = readAt(out, "/posts/film/");
    expect(html).not.toMatch(/(src|srcset)="https?:/);
    expect(await complaintsAbout(html)).toEqual([]);
  });

  it("may show that host in a frame, and loads the script for it; no other page does", () => {
    expect(policyOf("film")).toContain("; frame-src https://www.youtube-nocookie.com;");
    expect(scriptsOf("film")).toEqual([expect.stringContaining("/site-"), expect.stringContaining("/embeds-")]);
    for (const name of ["gone", "plain"]) {
      expect(policyOf(name)).not.toContain("frame-src");
      expect(scriptsOf(name)).toHaveLength(1);
    }
  });

  it("stays a link where nothing was fetched", () => {
    expect(readAt(out, "/posts/gone/")).toContain(`<p><a href="${GONE}" class="bare">${GONE}</a></p>`);
  });

  it("is a link in feeds and as Markdown, and words in search", () => {
    expect(readAt(out, "/feed.xml")).toContain(`<p><a href="${FILM}">A talk on locks</a> · PGConf · YouTube</p>`);
    expect(readAt(out, "/feed.xml")).not.toContain("iframe");
    expect(readAt(out, "/posts/film/index.md")).toContain(`\n${FILM}\n`);
  });
});
