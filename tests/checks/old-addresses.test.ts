/** Old addresses in every form that other engines gave them: what hosts read, what stands there, and what can't be. */
import { describe, expect, it } from "vitest";
import type { Host } from "../../src/content/host.ts";
import { formatProblem } from "../../src/content/problems/problem.ts";
import { check } from "../../src/site/check.ts";
import { type TinySite, tinySite } from "../support/tiny-content.ts";
import { renderAll } from "../support/tiny-pages.ts";

const posts = [{ slug: "a", tags: ["queues"] }, { slug: "b" }];
const problemsOf = (site: TinySite) => check(tinySite({ posts, ...site })).problems.map(formatProblem);
const filesOf = (site: TinySite) => renderAll(tinySite({ posts, ...site }).content);
const rulesOf = (site: TinySite) => (filesOf(site).get("/_redirects") ?? "").trim().split("\n");

describe("an old address of any form", () => {
  it.each([
    ["/2016/03/My-Post.html", ["/2016/03/My-Post.html /posts/a/ 301"], "/2016/03/My-Post.html"],
    ["/2016/my-post", ["/2016/my-post /posts/a/ 301"], "/2016/my-post/"],
    ["/Archive/One/", ["/Archive/One/ /posts/a/ 301"], "/Archive/One/"],
    ["/%e4%bd%a0%e5%a5%bd/", ["/%E4%BD%A0%E5%A5%BD/ /posts/a/ 301"], "/你好/"],
    ["/my%20post.htm", ["/my%20post.htm /posts/a/ 301"], "/my post.htm"],
    ["/index.cfm/2006/4/11/Foo", ["/index.cfm/2006/4/11/Foo /posts/a/ 301"], "/index.cfm/2006/4/11/Foo/"],
    ["/old.php", ["/old.php /posts/a/ 301"], "/old.php/"],
    ["/c%23/", ["/c%23/ /posts/a/ 301", "/c%23 /posts/a/ 301"], undefined],
    ["/?p=7", ["/ p=7 /posts/a/ 301!"], undefined],
    ["/index.php?p=7&page=2", ["/index.php p=7 page=2 /posts/a/ 301!"], undefined],
    ["/?cat=caf%C3%A9", ["/ cat=café /posts/a/ 301!"], undefined],
    ["/Posts/A/", ["/Posts/A/ /posts/a/ 301"], undefined],
    ["/posts/a", [""], undefined],
    ["/?7", [""], undefined],
  ])("%s has its rule, and a page where there can be one", (from, rules, page) => {
    const plain = [{ slug: "a" }];
    const before = new Set(filesOf({ posts: plain }).keys());
    for (const site of [
      { posts: plain, redirects: { [from]: "/posts/a/" } },
      { posts: [{ slug: "a", aliases: [from] }] },
    ]) {
      expect(problemsOf(site)).toEqual([]);
      expect(rulesOf(site)).toEqual(rules);
      const added = [...filesOf(site).keys()].filter((path) => !before.has(path) && path !== "/_redirects");
      expect(added).toEqual(page ? [page] : []);
    }
  });

  it("leads to a page of such a form, too", () => {
    const site = {
      posts: [{ slug: "a", permalink: "/2016/%e4%bd%a0.html" }],
      redirects: { "/x/": "/2016/%E4%bd%a0.html#y" },
    };
    expect(problemsOf(site)).toEqual([]);
    expect(rulesOf(site)).toEqual(["/x/ /2016/%E4%BD%A0.html#y 301"]);
    expect(filesOf(site).get("/x/")).toContain('content="0; url=/2016/%E4%BD%A0.html#y"');
  });
});

it("rules that ask for a query are left out for a host that would warn of each", () => {
  const redirects = { "/?p=1": "/posts/a/", "/x/": "/posts/a/" };
  expect(rulesOf({ redirects, site: { host: "cloudflare" } })).toEqual(["/x/ /posts/a/ 301"]);
  expect(rulesOf({ redirects, site: { host: "own" } })).toHaveLength(2);
});

it("rules that ask for a query come before others, and before pages, whose files would answer", () => {
  const redirects = { "/index.php": "/posts/b/", "/c%23/": "/posts/b/", "/index.php?p=1": "/posts/a/" };
  expect(rulesOf({ redirects })).toEqual([
    "/index.php p=1 /posts/a/ 301!",
    "/c%23/ /posts/b/ 301",
    "/c%23 /posts/b/ 301",
    "/index.php /posts/b/ 301",
  ]);
});

