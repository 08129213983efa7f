/**
 * Over 200 texts that run a script where somebody is careless, in every place where a site shows an author's or a
 * searcher's words, opened in a browser: nothing runs, and nothing has to be stopped by the page's policy either.
 */
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { beforeAll, describe, expect, it } from "vitest";
import { authoredText } from "../../src/content/text/control-characters.ts";
import { useBrowser } from "../support/browser.ts";
import { AT, copyFixture } from "../support/built-fixture.ts";
import { pagesOf, readAt } from "../support/built-site.ts";
import { feedReaders } from "../support/feeds.ts";
import { type Element, elementsIn, parsePage } from "../support/html.ts";
import { renderPost } from "../support/render-post.ts";
import { runBuild } from "../support/run-build.ts";
import { serve } from "../support/served-site.ts";
import { useTemporaryFolder } from "../support/temporary-folder.ts";
import { openPage } from "../support/watched-page.ts";

const texts = JSON.parse(readFileSync("tests/fixtures/xss.json", "utf8")) as string[];
/** What front matter takes: a line. */
const lines = texts.map((text) => text.replace(/[\s\u2028\u2029]+/g, " ").trim());
const { browser } = useBrowser();
const folder = useTemporaryFolder();
const out = join(folder, "out");
let at: (path: string) => string;

beforeAll(async () => {
  const site = join(folder, "site");
  copyFixture("no-posts", site);
  const settings = join(site, "_data/site.ts");
  const more = "feedLength: 1000, shareImages: false, language:";
  writeFileSync(settings, readFileSync(settings, "utf8").replace("language:", more));
  mkdirSync(join(site, "posts"), { recursive: true });
  for (const [index, line] of lines.entries())
    writeFileSync(join(site, `posts/p${index}.md`), postThatSays(line, index));
  const { code, output } = await runBuild(["--site", site, "--out", out, "--at", AT]);
  expect(code, output).toBe(0);
  at = await serve(out);
});

it("there are more than 200 of them, and each is there once", () => {
  expect(new Set(texts).size).toBe(texts.length);
  expect(texts.length).toBeGreaterThan(200);
});

describe("in titles, descriptions, tags, notes, code and its titles", () => {
  it("nothing runs on lists, which have all of them, and on pages", async () => {
    const paths = pagesOf(out);
    const lists = paths.filter((path) => !/^\/(posts|tags)\/[^/]+\/$/.test(path));
    const pages = paths.filter((path) => !lists.includes(path));
    expect(pages.length).toBe(2 * texts.length);
    const { page, faults } = await openHostile();
    for (const path of [...lists, ...pages.filter((_, index) => index % 14 === 0)]) {
      await page.goto(at(path), { waitUntil: "domcontentloaded" });
      expect(await activeParts(page), path).toEqual([]);
    }
    expect(faults).toEqual([]);
  }, 300_000);

  it("no page has an element or a handler more than one that says something plain", () => {
    const shapeOf = (path: string) =>
      elementsIn(parsePage(readAt(out, path)))
        .filter(isActive)
        .map(({ tagName }) => tagName);
    const plain = shapeOf("/404.html");
    expect(plain).toEqual(["script", "script", "script", "script"]);
    expect(pagesOf(out).filter((path) => shapeOf(path).join() !== plain.join())).toEqual([]);
  });

  it("feeds say them as they were written", () => {
    const plain = (text: string | undefined) => text?.replace(/\uFFFD/gu, "");
    for (const read of Object.values(feedReaders)) {
      expect(new Set(read(out).entries.map(({ title }) => plain(title)))).toEqual(
        new Set(lines.map((line) => plain(authoredText(line)))),
      );
    }
  });
});

