/** Webmentions and likes, as other sites tell them, whatever they answer. */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { beforeEach, describe, expect, it } from "vitest";
import { copyLabel, postCopyAt } from "../../src/content/post-copy.ts";
import { formatProblem } from "../../src/content/problems/problem.ts";
import { Reactions } from "../../src/content/reactions.ts";
import { fetchReactions } from "../../src/elsewhere/fetch-reactions.ts";
import { readReactions } from "../../src/reading/data/read-reactions.ts";
import { json, type Reply, serveOtherSites } from "../support/other-sites.ts";
import { useTemporaryFolder } from "../support/temporary-folder.ts";

const folder = useTemporaryFolder();
const others = await serveOtherSites();
const API = "https://webmention.io/api/mentions.jf2";
const [MENTIONS, STATUS] = ["webmention.io/api/mentions.jf2", "social.example/api/v1/statuses/112233445566778899"];
const TOOT = "https://social.example/@ada/112233445566778899";
const SKEET = "https://bsky.app/profile/ada.example/post/3kabc";
const [HANDLE, POSTS] = ["resolveHandle", "getPosts"].map(
  (name) => `public.api.bsky.app/xrpc/${name === "getPosts" ? "app.bsky.feed" : "com.atproto.identity"}.${name}`,
) as [string, string];
const KNOWN = {
  copies: { [TOOT]: { likes: 1, reposts: 1, replies: 1 } },
  mentions: { "/posts/a/": [{ kind: "like", author: "Bob" }] },
};
let siteDir: string;
let count = 0;

beforeEach(() => {
  siteDir = join(folder, String(count++));
  mkdirSync(siteDir);
  others.answers.clear();
  others.asked.length = 0;
});

interface Asked {
  syndication?: string[];
  api?: string | undefined;
  paths?: string[];
  aliases?: string[];
}

async function bring({ syndication = [], api, paths = ["/posts/a/"], aliases = [] }: Asked = {}) {
  const read = await readReactions(siteDir);
  if (!read.ok) throw new Error("what was written can't be read");
  const entries = paths.map((path) => ({ path, file: "posts/a.md", aliases, syndication }));
  const site = { url: "https://tiny.example/" };
  const asking = { fetch: others.fetch, siteUrl: site.url, pauseMs: 0 };
  const { reactions, problems } = await fetchReactions({ siteDir, site, api, entries, known: read.value }, asking);
  const file = join(siteDir, "_data/reactions.json");
  const written = existsSync(file) ? Reactions.parse(JSON.parse(readFileSync(file, "utf8"))) : undefined;
  expect(written ?? { copies: {}, mentions: {} }).toEqual(reactions);
  return { ...reactions, written, said: problems.map(formatProblem) };
}

function keep(known: object): void {
  mkdirSync(join(siteDir, "_data"));
  writeFileSync(join(siteDir, "_data/reactions.json"), JSON.stringify(known));
}

const mention = (more: object = {}) => ({
  type: "entry",
  author: { type: "card", name: "Bob", photo: "https://bob.example/bob.jpg", url: "https://bob.example/" },
  url: "https://bob.example/reply",
  published: "2026-01-05T10:00:00+01:00",
  "wm-target": "https://tiny.example/posts/a/",
  "wm-source": "https://bob.example/source",
  "wm-property": "in-reply-to",
  "wm-private": false,
  content: { html: "<p>Well <b>said</b></p>", text: "Well said" },
  ...more,
});
const feed = (...children: unknown[]) => json({ type: "feed", name: "Webmentions", children });
const status = (more: object = {}) => json({ favourites_count: 3, reblogs_count: 2, replies_count: 1, ...more });