describe("an old address of a feed", () => {
  it.each([
    ["/index.xml", "/feed.xml", ["/index.xml /feed.xml 301"], "/index.xml"],
    ["/rss.xml", "/feed.xml", ["/rss.xml /feed.xml 301"], "/rss.xml"],
    ["/feed/", "/feed.xml", ["/feed/ /feed.xml 301", "/feed /feed.xml 301"], "/feed/index.xml"],
    ["/rss", "/feed.xml", ["/rss /feed.xml 301", "/rss/ /feed.xml 301"], "/rss/index.xml"],
    [
      "/feeds/posts/default",
      "/atom.xml",
      ["/feeds/posts/default /atom.xml 301", "/feeds/posts/default/ /atom.xml 301"],
      "/feeds/posts/default/index.xml",
    ],
    [
      "/category/queues/feed/",
      "/tags/queues/feed.xml",
      ["/category/queues/feed/ /tags/queues/feed.xml 301", "/category/queues/feed /tags/queues/feed.xml 301"],
      "/category/queues/feed/index.xml",
    ],
    ["/feed/json", "/feed.json", ["/feed/json /feed.json 301", "/feed/json/ /feed.json 301"], undefined],
    ["/?feed=rss2", "/feed.xml", ["/ feed=rss2 /feed.xml 301!"], undefined],
  ])("%s leads to %s by a rule, and has a copy of it where one can stand", (from, to, rules, copy) => {
    const redirects = { [from]: to };
    expect(problemsOf({ redirects })).toEqual([]);
    expect(rulesOf({ redirects })).toEqual(rules);
    const files = filesOf({ redirects });
    if (copy) expect(files.get(copy)).toBe(files.get(to));
    expect([...files].filter(([path, text]) => path.startsWith("/feed") && text.includes("http-equiv"))).toEqual([]);
  });

  it("is refused where the feed is none of this site's, and where the site has one itself", () => {
    expect(problemsOf({ redirects: { "/feed/": "/rss.xml" } })).toEqual([
      expect.stringContaining("_data/redirects.ts /feed/: leads to /rss.xml, which this site does not have"),
    ]);
    expect(problemsOf({ redirects: { "/atom.xml": "/feed.xml" } })).toEqual([
      "_data/redirects.ts /atom.xml: wants the address /atom.xml, which the engine itself has (leave it out)",
    ]);
  });
});

describe("what hosts do not tell apart is refused where it would lead elsewhere", () => {
  const capitals = "Netlify and the disks of macOS and Windows do not tell capitals apart";

  it.each([
    [
      "capitals",
      { "/Posts/A/": "/posts/b/" },
      `wants the address /Posts/A/, and posts/a.md has /posts/a/: ${capitals} (lead it to /posts/a/, or leave it out)`,
    ],
    [
      "the last slash",
      { "/posts/a": "/posts/b/" },
      "wants the address /posts/a, which posts/a.md has (lead it to /posts/a/, or leave it out)",
    ],
    [
      "capitals of two redirects",
      { "/X/": "/posts/a/", "/x/": "/posts/b/" },
      `wants the address /x/, and _data/redirects.ts has /X/: ${capitals} (lead it to /X/, or leave it out)`,
    ],
    [
      "nothing: a page",
      { "/posts/a/": "/posts/b/" },
      "wants the address /posts/a/, which posts/a.md has (leave it out)",
    ],
    [
      "nothing: a page, given up",
      { "/posts/a/": "gone" },
      "wants the address /posts/a/, which posts/a.md has (leave it out)",
    ],
    [
      "the order of a query",
      { "/?a=1&b=2": "/posts/a/", "/?b=2&a=1": "/posts/b/" },
      "wants the address /?b=2&a=1, which _data/redirects.ts has (lead it to /?a=1&b=2, or leave it out)",
    ],
  ])("by %s", (_what, redirects, message) => {
    expect(problemsOf({ redirects })).toEqual([expect.stringContaining(message)]);
  });

  it.each<[string, Record<string, string>]>([
    ["capitals of two redirects", { "/X/": "/posts/a/", "/x/": "/posts/a/" }],
    ["a slash of two redirects", { "/x": "/posts/a/", "/x/": "/posts/a/" }],
    ["an ending", { "/posts/a.html": "/posts/a/" }],
    ["the value of a query", { "/?p=1": "/posts/a/", "/?p=2": "/posts/b/" }],
  ])("but not by %s, where it does no harm", (_what, redirects) => {
    expect(problemsOf({ redirects })).toEqual([]);
  });

  it("two pages may not differ by capitals, nor by their ends", () => {
    const pages = (permalink: string) => problemsOf({ posts: [{ slug: "a" }, { slug: "b", permalink }] });
    expect(pages("/Posts/A/")).toEqual([
      "posts/b.md wants the address /Posts/A/, which posts/a.md has (give one a permalink)",
    ]);
    expect(pages("/posts/a")).toHaveLength(1);
    expect(pages("/posts/a.html")).toEqual([
      "posts/b.md wants the address /posts/a.html, whose files lie where those of /posts/a/ of posts/a.md do (give one a permalink)",
    ]);
  });
});

