/** Services of others: off by default; each asks its own host and no other, and comments nobody before a reader does. */
import { join } from "node:path";
import { CspEvaluator } from "csp_evaluator/dist/evaluator.js";
import { CspParser } from "csp_evaluator/dist/parser.js";
import type { BrowserContextOptions } from "playwright-core";
import { beforeAll, describe, expect, it } from "vitest";
import { violationsOn } from "../support/accessibility.ts";
import { useBrowser } from "../support/browser.ts";
import { copyFixture } from "../support/built-fixture.ts";
import { pagesOf, readAt } from "../support/built-site.ts";
import { attributeOf, elementsWith, parsePage } from "../support/html.ts";
import { complaintsAbout } from "../support/html-validity.ts";
import { runBuild } from "../support/run-build.ts";
import { serve } from "../support/served-site.ts";
import { useTemporaryFolder } from "../support/temporary-folder.ts";
import { openPage } from "../support/watched-page.ts";
import { writeFiles } from "../support/write-files.ts";

const { browser } = useBrowser();
const folder = useTemporaryFolder();
const AT = ["--at", "2026-02-01T00:00:00Z", "--no-search"];
const GISCUS = '{ giscus: { repo: "ada/blog", repoId: "R_1", category: "Posts", categoryId: "C_1" } }';
const SETTINGS = {
  goat: `services: { comments: ${GISCUS}, counting: { goatcounter: "ada" }, newsletter: { action: "https://mail.example/join", hidden: { list: "7" } } }`,
  plausible: 'services: { counting: { plausible: "blog.example", at: "https://stats.example" } }',
  none: "",
};
const urls: Record<string, (path: string) => string> = {};
const out = (name: string) => join(folder, `${name}-out`);

beforeAll(async () => {
  for (const [name, services] of Object.entries(SETTINGS)) {
    const site = join(folder, name);
    copyFixture("no-posts", site);
    writeFiles(site, {
      "_data/site.ts": `export default { title: "Blog", url: "http://blog.example", language: "en", description: "D.", ${services} };\n`,
      "posts/a.md": "---\ntitle: A post\ndate: 2026-01-01\ndescription: Says much.\n---\n\nText.\n",
    });
    const built = await runBuild(["--site", site, "--out", out(name), ...AT]);
    expect(built.code, built.output).toBe(0);
    urls[name] = await serve(out(name));
  }
});

/** The page under the site's own name, with every other host answered by us. */
async function open(name: string, path: string, options: BrowserContextOptions = {}) {
  const opened = await openPage(browser(), options);
  const asked: { url: string; body: string | null }[] = [];
  await opened.page.route(/^http:\/\/blog\.example\//, async (route) => {
    const { pathname } = new URL(route.request().url());
    const answer = await fetch(urls[name]?.(pathname) ?? "");
    const body = Buffer.from(await answer.arrayBuffer());
    await route.fulfill({ status: answer.status, contentType: answer.headers.get("content-type") ?? "", body });
  });
  await opened.page.route(/^https:/, (route) => {
    asked.push({ url: route.request().url(), body: route.request().postData() });
    return route.fulfill({ contentType: "text/html", body: "<title>x</title><p>What others say" });
  });
  await opened.page.goto(`http://blog.example${path}`);
  await opened.settled();
  return { ...opened, asked };
}

const policyAt = (name: string, path: string) =>
  attributeOf(
    elementsWith(parsePage(readAt(out(name), path)), "meta", "http-equiv", "Content-Security-Policy")[0],
    "content",
  ) ?? "";

describe("policies", () => {
  it("name the hosts that a page needs, each for what it needs it, and evaluators find nothing", () => {
    const post = policyAt("goat", "/posts/a/");
    expect(post).toContain("; connect-src 'self' https://ada.goatcounter.com;");
    expect(post).toContain("; frame-src https://giscus.app;");
    expect(post).toMatch(/form-action 'self'$/);
    const subscribe = policyAt("goat", "/subscribe/");
    expect(subscribe).toMatch(/form-action 'self' https:\/\/mail\.example$/);
    expect(subscribe).not.toContain("frame-src");
    expect(policyAt("plausible", "/")).toContain("; connect-src 'self' https://stats.example;");
    expect(policyAt("none", "/posts/a/")).not.toMatch(/connect-src|frame-src|https:/);
    for (const policy of [post, subscribe]) {
      const findings = new CspEvaluator(new CspParser(policy).csp).evaluate().map(({ description }) => description);
      expect(findings.filter((finding) => !finding.startsWith("'self' can be problematic"))).toEqual([]);
      expect(policy).not.toContain("unsafe");
    }
  });

  it("belong to valid pages, and without a setting no page has anything of them", async () => {
    for (const path of ["/posts/a/", "/subscribe/"])
      expect(await complaintsAbout(readAt(out("goat"), path))).toEqual([]);
    for (const path of pagesOf(out("none"))) {
      expect(readAt(out("none"), path), path).not.toMatch(/data-count|data-discussion|<form|\/(count|discussion)-/);
    }
  });
});

