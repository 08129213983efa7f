/** Reactions to a post: fetched by the command, shown by builds without a network, and said anew when they have changed. */
import { rmSync } from "node:fs";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { beforeAll, expect, it } from "vitest";
import { copyFixture } from "../support/built-fixture.ts";
import { readAt } from "../support/built-site.ts";
import { json, type OtherSites, serveOtherSites } from "../support/other-sites.ts";
import { spawnBuild, spawnCommand } from "../support/run-build.ts";
import { useTemporaryFolder } from "../support/temporary-folder.ts";
import { writeFiles } from "../support/write-files.ts";

const folder = useTemporaryFolder();
const [site, out] = [join(folder, "site"), join(folder, "out")];
const TOOT = "https://social.example/@ada/112233445566778899";
const GONE = "https://bsky.app/profile/did:plc:abc/post/3kabc";
const STATUS = "social.example/api/v1/statuses/112233445566778899";
const post = (title: string, more: string) =>
  `---\ntitle: ${title}\ndate: 2026-01-01\ndescription: D.\n${more}---\n\nText.\n`;
let others: OtherSites;

async function fetched() {
  const preload = pathToFileURL(resolve("tests/support/redirected-fetch.js")).href;
  return spawnCommand(["reactions", "--site", site], {
    NODE_OPTIONS: `--import ${preload}`,
    OTHER_SITES: others.origin,
  });
}

async function built(): Promise<string> {
  const { code, output } = await spawnBuild(["--site", site, "--out", out, "--at", "2026-02-01T00:00:00Z"]);
  expect(code, output).toBe(0);
  return readAt(out, "/posts/said/");
}

beforeAll(async () => {
  others = await serveOtherSites();
  others.answers.set(STATUS, json({ favourites_count: 3, reblogs_count: 0, replies_count: 0 }));
  const mention = { "wm-target": "https://example.org/posts/said/", "wm-property": "in-reply-to" };
  const said = { author: { name: "Bob" }, url: "https://bob.example/", content: { text: "Quite so <b>" } };
  others.answers.set("webmention.io/api/mentions.jf2", json({ children: [{ ...mention, ...said }] }));
  copyFixture("no-posts", site);
  writeFiles(site, {
    "_data/site.ts": `export default {
      title: "Talked about",
      url: "https://example.org/",
      language: "en",
      description: "A site that others answer.",
      services: { webmentions: { endpoint: "https://webmention.io/example.org/webmention" } },
    };`,
    "posts/said.md": post("Said", `syndication:\n  - ${TOOT}\n  - ${GONE}\n`),
    "posts/quiet.md": post("Quiet", ""),
    "posts/draft.md": post("Draft", "draft: true\nsyndication: [https://social.example/@ada/99887766554433]\n"),
  });
});

it("are asked for by the command alone, of what is published, and shown at the end of their post", async () => {
  const before = await built();
  expect(before).not.toContain("mentions elsewhere");
  expect(others.asked).toEqual([]);

  const { code, output } = await fetched();
  expect(code).toBe(1);
  expect(output).toContain("1 webmention, 1 copy counted");
  expect(output).toMatch(/^posts\/said\.md:7\S* syndication: https:\/\/bsky\.app\S* answers 404 \(/m);
  expect(others.asked.join()).not.toContain("99887766554433");

  const after = await built();
  expect(after).toContain("1 mention elsewhere");
  expect(after).toContain("Quite so &lt;b>");
  expect(after).toMatch(/>Mastodon<\/a>: 3 likes/);
  expect(readAt(out, "/posts/quiet/")).not.toContain("Quite so");
  for (const file of ["/feed.xml", "/posts/said/index.md"]) expect(readAt(out, file)).not.toContain("Quite so");
});

it("are said anew where they have changed, and gone without the file", async () => {
  others.answers.set(STATUS, json({ favourites_count: 4, reblogs_count: 0, replies_count: 0 }));
  await fetched();
  expect(await built()).toMatch(/>Mastodon<\/a>: 4 likes/);
  rmSync(join(site, "_data/reactions.json"));
  const without = await built();
  expect(without).not.toContain("4 likes");
  expect(without).not.toContain("Quite so");
});
