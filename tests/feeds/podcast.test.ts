/** A podcast's feed by the rules of Apple's directory and of Podcasting 2.0, read by other people's parser. */
import { readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { parseAtomFeed, parseJsonFeed, parseRssFeed } from "feedsmith";
import { describe, expect, it } from "vitest";
import { PODCAST_CATEGORIES, Podcast } from "../../src/content/podcast.ts";
import type { Feed } from "../../src/feeds/feed.ts";
import { podcastGuid } from "../../src/feeds/podcast-elements.ts";
import { rss } from "../../src/feeds/rss.ts";
import { documentsOf, readSite } from "../support/feed-documents.ts";
import { hostileText } from "../support/hostile-text.ts";
import { plainFeed } from "../support/plain-feed.ts";

const FOLDER = "tests/fixtures/sites/podcast";
const site = await readSite(FOLDER, "2026-06-01T00:00:00Z");
const documents = documentsOf(site);
const text = documents.get("/podcast/feed.xml") ?? "";
const feed = parseRssFeed(text);
const items = feed.items ?? [];

describe("the channel", () => {
  it("has what Apple requires", () => {
    const { title, description, language, itunes } = feed;
    expect([title, description, language].every(Boolean)).toBe(true);
    expect(itunes).toMatchObject({
      author: "Ada Lovelace",
      image: "https://podcast.example/cover.png",
      explicit: false,
      type: "serial",
      owner: { name: "Ada Lovelace", email: "ada@podcast.example" },
      categories: [{ text: "Technology" }, { text: "Science", categories: [{ text: "Mathematics" }] }],
    });
  });

  it("has the id of its address, as the namespace's own example has it", () => {
    expect(podcastGuid("https://podnews.net/rss")).toBe("9b024349-ccf0-5f69-a609-6b82873eab3c");
    expect(feed.podcast?.guid).toBe(podcastGuid("https://podcast.example/podcast/feed.xml"));
  });
});

describe("episodes", () => {
  it("are all there, and nothing that can't be heard", () => {
    expect(items.map(({ title }) => title)).toEqual(["Locks & <latches>", "Queues", "What this will be"]);
  });

  it("have one enclosure each, with the length of the file and a type that Apple takes", () => {
    const enclosures = items.map((item) => item.enclosures);
    const sizeOf = (file: string) => statSync(join(FOLDER, "posts", file)).size;
    expect(enclosures).toEqual([
      [{ url: "https://podcast.example/posts/locks/talk.mp3", type: "audio/mpeg", length: sizeOf("locks/talk.mp3") }],
      [{ url: "https://podcast.example/posts/queues/film.mp4", type: "video/mp4", length: sizeOf("queues/film.mp4") }],
      [
        {
          url: "https://podcast.example/posts/trailer/talk.m4a",
          type: "audio/x-m4a",
          length: sizeOf("trailer/talk.m4a"),
        },
      ],
    ]);
  });

  it("say their number, kind, length, and whether they are for children", () => {
    expect(items.map(({ itunes }) => itunes)).toEqual([
      {
        ...{ duration: 2, season: 1, episode: 2, episodeType: "full", explicit: true },
        image: "https://podcast.example/posts/locks/square.png",
      },
      { duration: 2, season: 1, episode: 1, episodeType: "full", explicit: false },
      { duration: 2, episodeType: "trailer", explicit: false },
    ]);
  });

  it("have their transcripts and chapters", () => {
    const base = "https://podcast.example/posts/locks";
    expect(items[0]?.podcast).toMatchObject({
      transcripts: [
        { url: `${base}/talk.vtt`, type: "text/vtt", language: "en", rel: "captions" },
        { url: `${base}/talk.txt`, type: "text/plain", language: "en" },
      ],
      chapters: { url: `${base}/chapters.json`, type: "application/json+chapters" },
    });
    expect(items[2]?.podcast).toBeUndefined();
  });
});

describe("other feeds", () => {
  it("have the recording in Atom and in JSON Feed", () => {
    const atom = parseAtomFeed(documents.get("/podcast/atom.xml") ?? "");
    expect(atom.entries?.[0]?.links?.find(({ rel }) => rel === "enclosure")).toMatchObject({
      type: "audio/mpeg",
      length: 4376,
    });
    const json = parseJsonFeed(documents.get("/podcast/feed.json") ?? "");
    expect(json.items?.[0]?.attachments).toEqual([
      {
        ...{ url: "https://podcast.example/posts/locks/talk.mp3", mime_type: "audio/mpeg" },
        ...{ size_in_bytes: 4376, duration_in_seconds: 2 },
      },
    ]);
  });

  it("have the enclosure, and nothing of podcasts' namespaces", () => {
    const main = documents.get("/feed.xml") ?? "";
    expect(parseRssFeed(main).items?.[1]?.enclosures?.[0]?.type).toBe("audio/mpeg");
    expect(main).not.toMatch(/itunes|podcastindex/);
  });
});

describe("settings", () => {
  it.each(Object.entries(PODCAST_CATEGORIES))("take the category %s and those in it", (category, inner) => {
    for (const name of [category, ...inner.map((one) => `${category}: ${one}`)])
      expect(Podcast.safeParse({ categories: [name], image: "/a.png" }).error).toBeUndefined();
  });

  it.each(["Databases", "Technology: Databases", "Physics", "Science:Physics"])("refuse the category %s", (name) => {
    expect(Podcast.safeParse({ categories: [name], image: "/a.png" }).success).toBe(false);
  });
});

it("stays well-formed whatever is in it", () => {
  const channel = { categories: ["Arts: Books"], image: "https://e.example/a.png", type: "episodic" as const };
  fc.assert(
    fc.property(hostileText, fc.boolean(), fc.option(fc.nat(), { nil: undefined }), (words, explicit, number) => {
      const [first] = plainFeed.items;
      if (!first) throw new Error("the feed has an item");
      const episode = {
        ...{ url: words, type: words, bytes: 1, seconds: number, number, season: number, kind: "bonus" as const },
        ...{ explicit, image: words, transcripts: [{ url: words, type: words, lang: words }], chapters: words },
      };
      const made: Feed = {
        ...plainFeed,
        podcast: { ...channel, explicit, guid: words },
        items: [{ ...first, episode }],
      };
      const read = parseRssFeed(rss(made));
      expect(read.items).toHaveLength(1);
      expect(read.itunes?.explicit).toBe(explicit);
    }),
  );
});

it("is in no feed of a site without episodes", async () => {
  const plain = documentsOf(await readSite("tests/fixtures/feeds/site"));
  expect([...plain.keys()].filter((path) => path.includes("podcast"))).toEqual([]);
  expect([...plain.values()].join("")).not.toContain("itunes");
  expect(readFileSync("tests/fixtures/sites/podcast/_data/site.ts", "utf8")).toContain("podcast:");
});