describe("webmentions", () => {
  it("are kept by page as plain words, oldest first, once each, without anybody's picture", async () => {
    others.answers.set(
      MENTIONS,
      feed(
        mention(),
        mention(),
        mention({ "wm-property": "like-of", url: "https://bob.example/like", published: "2026-01-04T00:00:00Z" }),
        mention({ "wm-target": "http://tiny.example/old", url: "https://eve.example/x", published: null }),
        mention({ "wm-target": "https://tiny.example/elsewhere/" }),
        mention({ "wm-private": true, url: "https://eve.example/private" }),
      ),
    );
    const { mentions, said } = await bring({ api: API, aliases: ["/old/"] });
    expect(said).toEqual([]);
    expect(mentions).toEqual({
      "/posts/a/": [
        { kind: "reply", author: "Bob", url: "https://eve.example/x", text: "Well said" },
        { kind: "like", author: "Bob", url: "https://bob.example/like", date: "2026-01-04" },
        { kind: "reply", author: "Bob", url: "https://bob.example/reply", date: "2026-01-05", text: "Well said" },
      ],
    });
    const [asked] = others.asked.map((address) => new URL(address).searchParams.getAll("target[]"));
    expect(asked).toEqual(["https://tiny.example/posts/a/", "https://tiny.example/old/"]);
  });

  it("are asked for until an answer is not full, and of many pages in several questions", async () => {
    others.answers.set(MENTIONS, feed(...Array.from({ length: 50 }, () => mention())));
    await bring({ api: API });
    expect(others.asked).toHaveLength(40);
    others.answers.set(MENTIONS, feed());
    others.asked.length = 0;
    await bring({ api: API, paths: Array.from({ length: 41 }, (_, index) => `/posts/${index}/`) });
    expect(others.asked).toHaveLength(3);
  });

  it("are not asked for, or kept, without the setting", async () => {
    keep(KNOWN);
    expect(await bring()).toMatchObject({ mentions: {}, copies: {}, written: undefined });
    expect(others.asked).toEqual([]);
  });

  it.each<[string, object, object | undefined]>([
    ["a script", { url: "javascript:alert(1)", "wm-source": "javascript:alert(1)" }, { author: "Bob" }],
    ["no https", { url: "http://bob.example/", "wm-source": "data:text/html,x" }, { author: "Bob" }],
    ["this machine", { url: "https://127.0.0.1/", "wm-source": "https://localhost/" }, { author: "Bob" }],
    ["nothing", { author: null, url: 7, "wm-source": ["https://x.example/"] }, undefined],
    ["its source alone", { author: [], url: {} }, { url: "https://bob.example/source" }],
  ])("with the address of %s keep what is plain", async (_, more, expected) => {
    const plain = { content: null, published: "2026-02-30", "wm-received": 20260105 };
    others.answers.set(MENTIONS, feed(mention({ ...plain, ...more })));
    const { mentions, said } = await bring({ api: API });
    expect(said).toEqual([]);
    expect(mentions["/posts/a/"]).toEqual(expected && [{ kind: "reply", ...expected }]);
  });

  it("are cut short, and have no characters that nobody sees", async () => {
    const text = `\u202e${"<img src=x onerror=alert(1)> ".repeat(100)}`;
    others.answers.set(MENTIONS, feed(mention({ content: { text }, author: { name: "B\u0000ob\n".repeat(100) } })));
    const [one] = (await bring({ api: API })).mentions["/posts/a/"] ?? [];
    expect(one?.text).toMatch(/^<img src=x onerror=alert\(1\)> .*…$/);
    expect([...(one?.text ?? "")].length).toBeLessThanOrEqual(300);
    expect([...(one?.author ?? "")].length).toBeLessThanOrEqual(100);
  });

  it("of any form are nothing worse than none", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.oneof(fc.anything({ maxDepth: 2 }), fc.string({ unit: "binary" }), fc.webUrl()), { maxLength: 8 }),
        async (children) => {
          const target = { "wm-target": "https://tiny.example/posts/a/" };
          const mixed = children.map((one) => ({ ...target, author: { name: one }, url: one, content: { text: one } }));
          others.answers.set(MENTIONS, { body: JSON.stringify({ children: [...children, ...mixed] }, jsonable) });
          expect((await bring({ api: API })).said).toEqual([]);
        },
      ),
      { numRuns: 50 },
    );
  });
});

/** JSON has no such numbers. */
function jsonable(_: string, value: unknown): unknown {
  return typeof value === "bigint" || typeof value === "symbol" ? String(value) : value;
}

