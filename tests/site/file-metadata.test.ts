/** No file of a site contains the metadata of a photograph or a video, however a post publishes it. */
import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { filesOf, readAt } from "../support/built-site.ts";
import { runBuild } from "../support/run-build.ts";
import { useTemporaryFolder } from "../support/temporary-folder.ts";

const FOLDER = "tests/fixtures/with-metadata";
const SETTINGS = { title: "Pictures", url: "https://example.org/", language: "en", description: "Pictures." };
const POST = `---
title: Pictures
date: 2026-01-01
description: Pictures.
image: { src: image.gif, alt: A film's still }
---
![Shown](shown.jpg) ![Moving](moving.png) ![Drawn](drawn.svg)

<img src="raw.jpg" alt="Raw">

<picture><source srcset="source.webp 2x, source.avif"><img src="raw.png" alt="Chosen"></picture>

<video poster="poster.jpg" controls><source src="film.mp4"></video> <video src="film.webm"></video>

[The original](linked.jpg), [from the phone](linked.heic), [a film](linked.mov), and [in English](e%CC%81te%CC%81.png).
`;
const FILES: Record<string, string> = {
  "image.gif": "moving.gif",
  "shown.jpg": "photo.jpg",
  "moving.png": "moving.png",
  "drawn.svg": "drawing.svg",
  "raw.jpg": "photo.jpg",
  "raw.png": "photo.png",
  "source.webp": "moving.webp",
  "source.avif": "photo.avif",
  "poster.jpg": "photo.jpg",
  "film.mp4": "film.mp4",
  "film.webm": "film.webm",
  "linked.jpg": "photo.jpg",
  "linked.heic": "photo.heic",
  "linked.mov": "film.mov",
  "\u00e9t\u00e9.png": "photo.png",
};
const folder = useTemporaryFolder();
const out = join(folder, "out");

beforeAll(async () => {
  writeSite(folder, POST);
  const { code, output } = await runBuild(["--site", folder, "--out", out, "--no-search"]);
  expect(code, output).toBe(0);
});

describe("a site with photographs and videos", () => {
  it("publishes each without metadata", () => {
    const published = filesOf(out).map((file) => file.normalize("NFC"));
    const asked = Object.keys(FILES).filter((file) => file !== "shown.jpg");
    expect(published).toEqual(expect.arrayContaining(asked.map((file) => `posts/pictures/${file}`)));
    const withMetadata = filesOf(out).filter((file) =>
      /SECRET|SERIAL123|Jana Owner|Wien|48\.2|ISO6709/.test(readFileSync(join(out, file), "latin1")),
    );
    expect(withMetadata).toEqual([]);
  });

  it("says of a post's picture how large the file is that is published", () => {
    const feed = JSON.parse(readAt(out, "/feed.json")) as { items: { image?: string }[] };
    expect(feed.items[0]?.image).toBe("https://example.org/posts/pictures/image.gif");
    const length = readFileSync(join(out, "posts/pictures/image.gif")).length;
    expect(readAt(out, "/feed.xml")).toContain(`length="${length}"`);
  });

  it("names the picture to search engines", () => {
    const json =
      /<script type="application\/ld\+json">(.*?)<\/script>/s.exec(readAt(out, "/posts/pictures/"))?.[1] ?? "";
    const { "@graph": graph } = JSON.parse(json) as { "@graph": { image?: unknown }[] };
    expect(graph[0]?.image).toBe("https://example.org/posts/pictures/image.gif");
  });
});

it("a file whose metadata can't be removed is refused, with file and line", async () => {
  const site = join(folder, "refused");
  const head = POST.slice(0, POST.indexOf("![Shown]"));
  writeSite(
    site,
    `${head}[A scan](scan.tiff)\n\n<video poster="film.mp4"></video>\n\n<img src="linked.heic" alt="x">\n`,
  );
  copyFileSync(join(FOLDER, "scan.tiff"), join(site, "posts/pictures/scan.tiff"));
  const { code, output } = await runBuild(["--site", site, "--out", join(site, "out"), "--no-search"]);
  expect(code).toBe(1);
  expect(output.split("\n").filter((line) => line.startsWith("posts/"))).toEqual([
    "posts/pictures/index.md:7:10 posts/pictures/scan.tiff contains metadata, such as Exif or XMP (save it as JPEG or PNG, or remove it with exiftool -all=) [picture-file]",
    "posts/pictures/index.md:9:16 posts/pictures/film.mp4 is video or audio, which browsers don't show (write <video>) [picture-file]",
    "posts/pictures/index.md:11:11 posts/pictures/linked.heic is HEIC, which browsers don't show (save it as JPEG or PNG) [picture-file]",
  ]);
});

function writeSite(site: string, post: string): void {
  mkdirSync(join(site, "_data"), { recursive: true });
  mkdirSync(join(site, "posts/pictures"), { recursive: true });
  writeFileSync(join(site, "_data/site.ts"), `export default ${JSON.stringify(SETTINGS)};\n`);
  writeFileSync(join(site, "posts/pictures/index.md"), post);
  for (const [name, from] of Object.entries(FILES))
    copyFileSync(join(FOLDER, from), join(site, "posts/pictures", name));
}
