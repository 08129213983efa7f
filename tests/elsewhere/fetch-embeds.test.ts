/** What is brought from other sites, whatever they answer. */
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import sharp, { type Create } from "sharp";
import { beforeEach, describe, expect, it } from "vitest";
import { EmbedCards } from "../../src/content/embed.ts";
import { formatProblem } from "../../src/content/problems/problem.ts";
import { isPublic } from "../../src/elsewhere/ask.ts";
import { fetchEmbeds } from "../../src/elsewhere/fetch-embeds.ts";
import { plainLine, plainText, wordsOfHtml } from "../../src/elsewhere/plain-words.ts";
import { readEmbeds } from "../../src/reading/data/read-embeds.ts";
import { json, type Reply, serveOtherSites } from "../support/other-sites.ts";
import { useTemporaryFolder } from "../support/temporary-folder.ts";

const folder = useTemporaryFolder();
const others = await serveOtherSites();
const FILM = "https://www.youtube.com/watch?v=dQw4w9WgXcQ";
const GIST = "https://gist.github.com/ada/0123456789abcdef0123456789abcdef";
const TWEET = "https://x.com/ada/status/20";
const TOOT = "https://social.example/@ada/112233445566778899";
let siteDir: string;
let count = 0;

beforeEach(() => {
  siteDir = join(folder, String(count++));
  mkdirSync(join(siteDir, "_data"), { recursive: true });
  others.answers.clear();
  others.asked.length = 0;
});

async function bring(addresses: string[], again = false) {
  const read = await readEmbeds(siteDir);
  const lines = addresses.map((address, index) => ({ file: "posts/a.md", line: 5 + index, address }));
  const known = read.ok ? read.value.cards : new Map();
  const asking = { fetch: others.fetch, siteUrl: "https://tiny.example/", pauseMs: 0 };
  const { problems, ...counts } = await fetchEmbeds({ siteDir, lines, known, again }, asking);
  const file = join(siteDir, "_data/embeds.json");
  const cards = existsSync(file) ? EmbedCards.parse(JSON.parse(readFileSync(file, "utf8"))) : {};
  return { ...counts, cards, said: problems.map(formatProblem) };
}

const picture = (options: Partial<Create> = {}) =>
  sharp({ create: { width: 1600, height: 900, channels: 3, background: "#884422", ...options } });
const film = (more: object = {}) =>
  json({ title: "A talk", author_name: "PGConf", thumbnail_url: "https://i.ytimg.com/vi/x.jpg", ...more });
const OEMBED = "www.youtube.com/oembed";

