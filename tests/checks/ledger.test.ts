/** Published addresses stay, or redirect; for each that does not, the message has the line that fixes it. */
import { describe, expect, it } from "vitest";
import { checkLedger } from "../../src/checks/ledger.ts";
import { formerYears } from "../../src/content/former-years.ts";
import { addToLedger, type Ledger } from "../../src/content/ledger.ts";
import { formatProblem } from "../../src/content/problems/problem.ts";
import type { View } from "../../src/theme/view.ts";
import { type TinySite, tinyContent, tinySite } from "../support/tiny-content.ts";

const TAG = { tags: ["queues"] };
const BEFORE: TinySite = { posts: [{ slug: "a", markdown: "## One part\n\n## Another", ...TAG }, { slug: "b" }] };

function published(site: TinySite): Ledger {
  return tinySite(site).ledger.now;
}

function problemsOf(parts: TinySite, before = published(BEFORE)): string[] {
  const { content, ledger } = tinySite(parts, before);
  return checkLedger(before, ledger.now, content).map(formatProblem);
}

const a = { slug: "a", markdown: "## One part\n\n## Another", ...TAG };
const b = { slug: "b" };
const ID = "tag:tiny.example,2026:posts/a";

describe("a site that keeps its addresses", () => {
  it.each<[string, TinySite]>([
    ["is the same", BEFORE],
    ["has more", { posts: [a, b, { slug: "c", tags: ["new"] }] }],
    ["moved a post and says so", { posts: [{ ...a, slug: "new", id: ID, aliases: ["/posts/a/"] }, b] }],
    ["gave a post another permalink and says so", { posts: [{ ...a, permalink: "/x/", aliases: ["/posts/a/"] }, b] }],
    [
      "renamed a heading and kept its anchor",
      { posts: [{ ...a, markdown: '## One part\n\n<a id="another"></a>\n\n## Other' }, b] },
    ],
    ["gave a post up", { posts: [a], redirects: { "/posts/b/": "gone" } }],
    ["gave a tag up, with its feeds", { posts: [{ ...a, tags: [] }, b], redirects: { "/tags/queues/": "/tags/" } }],
    ["moved to another host", { site: { url: "https://other.example/", idAuthority: "tiny.example" }, ...BEFORE }],
  ])("%s", (_, now) => {
    expect(problemsOf(now)).toEqual([]);
  });
});

describe("a long list of essays", () => {
  const many = Array.from({ length: 101 }, (_, index) => ({ slug: `p${index}`, ...TAG }));
  const [first, ...others] = many;
  const ledger = published({ posts: many });
  const gone = { "/posts/p0/": "gone" };

  it("has its years in the ledger, which lead to the list when it is short again", () => {
    expect([...ledger.keys()]).toEqual(expect.arrayContaining(["/posts/years/2026/", "/tags/queues/years/2026/"]));
    expect(problemsOf({ posts: others, redirects: gone }, ledger)).toEqual([]);
    expect(formerYears(tinyContent({ posts: others }), ledger).map(({ from, to }) => [from, to])).toEqual([
      ["/posts/years/2026/", "/posts/"],
      ["/tags/queues/years/2026/", "/tags/queues/"],
    ]);
    expect(formerYears(tinyContent({ posts: [...others, first ?? a] }), ledger)).toEqual([]);
  });

  it("takes its years along when its tag gets another name", () => {
    const renamed = many.map((post) => ({ ...post, tags: ["jobs"] }));
    const site = { posts: renamed, redirects: { "/tags/queues/": "/tags/jobs/" } };
    expect(problemsOf(site, ledger)).toEqual([]);
    const hosts = tinySite(site)
      .otherPages.find(({ path }) => path === "/_redirects")
      ?.make({} as View);
    expect(hosts).toContain("/tags/queues/years/2026/ /tags/jobs/years/2026/ 301\n");
  });

  it("leaves a redirect of the owner's alone", () => {
    const redirects = { ...gone, "/posts/years/2026/": "/tags/" };
    expect(formerYears(tinyContent({ posts: others, redirects }), ledger).map(({ from }) => from)).toEqual([
      "/tags/queues/years/2026/",
    ]);
  });
});

