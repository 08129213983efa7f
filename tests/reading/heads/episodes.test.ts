/** What directories or players of podcasts would refuse is a problem, where it is written. */
import { copyFileSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import sharp from "sharp";
import { beforeEach, describe, expect, it } from "vitest";
import { Site } from "../../../src/content/site.ts";
import { podcastProblems } from "../../../src/reading/check-podcast.ts";
import { copyFixture } from "../../support/built-fixture.ts";
import { readSite } from "../../support/feed-documents.ts";
import { useTemporaryFolder } from "../../support/temporary-folder.ts";

const folder = useTemporaryFolder();
let site: string;
let sites = 0;

beforeEach(() => {
  sites += 1;
  site = join(folder, String(sites));
  copyFixture("podcast", site);
});

const change = (file: string, from: string | RegExp, to: string) =>
  writeFileSync(join(site, file), readFileSync(join(site, file), "utf8").replace(from, to));
const locks = "posts/locks/index.md";

it.each([
  {
    name: "a file that is not there",
    from: "file: talk.mp3",
    to: "file: gone.mp3",
    says: '"gone.mp3" must be a sound or a film beside the text',
  },
  { name: "a page", from: "file: talk.mp3", to: "file: /posts/", says: '"/posts/" must be a sound or a film' },
  { name: "a text", from: "file: talk.mp3", to: "file: talk.txt", says: "talk.txt is no film or sound" },
  { name: "an unknown kind", from: "number: 2", to: "kind: special", says: 'must be "full", "trailer" or "bonus"' },
  { name: "a number that is none", from: "number: 2", to: "number: 0", says: "must be 1 or more" },
  { name: "chapters that are none", from: "chapters.json", to: "talk.txt", says: "talk.txt: is not JSON" },
  { name: "a cover that is no picture", from: "square.png", to: "talk.txt", says: '"talk.txt" must be a picture' },
])("$name", async ({ from, to, says }) => {
  change(locks, from, to);
  await expect(readSite(site)).rejects.toThrow(says);
});

it.each([
  { name: "out of order", chapters: [{ startTime: 1 }, { startTime: 0 }], says: "chapters.1 begins before" },
  { name: "after the end", chapters: [{ startTime: 100 }], says: "chapters.0 begins after the recording ends" },
  { name: "none", chapters: [], says: "must have a chapter" },
  { name: "without a time", chapters: [{ title: "A" }], says: "chapters.0.startTime: must be a number of seconds" },
])("chapters $name", async ({ chapters, says }) => {
  writeFileSync(join(site, "posts/locks/chapters.json"), JSON.stringify({ version: "1.2.0", chapters }));
  await expect(readSite(site)).rejects.toThrow(says);
});

it("a film that players of podcasts don't take", async () => {
  copyFileSync("tests/fixtures/recordings/quiet.webm", join(site, "posts/locks/quiet.webm"));
  change(locks, "file: talk.mp3", "file: quiet.webm");
  await expect(readSite(site)).rejects.toThrow("is WebM");
});

it("a cover that is no square, or too small", async () => {
  copyFileSync("tests/fixtures/markdown/film.jpg", join(site, "posts/locks/square.jpg"));
  change(locks, "square.png", "square.jpg");
  await expect(readSite(site)).rejects.toThrow("square.jpg is 64 by 36 pixels, and no square");
});

it("a podcast's cover that is not there", async () => {
  rmSync(join(site, "public/cover.png"));
  await expect(readSite(site)).rejects.toThrow('"/cover.png" is not the address of a picture in public/');
});

it.each([
  ["/art/cover.jpg", "put it there, as public/art/cover.jpg"],
  ["cover.jpg", "write its address, such as /cover.jpg"],
  ["/about/", "write its address, such as /cover.jpg"],
])("a cover %s that is not there, with what to do", (image, hint) => {
  const settings = { title: "T", url: "https://example.org/", language: "en", description: "D" };
  const ours = Site.parse({ ...settings, podcast: { categories: ["Technology"], image } });
  expect(podcastProblems(site, ours, [], new Map())).toMatchObject([{ hint }]);
});

it("a full episode of a serial without a number, which its directory orders by; a trailer has none", async () => {
  change(locks, "number: 2, ", "");
  await expect(readSite(site)).rejects.toThrow("is missing, and the podcast is a serial");
});

it("none, where the newest are heard first", async () => {
  change(locks, "number: 2, ", "");
  change("_data/site.ts", 'type: "serial"', 'type: "episodic"');
  await expect(readSite(site)).resolves.toBeDefined();
});

it("a description that is longer than Apple's directory takes, in bytes", async () => {
  change("_data/site.ts", "podcast: {", `podcast: { description: "${"é".repeat(2001)}",`);
  await expect(readSite(site)).rejects.toThrow("is longer than 4000 bytes");
});

describe("a cover in colours that directories refuse", () => {
  const plain = () => sharp({ create: { width: 1400, height: 1400, channels: 3, background: "#98321a" } });
  const clear = { r: 0, g: 0, b: 0, alpha: 0.5 };

  it.each([
    {
      name: "with an alpha channel",
      file: "square.png",
      make: () => plain().ensureAlpha(0.5).png(),
      says: "has an alpha channel",
    },
    {
      name: "with a palette that has a transparent colour",
      file: "square.png",
      make: () =>
        sharp({ create: { width: 1400, height: 1400, channels: 4, background: clear } }).png({ palette: true }),
      says: "has an alpha channel",
    },
    { name: "in grey, PNG", file: "square.png", make: () => plain().toColourspace("b-w").png(), says: "is in grey" },
    { name: "in grey, JPEG", file: "square.jpg", make: () => plain().toColourspace("b-w").jpeg(), says: "is in grey" },
    { name: "in CMYK", file: "square.jpg", make: () => plain().toColourspace("cmyk").jpeg(), says: "is in CMYK" },
    { name: "none", file: "square.jpg", make: () => plain().jpeg({ progressive: true }), says: undefined },
    { name: "none, with a palette", file: "square.png", make: () => plain().png({ palette: true }), says: undefined },
  ])("$name", async ({ file, make, says }) => {
    writeFileSync(join(site, "posts/locks", file), await make().toBuffer());
    change(locks, "square.png", file);
    if (says === undefined) await expect(readSite(site)).resolves.toBeDefined();
    else await expect(readSite(site)).rejects.toThrow(`${file} ${says}`);
  });
});