describe("what is brought", () => {
  it("is kept with a still, asked for once, and gone when no page has it", async () => {
    others.answers.set(OEMBED, film());
    others.answers.set("i.ytimg.com/vi/x.jpg", { body: await picture().png().toBuffer() });
    const first = await bring([FILM, FILM]);
    expect(first).toMatchObject({ fetched: 1, said: [] });
    const card = first.cards[FILM];
    expect(card).toEqual({
      title: "A talk",
      author: "PGConf",
      picture: expect.stringMatching(/^youtube-[\da-f]{12}\.jpg$/),
    });
    const still = await sharp(join(siteDir, "_data/embeds", card?.picture ?? "")).metadata();
    expect(still).toMatchObject({ format: "jpeg", width: 1280, height: 720 });
    expect(others.asked).toEqual([
      `https://${OEMBED}?format=json&url=${encodeURIComponent(FILM)}`,
      "https://i.ytimg.com/vi/x.jpg",
    ]);
    expect(await bring([FILM])).toMatchObject({ fetched: 0, removed: 0 });
    expect(others.asked).toHaveLength(2);
    others.answers.set(OEMBED, film({ title: "Renamed" }));
    expect((await bring([FILM], true)).cards[FILM]?.title).toBe("Renamed");
    expect(await bring([])).toMatchObject({ removed: 1, cards: {} });
    expect(existsSync(join(siteDir, "_data/embeds"))).toBe(false);
  });

  it("is what posts and gists say, as plain words", async () => {
    others.answers.set(
      "publish.twitter.com/oembed",
      json({
        author_name: "Ada",
        html: '<blockquote class="twitter-tweet"><p lang="en" dir="ltr">One &lt;b&gt;<br>two <a href="https://t.co/x">link</a></p>&mdash; Ada (@ada)</blockquote>',
      }),
    );
    others.answers.set(
      "social.example/api/v1/statuses/112233445566778899",
      json({
        visibility: "public",
        created_at: "2026-01-05T10:00:00.000Z",
        account: { display_name: "Ada", acct: "ada" },
        content:
          '<p>See <a href="https://e.example/x"><span class="invisible">https://</span><span class="ellipsis">e.example/</span><span class="invisible">x</span></a></p><p>Bye<script>alert(1)</script></p>',
      }),
    );
    others.answers.set(
      "api.github.com/gists/0123456789abcdef0123456789abcdef",
      json({
        description: "",
        owner: { login: "ada" },
        files: { "queue.sql": { filename: "queue.sql", content: `${"SELECT 1;\n".repeat(30)}` } },
      }),
    );
    const { cards, said } = await bring([TWEET, TOOT, GIST]);
    expect(said).toEqual([]);
    expect(cards).toEqual({
      [TWEET]: { author: "Ada", text: "One <b>\ntwo link" },
      [TOOT]: { author: "Ada", text: "See e.example/…\n\nBye", date: "2026-01-05" },
      [GIST]: { title: "queue.sql", author: "ada", code: `${"SELECT 1;\n".repeat(12)}…` },
    });
  });

  it("is not what is hidden behind a warning, or not for everybody", async () => {
    const toot = (more: object) =>
      json({ visibility: "public", account: { acct: "ada" }, content: "<p>secret</p>", ...more });
    others.answers.set("social.example/api/v1/statuses/112233445566778899", toot({ spoiler_text: "Ending told" }));
    expect((await bring([TOOT])).cards[TOOT]?.text).toBe("Ending told");
    others.answers.set("social.example/api/v1/statuses/112233445566778899", toot({ visibility: "private" }));
    expect((await bring([TOOT], true)).said).toEqual([
      `posts/a.md:5 ${TOOT} answers with nothing that can be shown (what was known of it stays)`,
    ]);
  });
});

describe("an answer that is none", () => {
  const endless: Reply["write"] = (response) => {
    const more = () => {
      while (response.write("x".repeat(100_000)));
    };
    response.on("drain", more);
    response.on("error", () => {});
    more();
  };

  it.each<[string, Reply, string]>([
    ["that it is gone", { status: 404 }, "answers 404"],
    ["that it is not for everybody", { status: 401, body: "Unauthorized" }, "answers 401"],
    ["a page", { body: "<!doctype html><p>Sign in" }, "answers with something else than JSON"],
    ["a list", json([1]), "answers with nothing that can be shown"],
    ["a title that is an object", json({ title: { toString: "x" } }), "answers with nothing that can be shown"],
    [
      "a title of nothing that is seen",
      json({ title: "\u202e\u0000\u200b \n" }),
      "answers with nothing that can be shown",
    ],
    ["a word that never ends", { write: endless }, "answers with more than 1000000 bytes"],
    [
      "a way to itself",
      { status: 302, headers: { location: "https://www.youtube.com/oembed" } },
      "redirects without end",
    ],
    [
      "a way to this machine",
      { status: 302, headers: { location: "http://127.0.0.1/" } },
      "leads to http://127.0.0.1/, which is no address of the public web",
    ],
    [
      "a way to a file",
      { status: 301, headers: { location: "file:///etc/passwd" } },
      "leads to file:///etc/passwd, which is no address of the public web",
    ],
  ])("such as %s is told with its line, and the line stays a link", async (_, reply, reason) => {
    others.answers.set(OEMBED, reply);
    const { said, cards } = await bring([FILM]);
    expect(said).toEqual([`posts/a.md:5 ${FILM} ${reason} (until then it is a link)`]);
    expect(cards).toEqual({});
  });

  it("keeps what was known before", async () => {
    others.answers.set(OEMBED, film({ thumbnail_url: undefined }));
    const before = await bring([FILM]);
    others.answers.set(OEMBED, { status: 500 });
    expect((await bring([FILM], true)).cards).toEqual(before.cards);
  });
});