describe("comments", () => {
  it("are asked for by nobody but a reader, and are of this page", async () => {
    const { page, faults, asked } = await open("goat", "/posts/a/");
    expect(asked.filter(({ url }) => url.includes("giscus"))).toEqual([]);
    await page.getByRole("link", { name: "Read or write comments" }).click();
    await page.frameLocator("[data-discussion] iframe").getByText("What others say").waitFor();
    const { origin, pathname, searchParams } = new URL(asked.find(({ url }) => url.includes("giscus"))?.url ?? "");
    expect(origin + pathname).toBe("https://giscus.app/en/widget");
    expect(Object.fromEntries(searchParams)).toMatchObject({
      ...{ repo: "ada/blog", repoId: "R_1", category: "Posts", categoryId: "C_1", strict: "1" },
      ...{ term: "posts/a/", origin: "http://blog.example/posts/a/#page.giscus", description: "Says much." },
    });
    expect(faults).toEqual([]);
  });

  it("come back from signing in, and the address is clean", async () => {
    const { page, asked } = await open("goat", "/posts/a/?giscus=secret");
    await page.locator("[data-discussion] iframe").waitFor();
    await expect.poll(() => page.url()).toBe("http://blog.example/posts/a/");
    const sessions = () => asked.map(({ url }) => new URL(url).searchParams.get("session"));
    await expect.poll(sessions).toContain("secret");
  });
});

describe("counting", () => {
  it("tells GoatCounter the page and the host that a reader comes from, once", async () => {
    const { asked, page, faults } = await open("goat", "/posts/a/");
    const counted = asked.map(({ url }) => new URL(url));
    expect(counted.map(({ host, pathname }) => host + pathname)).toEqual(["ada.goatcounter.com/count"]);
    expect(counted[0]?.searchParams.get("p")).toBe("/posts/a/");
    expect(counted[0]?.searchParams.get("t")).toBe("A post · Blog");
    expect(counted[0]?.searchParams.get("r")).toBe("");
    expect(await page.context().cookies()).toEqual([]);
    expect(faults).toEqual([]);
  });

  it("tells Plausible the same in its words", async () => {
    const { asked } = await open("plausible", "/posts/a/");
    expect(asked.map(({ url, body }) => [url, JSON.parse(body ?? "{}")])).toEqual([
      [
        "https://stats.example/api/event",
        { name: "pageview", domain: "blog.example", url: "http://blog.example/posts/a/", referrer: "" },
      ],
    ]);
  });

  it("leaves out who asks not to be tracked", async () => {
    const { page, asked } = await open("goat", "/posts/a/");
    await page.addInitScript(() =>
      Object.defineProperty(Navigator.prototype, "globalPrivacyControl", { get: () => true }),
    );
    asked.length = 0;
    await page.reload({ waitUntil: "networkidle" });
    expect(asked).toEqual([]);
  });

  it("leaves out this machine", async () => {
    const { page } = await openPage(browser());
    const asked: string[] = [];
    page.on("request", (request) => asked.push(new URL(request.url()).host));
    await page.goto(urls["goat"]?.("/posts/a/") ?? "");
    await page.waitForLoadState("networkidle");
    expect([...new Set(asked)].filter((host) => !host.startsWith("127.0.0.1"))).toEqual([]);
  });

  it("is not there without a setting", async () => {
    expect((await open("none", "/posts/a/")).asked).toEqual([]);
  });
});

it.each(["light", "dark"] as const)(
  "the form of a newsletter is plain, and accessible in the %s scheme",
  async (colorScheme) => {
    const { page } = await open("goat", "/subscribe/", { colorScheme });
    expect(await violationsOn(page)).toEqual([]);
    await page.getByLabel("Mail address").fill("me@example.org");
    const sent = page.waitForRequest("https://mail.example/join");
    await page.getByRole("button", { name: "Subscribe" }).click();
    expect((await sent).postData()).toBe("list=7&email=me%40example.org");
  },
);
