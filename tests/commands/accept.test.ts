/** `check --accept`: old problems no longer stop a build, and nothing new hides behind them. */
import { existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { RULES, type Rule, shownFor } from "../../src/content/problems/rule.ts";
import { AT, copyFixture } from "../support/built-fixture.ts";
import { readAt } from "../support/built-site.ts";
import { runCommand } from "../support/run-build.ts";
import { useTemporaryFolder } from "../support/temporary-folder.ts";

const folder = useTemporaryFolder();
const site = join(folder, "site");
const baseline = join(site, "_data/accepted.json");
const old = join(site, "posts/old.md");
const run = (command: "build" | "check", ...options: string[]) =>
  runCommand(command, ["--site", site, "--at", AT, "--no-search", "--out", join(folder, `${command}-out`), ...options]);
const acceptedRules = () => {
  const files: Record<string, Record<string, string[]>> = JSON.parse(readFileSync(baseline, "utf8"));
  return [...new Set(Object.values(files).flatMap(Object.keys))].sort();
};
const change = (file: string, from: string | RegExp, to: string) =>
  writeFileSync(file, readFileSync(file, "utf8").replace(from, to));

beforeEach(() => {
  rmSync(site, { recursive: true, force: true });
  copyFixture("debts", site);
});

describe("a site with old problems", () => {
  it("is refused with the rule of each, and is published once they are accepted, with their number", async () => {
    const refused = await run("check");
    expect(refused.code).toBe(1);
    expect(refused.output).toMatch(/posts\/old\.md:9:1 an image has no alternative text \(.*\) \[picture-alt\]$/m);
    expect(refused.output).not.toContain("[other]");

    const accepting = await run("check", "--accept");
    expect(accepting.code).toBe(0);
    expect(accepting.output).toMatch(/^_data\/accepted\.json: \d+ old problems in 5 files; commit it$/m);
    expect(accepting.output).toMatch(/^\d+ old problems in 4 files accepted in _data\/accepted\.json$/m);
    expect((await run("build")).code).toBe(0);
    expect((await run("build", "--format", "json")).output).toMatch(/"accepted": \d+/);
  });

  it("has every kind of problem that can be accepted, but for those that take more than its texts", async () => {
    await run("check", "--accept");
    const acceptable = (Object.keys(RULES) as Rule[]).filter((rule) => shownFor(rule) !== undefined);
    // Another site, another language, a bibliography, a film.
    const elsewhere = ["link-external", "translation", "citation", "recording-captions"];
    expect(acceptedRules()).toEqual(acceptable.filter((rule) => !elsewhere.includes(rule)).sort());
  });

  it("has the same baseline when nothing has changed, and one file a line", async () => {
    await run("check", "--accept");
    const text = readFileSync(baseline, "utf8");
    await run("check", "--accept");
    expect(readFileSync(baseline, "utf8")).toBe(text);
    expect(
      text
        .split("\n")
        .map((line) => /"(posts\/\w+\.md|projects\/\w+\.md)"/.exec(line)?.[1])
        .filter(Boolean),
    ).toEqual(["posts/draft.md", "posts/empty.md", "posts/old.md", "posts/other.md", "projects/tool.md"]);
  });
});

describe("an accepted problem", () => {
  beforeEach(async () => {
    await run("check", "--accept");
  });

  it("stays accepted when lines move above it", async () => {
    change(old, "\n![](missing.png)", "\nA new paragraph.\n\nAnd another.\n\n![](missing.png)");
    expect((await run("check")).code).toBe(0);
  });

  it("is back when its line changes", async () => {
    change(old, "and ![What it was]", "or ![What it was]");
    const { code, output } = await run("check");
    expect(code).toBe(1);
    expect(output).toContain("[picture-alt]");
    expect(output).not.toContain("[html-attribute]");
  });

  it("does not cover another on the same line, nor one that took its place", async () => {
    writeFileSync(
      join(site, "posts/there.md"),
      "---\ntitle: There\ndate: 2012-01-01\ndescription: D.\n---\n\n[a](old.md)\n",
    );
    change(old, "[gone](nothing.md)", "[gone](nothing.md) [there](there.md)");
    await run("check", "--accept");
    rmSync(join(site, "posts/there.md"));
    writeFileSync(
      join(site, "posts/nothing.md"),
      "---\ntitle: Now\ndate: 2012-01-01\ndescription: D.\n---\n\nIs there now.\n",
    );
    const { code, output } = await run("check");
    expect(code).toBe(1);
    expect(output).toContain("links to posts/there.md, which does not exist");
    expect(output).toContain("1 problem in the content");
  });

  it("does not cover the same line a second time, nor the same line in another file", async () => {
    const fault = '<p align="center" style="x">centred <font color="red">red</font></p>';
    change(old, fault, `${fault}\n\n${fault}`);
    const twice = await run("check");
    expect(twice.output).toContain("3 problems in the content");
    change(old, `${fault}\n\n${fault}`, fault);
    change(join(site, "posts/other.md"), "Text,", `${fault}\n\nText,`);
    expect((await run("check")).output).toContain("3 problems in the content");
  });

  it("leaves the baseline when it is fixed, which a check says", async () => {
    change(old, ' align="center"', "");
    // The rest of the line is another one now.
    change(old, / style="x">centred <font color="red">red<\/font>/, ">centred red");
    const { code, output } = await run("check");
    expect(code).toBe(0);
    expect(output).toContain(
      "_data/accepted.json has 3 problems of posts/old.md that are fixed (check --accept removes what is fixed) [accepted-fixed]",
    );
    await run("check", "--accept");
    const after = await run("check");
    expect(after.output).not.toContain("[accepted-fixed]");
    expect(acceptedRules()).not.toContain("html-attribute");
  });

  it("of a draft is neither told as fixed while nobody sees it, nor new when it is published", async () => {
    expect((await run("check")).output).not.toContain("[accepted-fixed]");
    change(join(site, "posts/draft.md"), "draft: true\n", "");
    change(join(site, "posts/other.md"), " with a [link to a draft](draft.md) and", " with");
    const { output } = await run("check");
    expect(output).not.toContain("posts/draft.md");
  });
});

describe("what can't be accepted", () => {
  it.each([
    ["a script", "<script>alert(1)</script>", "html-forbidden"],
    ["a handler", '<p onclick="x()">a</p>', "html-forbidden"],
    ["a frame", '<iframe src="https://x.example/"></iframe>', "html-forbidden"],
    ["an address that runs code", "[a](javascript:alert(1))", "link-scheme"],
    ["a footnote that nobody would see", "A.\n\n[^lost]: This text.", "footnote"],
    ["a cell that a table drops", "| a |\n| - |\n| b | c |", "table"],
    ["elements that overlap", "<b>a <i>b</b> c</i>", "html-nesting"],
    ["a picture without encryption", "![A](http://x.example/a.png)", "unencrypted"],
  ])("%s", async (_what, markdown, rule) => {
    writeFileSync(
      join(site, "posts/bad.md"),
      `---\ntitle: Bad\ndate: 2012-01-01\ndescription: D.\n---\n\n${markdown}\n`,
    );
    const { code, output } = await run("check", "--accept");
    expect(code).toBe(1);
    expect(output).toContain(`[${rule}]`);
    expect(readFileSync(baseline, "utf8")).not.toContain("posts/bad.md");
    // Nor by hand.
    const files: Record<string, unknown> = JSON.parse(readFileSync(baseline, "utf8"));
    writeFileSync(baseline, JSON.stringify({ ...files, "posts/bad.md": { [rule]: ["x"] } }));
    expect((await run("check")).code).toBe(1);
  });

  it("is said of --only, and so is what is no rule", async () => {
    expect((await run("check", "--accept", "--only", "html-forbidden")).output).toContain(
      "--only: problems of html-forbidden can't be accepted; docs/rules.md says which can",
    );
    expect((await run("check", "--accept", "--only", "picture-alts")).output).toContain('did you mean "picture-alt"?');
    expect((await run("check", "--only", "picture-alt")).output).toContain("write --accept as well");
    expect(existsSync(baseline)).toBe(false);
  });
});

it("--only takes in one rule, and leaves the others as they were", async () => {
  await run("check", "--accept", "--only", "picture-alt");
  expect(acceptedRules()).toEqual(["picture-alt"]);
  await run("check", "--accept", "--only", "formula");
  expect(acceptedRules()).toEqual(["formula", "picture-alt"]);
});

it("a baseline that no check wrote is an error that says what to do", async () => {
  writeFileSync(baseline, '{ "posts/old.md": { "pictures": [] } }');
  expect((await run("check")).output).toContain(
    "_data/accepted.json can't be read: it holds what no check wrote (take it from your version control as it was, or delete it and run wellformed check --accept) [settings]",
  );
});

describe("a page with accepted problems", () => {
  const out = join(folder, "shown");
  let page = "";

  beforeAll(async () => {
    copyFixture("debts", site);
    await run("check", "--accept");
    await runCommand("build", ["--site", site, "--at", AT, "--out", out, "--no-search"]);
    page = readAt(out, "/posts/old/");
  });

  it.each([
    ["a picture without a description", '<img src="https://x.example/a.png" alt="">'],
    ["a picture that is not there, as its words", "<p> and What it was and gone and "],
    ["a link to a page that is not there", '<a href="/nowhere/">a page</a>'],
    ["a link to an anchor that is not there", '<a href="/posts/other/#nope">an anchor</a>'],
    ["HTML for looks alone, without it", "<p>centred red</p>"],
    ["elements for looks alone, and HTML's own links and pictures", "A whole <a>picture</a> of it."],
    ["a sample that does not parse", "<code>SELEC <span"],
    ["a formula, as TeX", "<code>\\frac{1</code> and text."],
    ["a callout of no kind, as a quotation", "<blockquote>\n<p>[!FOO]"],
    ["a diagram, as text", "<code>nonsense here\n</code>"],
  ])("shows %s", (_what, html) => {
    expect(page).toContain(html);
  });

  it("has nothing in its feed but what it shows", () => {
    // The Markdown beside it is as its author wrote it.
    const feed = readFileSync(join(out, "feed.xml"), "utf8").replace(/<source:markdown>.*?<\/source:markdown>/gs, "");
    expect(feed).toContain("<p>centred red</p>");
    expect(feed).not.toMatch(/align=|style=|href=""|src=""/);
    expect(page).not.toMatch(/href=""|src=""/);
  });
});
