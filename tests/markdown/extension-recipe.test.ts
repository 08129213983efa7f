/** CONTRIBUTING's recipe for a Markdown extension, followed to the letter in a copy of `src/`. */
import { execFileSync } from "node:child_process";
import { cpSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { success } from "../../src/content/problems/result.ts";
import type { renderMarkdown } from "../../src/markdown/render.ts";
import { follow, RECIPES_FILE, readRecipes } from "../support/recipes.ts";

/** Inside the project, so that packages are found. */
const copy = resolve(".cache/extension-recipe");
const recipes = readRecipes(readFileSync(RECIPES_FILE, "utf8"));
const steps = recipes.find(({ name }) => name === "A Markdown extension")?.steps ?? [];

type Render = typeof renderMarkdown;
let render: Render;
let renderWithoutText: Render;

beforeAll(async () => {
  render = await followRecipe("whole");
  renderWithoutText = await followRecipe("without-text", (step) => step.replace(/^ {2}text: .*\n/m, ""));
});
afterAll(() => rmSync(copy, { recursive: true, force: true }));

describe("an extension that is made by the recipe", () => {
  it("compiles", () => {
    const config = { extends: resolve("tsconfig.json"), include: ["src/markdown"] };
    writeFileSync(join(copy, "whole/tsconfig.json"), JSON.stringify(config));
    execFileSync(process.execPath, ["node_modules/typescript/bin/tsc", "--noEmit", "-p", join(copy, "whole")]);
  });

  it("makes the HTML of its fixture from the fixture's Markdown", () => {
    const [markdown, html] = ["md", "html"].map((type) =>
      readFileSync(join(copy, `whole/tests/fixtures/markdown/keys.${type}`), "utf8"),
    );
    expect(rendered(markdown ?? "").body.html()).toBe(html);
  });

  it("is on the page and in feeds", () => {
    const { body, problems } = rendered("Press ++Ctrl-C++ & ++<++.");
    expect(problems).toEqual([]);
    expect(body.html()).toBe("<p>Press <kbd>Ctrl-C</kbd> &amp; <kbd>&lt;</kbd>.</p>\n");
    expect(body.feedHtml()).toBe(body.html());
  });

  it("has its words in headings and their ids", () => {
    const { headings } = rendered("## Leave with ++Ctrl-C++").body;
    expect(headings).toEqual([{ id: "leave-with-ctrl-c", level: 2, text: "Leave with Ctrl-C" }]);
  });

  it("has its words in alternative texts", () => {
    expect(rendered("![The key ++Esc++](https://example.org/x.png)").body.html()).toContain('alt="The key Esc"');
  });

  it("has its words in search and in the count", () => {
    const { sections, words } = rendered("++Ctrl-C++\n\n## Two\n\n++Esc++ leaves.\n\n| a |\n| - |\n| ++Tab++ |").body;
    expect(sections.map(({ text }) => text())).toEqual(["Ctrl-C", "Esc leaves.\n\na\n\nTab"]);
    expect(words).toBe(6);
  });
});

it("a token type without a text fails the first page that has one, and is named", () => {
  expect(() => renderWithoutText("++Esc++", context)).toThrow('tokens of type "keys" have no text');
});

const context: Parameters<Render>[1] = {
  file: "post.md",
  firstLine: 1,
  path: "/posts/post/",
  siteUrl: "https://example.org/",
  lang: "en",
  resolve: (url) => success({ kind: "external", url }),
};

function rendered(markdown: string) {
  return render(markdown, context);
}

async function followRecipe(name: string, change = (text: string) => text): Promise<Render> {
  const folder = join(copy, name);
  rmSync(folder, { recursive: true, force: true });
  for (const room of ["content", "markdown"]) cpSync(`src/${room}`, join(folder, "src", room), { recursive: true });
  for (const step of steps) follow({ ...step, text: change(step.text) }, folder);
  const module = await import(join(folder, "src/markdown/render.ts"));
  return module.renderMarkdown;
}