describe("in searches", () => {
  it("nothing runs in what is found", async () => {
    const { page, faults } = await openHostile();
    await page.goto(at("/search/?q=xss"));
    const shown = () => page.locator(".search-results > li").count();
    // Each click asks for ten more than are shown.
    for (const before of [10, 20, 30, 40]) {
      await expect.poll(shown).toBe(before);
      await page.getByRole("button", { name: "Show more" }).click();
    }
    await expect.poll(shown).toBeGreaterThan(40);
    expect(await activeParts(page)).toEqual([]);
    expect(faults).toEqual([]);
  });

  it("nothing runs that the address asks for", async () => {
    const { page, faults } = await openHostile();
    for (let index = 0; index < texts.length; index += 9) {
      const [q = "", tag = "", kind = "", year = "", ...others] = texts.slice(index, index + 9);
      const facets = Object.fromEntries(others.map((text) => [text, text]));
      await page.goto(
        at(`/search/?${new URLSearchParams({ q, tag, kind, year, ...facets })}#${encodeURIComponent(q)}`),
      );
      await page.getByRole("searchbox").waitFor();
      await expect.poll(() => page.locator(".search-status").textContent()).not.toBe("");
      expect(await activeParts(page), q).toEqual([]);
    }
    expect(faults).toEqual([]);
  }, 240_000);
});

it("as Markdown they are refused, or harmless on pages and in feeds, without a policy too", async () => {
  const rendered = texts.map((text) => renderPost(text)).filter(({ problems }) => problems.length === 0);
  expect(rendered.length).toBeGreaterThan(50);
  for (const part of ["html", "feedHtml"] as const) {
    const { page, faults } = await openHostile();
    const parts = rendered.map(({ body }) => `<section>${body[part]}</section>`);
    await page.setContent(`<!doctype html><title>x</title>${parts.join("\n")}`);
    expect(await page.locator("section").count()).toBe(parts.length);
    expect(await activeParts(page)).toEqual([]);
    expect(faults.filter((fault) => !/ERR_|x: |favicon/.test(fault))).toEqual([]);
  }
});

/** A script, a frame, or anything with a handler. */
function isActive({ tagName, attrs }: Element): boolean {
  const frames = ["script", "iframe", "object", "embed", "base", "svg"];
  return frames.includes(tagName) || attrs.some(({ name }) => name.startsWith("on"));
}

/** Says what runs, and what was stopped from it, as a fault. */
async function openHostile() {
  const opened = await openPage(browser());
  await opened.page.addInitScript(() => {
    const report = (name: string) => () => console.error(`${name} ran`);
    for (const name of ["xss", "alert", "confirm", "prompt"]) Object.assign(window, { [name]: report(name) });
    document.addEventListener("securitypolicyviolation", ({ violatedDirective, sample, blockedURI }) => {
      console.error(`stopped: ${violatedDirective} ${blockedURI} ${sample}`);
    });
  });
  return opened;
}

/** What would run if a reader touched it. */
function activeParts(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const addresses = ["href", "src", "action", "formaction", "data", "xlink:href", "ping"];
    const runs = (address: string) =>
      URL.canParse(address) && ["javascript:", "vbscript:", "data:"].includes(new URL(address).protocol);
    return [...document.querySelectorAll("*")].flatMap((element) =>
      [...element.attributes]
        .filter(({ name, value }) => name.startsWith("on") || (addresses.includes(name) && runs(value)))
        .map(({ name, value }) => `<${element.localName} ${name}=${value}>`),
    );
  });
}

function postThatSays(line: string, index: number): string {
  const text = JSON.stringify(line);
  const fence = "`".repeat(Math.max(3, ...[...line.matchAll(/`+/g)].map(([ticks]) => ticks.length + 1)));
  const title = line.replace(/[\\"`]|&(quot|#34);/g, "");
  // Without what would make it Markdown, which notes refuse.
  const note = JSON.stringify(line.replace(/[*`]/g, "").replaceAll("](", "] ("));
  return `---
title: ${text}
date: 2026-01-01
description: ${text}
tags: [${JSON.stringify(`${line} ${index}`)}]
series: Hostile
revisions: [{ date: 2026-01-02, note: ${note} }]
---

## Section ${index}

${fence}html title="${title || "x"}"
${line}
${fence}
`;
}
