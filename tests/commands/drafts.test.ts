/** A build with drafts, for a preview: strict as any, kept from search engines, and never noted as published. And when the next post is due. */
import { existsSync, globSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { AT, copyFixture } from "../support/built-fixture.ts";
import { pagesOf, readAt } from "../support/built-site.ts";
import { type BuildRun, runCommand } from "../support/run-build.ts";
import { useTemporaryFolder } from "../support/temporary-folder.ts";

const folder = useTemporaryFolder();
const site = join(folder, "site");
const out = join(site, "_site.drafts");
const run = (name: string, ...args: string[]) =>
  runCommand(name, [...args, "--no-search"], { SITE_URL: "https://preview.example/" }, site);

describe("with drafts", () => {
  let built: BuildRun;
  beforeAll(async () => {
    copyFixture("withheld", site);
    built = await run("build", "--drafts");
  });

  it("a build has what is published, drafts, and what is dated later, in a folder of its own", () => {
    expect(built.code, built.output).toBe(0);
    expect(built.output).toMatch(/^_site\.drafts: /);
    expect(pagesOf(out)).toEqual(
      expect.arrayContaining([
        "/posts/published/",
        "/posts/draft/",
        "/posts/due-in-march/",
        "/projects/draft-project/",
      ]),
    );
    expect(existsSync(join(site, "_site"))).toBe(false);
  });

  it("each page keeps search engines away, and so do headers; robots.txt lets them see that", () => {
    const pages = globSync("**/*.html", { cwd: out }).map((file) => readFileSync(join(out, file), "utf8"));
    expect(pages.length).toBeGreaterThan(8);
    for (const html of pages) expect(html).toMatch(/<meta name="?robots"? content="?noindex"?>/);
    const shown = pages.filter((html) => !html.includes('http-equiv="refresh"'));
    expect(shown.join()).not.toContain('rel="canonical"');
    expect(readFileSync(join(out, "_headers"), "utf8")).toMatch(/^\/\*\n(?: {2}.*\n)* {2}X-Robots-Tag: noindex$/m);
    expect(readFileSync(join(out, "robots.txt"), "utf8")).toBe("User-agent: *\nAllow: /\n");
    expect(readAt(out, "/sitemap.xml")).not.toContain("example.org");
  });

  it("it is not to be taken for what is published", async () => {
    expect(built.output).not.toContain("published.json");
    expect(existsSync(join(out, "published.json"))).toBe(false);
    expect(await run("published", "--out", out)).toMatchObject({ code: 2 });
  });

  it("without drafts, the same site is another", async () => {
    const { code, output } = await run("build", "--out", out, "--at", AT);
    expect(code, output).toBe(0);
    expect(pagesOf(out)).not.toContain("/posts/draft/");
    expect(readAt(out, "/posts/published/")).not.toContain("noindex");
  });

  it("a preview is published as any site, and noted nowhere", async () => {
    const { code, output } = await run("publish", "../preview", "--drafts");
    expect(code, output).toBe(0);
    expect(readAt(join(folder, "preview/current"), "/posts/draft/")).toContain("noindex");
    expect(existsSync(join(site, "_data/published.json"))).toBe(false);
    expect(readFileSync(join(folder, "preview/releases/site"), "utf8")).toBe("https://preview.example/\n");
  });

  it("what is wrong with a draft stops it", async () => {
    writeFileSync(
      join(site, "posts/broken.md"),
      "---\ntitle: Broken\ndate: 2026-01-01\ndraft: true\n---\n[x](no.md)\n",
    );
    expect(await run("check")).toMatchObject({ code: 0 });
    expect(await run("check", "--drafts")).toEqual({ code: 1, output: expect.stringContaining("posts/broken.md") });
  });
});

describe("the next post that is due", () => {
  beforeEach(() => {
    rmSync(site, { recursive: true, force: true });
    copyFixture("withheld", site);
  });
  const due = { file: "posts/due-in-march.md", date: "2026-03-01T08:00:00Z" };

  it("is named by a build and a check, until it is there", async () => {
    for (const command of ["build", "check"]) {
      const { output } = await run(command, "--at", AT);
      expect(output).toContain("next: posts/due-in-march.md is due at 2026-03-01T08:00:00Z\n");
      expect((await run(command, "--at", "2026-03-01T08:00:00Z")).output).not.toContain("is due");
    }
  });

  it("is there for programs, also where nothing has changed", async () => {
    for (const round of [1, 2]) {
      const { output } = await run("build", "--at", AT, "--format", "json");
      expect(JSON.parse(/^\{.*?^\}$/ms.exec(output)?.[0] ?? ""), `${round}`).toMatchObject({ due });
    }
  });

  it("is the earliest, and no draft", async () => {
    const post = (name: string, keys: string) =>
      writeFileSync(join(site, `posts/${name}.md`), `---\ntitle: ${name}\n${keys}\n---\nText.\n`);
    post("later", "date: 2026-04-01");
    post("sooner", "date: 2026-02-14");
    post("sketch", "date: 2026-02-10\ndraft: true");
    expect((await run("check", "--at", AT)).output).toContain("next: posts/sooner.md is due at 2026-02-14T00:00:00");
  });
});