describe("what a host can't do is said", () => {
  const redirects = {
    "/?p=1": "/posts/a/",
    "/?p=2": "/posts/b/",
    "/Posts/A/": "/posts/a/",
    "/c%23/": "/posts/a/",
    "/feed/json": "/feed.json",
  };
  const adviceFor = (host: Host | undefined, some: Record<string, string> = redirects) =>
    check(
      tinySite({
        posts: posts.map((post) => ({ ...post, description: "D." })),
        redirects: some,
        site: host ? { host } : {},
      }),
    ).advice.map(formatProblem);

  it("where no host is named: what only one can do", () => {
    expect(adviceFor(undefined)).toEqual([
      '_data/redirects.ts redirects 2 addresses such as /?p=1, and few hosts have rules for queries (name your host, such as host: "netlify" or "nginx"; wellformed host writes its rules)',
    ]);
  });

  it("of hosts that read no rules: everything that no file can be", () => {
    const said = adviceFor("github");
    expect(said).toHaveLength(4);
    expect(said.join("\n")).toContain(
      "redirects /Posts/A/, where no file can stand, since it differs from a page by capitals only, and GitHub Pages reads no rules",
    );
    expect(said.join("\n")).toContain("redirects /feed/json, where no feed can stand");
    expect(said.join("\n")).toContain("redirects /c%23/, where no file can stand, since none can have such a name");
  });

  it("and nothing to those who can do it, or write rules of their own", () => {
    expect(adviceFor("netlify")).toEqual([]);
    expect(adviceFor("own")).toEqual([]);
    expect(adviceFor("cloudflare")).toEqual([expect.stringContaining("and Cloudflare Pages has no rules for queries")]);
    expect(adviceFor("netlify", { "/?7": "/posts/a/" })).toEqual([
      expect.stringContaining("Netlify has no rule for such a query"),
    ]);
    expect(adviceFor("nginx", { ...redirects, "/?7": "/posts/a/" })).toEqual([]);
  });

  it("when there are more rules than a host reads, but for those whose place a page takes", () => {
    const many = (form: (number: number) => string, count: number) =>
      Object.fromEntries(Array.from({ length: count }, (_, number) => [form(number), "/posts/a/"]));
    const bare = (number: number) => `/c%23/${number}/`;
    expect(adviceFor("cloudflare", many(bare, 2000))).toEqual([]);
    expect(adviceFor("cloudflare", many(bare, 2001))).toEqual([
      "_data/redirects.ts /c%23/2000/: is one of 2001 redirects, and Cloudflare Pages reads 2000; no page can stand at /c%23/2000/ (leave out those that are no longer requested)",
    ]);
    expect(
      adviceFor(
        "cloudflare",
        many((number) => `/${number}/`, 5000),
      ),
    ).toEqual([]);
    const mixed = { ...many((number) => `/${number}/`, 1000), [bare(0)]: "/posts/a/" };
    expect(adviceFor("gitlab", mixed)).toEqual([
      expect.stringContaining("GitLab Pages reads 1000, or none if there are more"),
    ]);
  });
});

it("5,000 redirects are in the order that hosts need", () => {
  const redirects = Object.fromEntries(
    Array.from({ length: 5000 }, (_, number) => [`/Old/${number}.html`, "/posts/a/"]),
  );
  const rules = rulesOf({ redirects: { ...redirects, "/?p=1": "/posts/a/" } });
  expect(rules).toHaveLength(5001);
  expect(rules[0]).toBe("/ p=1 /posts/a/ 301!");
});

describe("a tag that is renamed", () => {
  it("takes its feeds along by one redirect of its page, also where rules are not read", () => {
    const redirects = { "/tags/jobs/": "/tags/queues/" };
    const files = filesOf({ redirects });
    for (const name of ["feed.xml", "atom.xml", "feed.json"])
      expect(files.get(`/tags/jobs/${name}`)).toBe(files.get(`/tags/queues/${name}`));
    expect(rulesOf({ redirects })).toEqual([
      "/tags/jobs/feed.xml /tags/queues/feed.xml 301",
      "/tags/jobs/atom.xml /tags/queues/atom.xml 301",
      "/tags/jobs/feed.json /tags/queues/feed.json 301",
      "/tags/jobs/ /tags/queues/ 301",
    ]);
  });
});