describe("a site that loses", () => {
  it("a post is told what to write", () => {
    expect(problemsOf({ posts: [a] })).toEqual([
      "_data/published.json /posts/b/ was published and is gone " +
        '(add "aliases: [/posts/b/]" and "id: tag:tiny.example,2026:posts/b" in the front matter of what is there instead, or "/posts/b/": "/where/it/is/now/" (or "gone") to _data/redirects.ts; if it was never online, delete this line)',
    ]);
  });

  it("a post's address, not its file, is told the file, whose id is the same", () => {
    expect(problemsOf({ posts: [a, { ...b, permalink: "/x/" }] })).toEqual([
      expect.stringContaining('(add "aliases: [/posts/b/]" in the front matter of posts/b.md, or "/posts/b/": "/where'),
    ]);
  });

  it("a post's file name is told all that keeps it, at once", () => {
    const [problem = ""] = problemsOf({ posts: [{ ...a, slug: "new" }, b] });
    expect(problem).toContain(`"aliases: [/posts/a/]" and "id: ${ID}" in`);
    expect(problemsOf({ posts: [{ ...a, slug: "new", aliases: ["/posts/a/"], id: ID }, b] })).toEqual([]);
  });

  it("a tag is told so once, of its page, whose line takes its feeds along", () => {
    const line = '"/tags/queues/": "/where/it/is/now/" (or "gone") to _data/redirects.ts';
    expect(problemsOf({ posts: [{ ...a, tags: [] }, b] })).toEqual([
      `_data/published.json /tags/queues/ was published and is gone (add ${line}; if it was never online, delete this line)`,
    ]);
  });

  it("a tag's name is told the one line that leads to its new one, and that is all it takes", () => {
    const renamed = [{ ...a, tags: ["waiting"] }, b];
    expect(problemsOf({ posts: renamed })).toEqual([
      "_data/published.json /tags/queues/ was published and is gone " +
        '(add "/tags/queues/": "/tags/waiting/" to _data/redirects.ts; if it was never online, delete this line)',
    ]);
    expect(problemsOf({ posts: renamed, redirects: { "/tags/queues/": "/tags/waiting/" } })).toEqual([]);
    const more = [{ ...a, tags: ["queueing", "locks"] }, b];
    expect(problemsOf({ posts: more })[0]).toContain('add "/tags/queues/": "/tags/queueing/" to');
  });

  it("a single feed of a tag is told so of that", () => {
    expect(
      problemsOf(
        BEFORE,
        new Map([
          ["/tags/queues/", {}],
          ["/tags/queues/rss.xml", {}],
        ]),
      ),
    ).toEqual([expect.stringContaining("/tags/queues/rss.xml was published and is gone")]);
  });

  it("an entry's id is told the id to write, at its old address and at its new one", () => {
    const problem =
      `posts/new.md id: is tag:tiny.example,2026:posts/new now and was published as ${ID}: ` +
      `feed readers would show it as new (add "id: ${ID}")`;
    expect(problemsOf({ posts: [{ ...a, slug: "new", aliases: ["/posts/a/"] }, b] })).toEqual([problem]);
    expect(problemsOf({ posts: [{ ...a, slug: "new", permalink: "/posts/a/" }, b] })).toEqual([problem]);
  });

  it("a heading is told the anchor to write, once", () => {
    const ledger = addToLedger(published(BEFORE), published({ posts: [{ ...a, permalink: "/x/" }, b] }));
    const now = { posts: [{ ...a, permalink: "/x/", aliases: ["/posts/a/"], markdown: "## One part" }, b] };
    expect(problemsOf(now, ledger)).toEqual([
      "posts/a.md #another was published and is gone, and links to it lead nowhere " +
        '(add <a id="another"></a> where its text is now, or take it out of _data/published.json)',
    ]);
  });

  it("an id that its author gave is told so too, of whatever it was", () => {
    const given =
      '## One\n\n![A picture](https://example.org/a.png){#fig-a}\n\n:::note{#told}\nX\n:::\n\n<a id="old"></a>';
    const ledger = addToLedger(new Map(), published({ posts: [{ ...a, markdown: given }, b] }));
    expect(ledger.get("/posts/a/")?.anchors).toEqual(["one", "told", "fig-a", "old"]);
    const problems = problemsOf({ posts: [{ ...a, markdown: "## One" }, b] }, ledger);
    expect(problems.map((problem) => /#[\w-]+ was published/.exec(problem)?.[0])).toEqual([
      "#told was published",
      "#fig-a was published",
      "#old was published",
    ]);
  });

  it("nearly everything is asked whether it is another one", () => {
    const [problem, ...more] = problemsOf({}, new Map(["a", "b", "c", "d", "e"].map((name) => [`/${name}/`, {}])));
    expect(more).toEqual([]);
    expect(problem).toContain("5 of 5 addresses that were published are gone (if none of them was ever online");
  });
});

it("the ledger keeps what an address had, and adds what it has", () => {
  const ledger = addToLedger(
    new Map([
      ["/x/", { id: "tag:x", anchors: ["one"] }],
      ["/y/", {}],
    ]),
    new Map([["/x/", { id: "tag:x", anchors: ["two", "one"] }]]),
  );
  expect([...ledger]).toEqual([
    ["/x/", { id: "tag:x", anchors: ["one", "two"] }],
    ["/y/", {}],
  ]);
});