describe("counts of copies", () => {
  it("are asked of Mastodon and Bluesky, and of nobody else", async () => {
    others.answers.set(STATUS, status());
    others.answers.set(HANDLE, json({ did: "did:plc:abc" }));
    others.answers.set(
      POSTS,
      json({
        posts: [{ uri: "at://did:plc:abc/app.bsky.feed.post/3kabc", likeCount: 5, repostCount: 0, replyCount: 2 }],
      }),
    );
    const { copies, said } = await bring({ syndication: [SKEET, TOOT, "https://news.example/item?id=1"] });
    expect(said).toEqual([]);
    expect(copies).toEqual({
      [SKEET]: { likes: 5, reposts: 0, replies: 2 },
      [TOOT]: { likes: 3, reposts: 2, replies: 1 },
    });
    expect(others.asked).toEqual([
      `https://${HANDLE}?handle=ada.example`,
      `https://${POSTS}?uris=${encodeURIComponent("at://did:plc:abc/app.bsky.feed.post/3kabc")}`,
      `https://${STATUS}`,
    ]);
  });

  it.each<[string, Reply, string]>([
    ["that it is gone", { status: 404 }, "answers 404"],
    ["a page", { body: "<!doctype html>" }, "answers with something else than JSON"],
    ["too much", { body: "1".repeat(1_000_001) }, "answers with more than 1000000 bytes"],
    ["a list", json([]), "answers with no counts"],
    ["a word", status({ favourites_count: "<b>3" }), "answers with no counts"],
    ["less than nothing", status({ replies_count: -1 }), "answers with no counts"],
    ["a fraction", status({ reblogs_count: 0.5 }), "answers with no counts"],
    ["more than a number can be", status({ reblogs_count: 1e300 }), "answers with no counts"],
    [
      "a way to this machine",
      { status: 302, headers: { location: "https://127.0.0.1/" } },
      "leads to https://127.0.0.1/, which is no address of the public web",
    ],
  ])("stay what they were where the answer is %s", async (_, reply, reason) => {
    others.answers.set(STATUS, reply);
    keep(KNOWN);
    const { copies, said } = await bring({ syndication: [TOOT] });
    expect(said).toEqual([`posts/a.md syndication: ${TOOT} ${reason} (what was known of it stays)`]);
    expect(copies).toEqual(KNOWN.copies);
  });

  it.each<[string, Reply, Reply]>([
    ["has no such author", json({ did: "javascript:alert(1)" }), json({})],
    ["is not there", json({ did: "did:plc:abc" }), json({ posts: [] })],
    ["is not there", json({ did: "did:plc:abc" }), json({ posts: [{ uri: "at://did:plc:eve/x", likeCount: 9 }] })],
  ])("of Bluesky: %s", async (reason, handle, posts) => {
    others.answers.set(HANDLE, handle);
    others.answers.set(POSTS, posts);
    expect((await bring({ syndication: [SKEET] })).said).toEqual([expect.stringContaining(`${SKEET} ${reason}`)]);
  });
});

it.each<[string, Reply, string]>([
  ["that it is busy", { status: 503 }, "answers 503"],
  ["a page", { body: "<!doctype html>" }, "answers with something else than JSON"],
  ["a word", json({ children: "none" }), "answers with no list of webmentions"],
])("webmentions stay what they were where the answer is %s", async (_, reply, reason) => {
  others.answers.set(MENTIONS, reply);
  keep(KNOWN);
  const { mentions, said } = await bring({ api: API });
  expect(said).toEqual([`_data/site.ts services.webmentions: ${API} ${reason} (what was known of it stays)`]);
  expect(mentions).toEqual(KNOWN.mentions);
});

it.each([
  [TOOT, "Mastodon", true],
  [SKEET, "Bluesky", true],
  ["https://bsky.app/profile/did:plc:abc/post/3kabc", "Bluesky", true],
  ["https://bsky.app/profile/ada.example", "bsky.app", false],
  ["http://social.example/@ada/112233445566778899", "Mastodon", false],
  ["https://www.news.example/item?id=1", "news.example", false],
  ["https://x.com/ada/status/20", "X", false],
])("%s is at %s, and can be asked: %s", (address, label, isAsked) => {
  expect(copyLabel(address)).toBe(label);
  expect(postCopyAt(address) !== undefined).toBe(isAsked);
});

it.each([
  ["{", "_data/reactions.json is not JSON (run wellformed reactions, which writes the file)"],
  ["[]", "must be { copies, mentions }"],
  ['{ "copies": { "https://x.example/": { "likes": "3" } } }', "must be a whole number"],
  [
    '{ "mentions": { "/posts/a/": [{ "kind": "like", "url": "javascript:alert(1)" }] } }',
    "must be an address such as https://",
  ],
])("a file that is %s says what to do", async (text, said) => {
  mkdirSync(join(siteDir, "_data"));
  writeFileSync(join(siteDir, "_data/reactions.json"), text);
  const read = await readReactions(siteDir);
  expect(read.ok ? "" : read.problems.map(formatProblem).join("\n")).toContain(said);
});