describe("a still that is none", () => {
  it.each<[string, () => Promise<Reply | string>]>([
    ["a drawing with a script", async () => ({ body: '<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>' })],
    ["a page", async () => ({ body: "<!doctype html>" })],
    ["a picture that ends too soon", async () => ({ body: (await picture().jpeg().toBuffer()).subarray(0, 300) })],
    [
      "more pixels than anybody has",
      async () => ({ body: await picture({ width: 9000, height: 9000 }).png().toBuffer() }),
    ],
    ["an address of this machine", async () => "http://localhost:3000/x.png"],
    ["an address of the network", async () => "https://192.168.0.1/x.png"],
    ["a file", async () => "file:///etc/hostname"],
    ["an address with all in it", async () => "data:image/png;base64,AAAA"],
  ])("such as %s is left out, and the card does without", async (_, made) => {
    const reply = await made();
    others.answers.set(OEMBED, film(typeof reply === "string" ? { thumbnail_url: reply } : {}));
    if (typeof reply !== "string") others.answers.set("i.ytimg.com/vi/x.jpg", reply);
    const { cards, said } = await bring([FILM]);
    expect(said).toEqual([]);
    expect(cards).toEqual({ [FILM]: { title: "A talk", author: "PGConf" } });
    expect(others.asked.filter((address) => !/^https:\/\/(www\.youtube\.com|i\.ytimg\.com)\//.test(address))).toEqual(
      [],
    );
  });
});

describe("the words of others", () => {
  it("are plain, in so many characters at most, and never half a character", () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: "binary", maxLength: 400 }), fc.string({ maxLength: 400 })), (text) => {
        for (const said of [plainLine(text, 50), plainText(text, 50), wordsOfHtml(text, 50)]) {
          if (said === undefined) continue;
          expect(said.isWellFormed()).toBe(true);
          expect([...said].length).toBeLessThanOrEqual(50);
          expect(said).not.toMatch(/[^\P{Cc}\n]|[\u202a-\u202e\u2066-\u2069\u200b]/u);
        }
        expect(plainLine(text, 50) ?? "").not.toContain("\n");
      }),
    );
  });

  it("keep what joins letters and emoji", () => {
    expect(plainLine("👩‍💻 می‌خواهم")).toBe("👩‍💻 می‌خواهم");
  });
});

it.each([
  ["https://example.org/x", true],
  ["http://example.org/", false],
  ["https://localhost/", false],
  ["https://printer.local/", false],
  ["https://127.0.0.1/", false],
  ["https://[::1]/", false],
  ["https://2130706433/", false],
  ["https://example.org:8080/", false],
  ["https://user:password@example.org/", false],
  ["nothing", false],
])("%s is of the public web: %s", (address, expected) => expect(isPublic(address)).toBe(expected));

describe("the file", () => {
  it.each([
    ["{", "_data/embeds.json is not JSON (run wellformed embeds --again, which writes the file)"],
    ['{ "https://x.example/": { "title": 1 } }', "_data/embeds.json https://x.example/.title: must be a string"],
    ['{ "https://x.example/": { "picture": "../x.jpg" } }', "must be the name of a JPEG in _data/embeds/"],
    [
      '{ "https://x.example/": { "picture": "gone.jpg" } }',
      "_data/embeds.json names _data/embeds/gone.jpg, which is not there",
    ],
  ])("that is %s says what to do", async (text, said) => {
    writeFileSync(join(siteDir, "_data/embeds.json"), text);
    const read = await readEmbeds(siteDir);
    expect(read.ok ? [] : read.problems.map(formatProblem)).toEqual([expect.stringContaining(said)]);
    expect(readdirSync(join(siteDir, "_data"))).toEqual(["embeds.json"]);
  });
});
