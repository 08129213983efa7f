/** `npm start` in a browser: what is changed shows by itself, in the page that is open, and in no other. */
import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { beforeAll, describe, expect, it } from "vitest";
import { useBrowser } from "../support/browser.ts";
import { type DevServer, useDevServers } from "../support/dev-server.ts";
import { copyEngine } from "../support/engine-copy.ts";
import { useTemporaryFolder } from "../support/temporary-folder.ts";
import { openPage } from "../support/watched-page.ts";

const engine = useTemporaryFolder();
const start = useDevServers();
const { browser } = useBrowser();
let server: DevServer;
let page: Page;

beforeAll(async () => {
  copyEngine(engine, "tests/fixtures/sites/everything");
  const settings = join(engine, "_data/site.ts");
  writeFileSync(settings, readFileSync(settings, "utf8").replaceAll(/(\.\.\/)+src\//g, "../src/"));
  write("plain", "One.");
  write("other", "Another.");
  server = await start(engine, { engine });
});

async function open(path: string): Promise<Page> {
  ({ page } = await openPage(browser()));
  await page.goto(server.url(path));
  return page;
}

const textOf = (selector = "main") => page.locator(selector).first().textContent();
/** A whole build finds out whether any are related to a page, which comes alone before. */
const relatedOnes = () => page.getByRole("heading", { name: "Related" });
const builds = () => server.printed().split("built again").length;

describe("a post that is open", () => {
  it("shows what was written, and stays where it was scrolled to", async () => {
    const long = Array.from({ length: 80 }, (_, number) => `Paragraph ${number}.`).join("\n\n");
    write("plain", long);
    await open("/posts/plain/");
    await expect.poll(() => textOf()).toContain("Paragraph 79.");
    await relatedOnes().waitFor();
    await page.evaluate(() => scrollTo({ top: 900, behavior: "instant" }));
    write("plain", long.replace("Paragraph 79.", "The last one."));
    await expect.poll(() => textOf()).toContain("The last one.");
    await expect.poll(() => page.evaluate(() => scrollY)).toBe(900);
  });

  it("stays there beyond a page that is too short for it, which says what is wrong", async () => {
    await open("/posts/plain/");
    await page.evaluate(() => scrollTo({ top: 800, behavior: "instant" }));
    const settings = at("_data/site.ts");
    const whole = readFileSync(settings, "utf8");
    writeFileSync(settings, whole.replace("tagline:", "tagline: {"));
    await expect.poll(() => page.title()).toBe("This site can’t be made");
    writeFileSync(settings, whole);
    await expect.poll(() => textOf()).toContain("The last one.");
    await expect.poll(() => page.evaluate(() => scrollY)).toBe(800);
  });

  it("is loaded again once, where the whole build makes the same page of what was written", async () => {
    await expect.poll(() => server.textAt("/posts/plain/index.md")).toContain("The last one.");
    const text = readFileSync(at("posts/plain.md"), "utf8");
    await open("/posts/plain/");
    let loads = 0;
    page.on("request", (request) => {
      if (request.isNavigationRequest()) loads += 1;
    });
    const before = builds();
    writeFileSync(at("posts/plain.md"), text.replace("The last one.", "The very last one."));
    await expect.poll(() => textOf()).toContain("The very last one.");
    await expect.poll(() => server.textAt("/posts/plain/index.md")).toContain("The very last one.");
    await expect.poll(builds).toBeGreaterThan(before);
    expect(loads).toBe(1);
  });

  it("is left alone by what does not concern it", async () => {
    await open("/posts/plain/");
    await page.evaluate(() => document.body.setAttribute("data-mine", "yes"));
    write("other", "Another, changed.");
    await expect.poll(() => server.textAt("/posts/other/")).toContain("Another, changed.");
    // Its page comes first; its Markdown comes of the whole build, which tells each page what has changed.
    await expect.poll(() => server.textAt("/posts/other/index.md")).toContain("Another, changed.");
    await expect.poll(() => server.printed()).toContain("posts/other.md changed");
    expect(await page.locator("body").getAttribute("data-mine")).toBe("yes");
    write("plain", "Two.");
    await expect.poll(() => textOf()).toContain("Two.");
    expect(await page.locator("body").getAttribute("data-mine")).toBeNull();
    await expect.poll(() => relatedOnes().count()).toBe(0);
  });

  it("leads by a key to what the workshop tells about it, and back, but not while somebody types", async () => {
    await open("/posts/plain/");
    await page.keyboard.press("w");
    await page.waitForURL(server.url("/.workshop/posts/plain/"));
    await expect.poll(() => textOf("body")).toContain("posts/plain.md");
    await page.keyboard.press("w");
    await page.waitForURL(server.url("/posts/plain/"));
    await page.evaluate(() => {
      const field = document.body.appendChild(document.createElement("input"));
      field.focus();
    });
    await page.keyboard.type("we");
    expect(await page.locator("body > input").inputValue()).toBe("we");
    expect(page.url()).toBe(server.url("/posts/plain/"));
  });

  it("that gets another name is gone, and is there under that name", async () => {
    await open("/posts/plain/");
    renameSync(at("posts/plain.md"), at("posts/renamed.md"));
    await expect.poll(() => page.title()).toContain("Not found");
    const old = page;
    await open("/posts/renamed/");
    expect(await textOf()).toContain("Two.");
    renameSync(at("posts/renamed.md"), at("posts/plain.md"));
    page = old;
    await expect.poll(() => textOf()).toContain("Two.");
  });

  it("in a folder shows the folder that took its place", async () => {
    write("folder/index", "In the first folder.");
    await expect.poll(() => server.statusAt("/posts/folder/")).toBe(200);
    await open("/posts/folder/");
    mkdirSync(at("drawer"));
    writeFileSync(at("drawer/index.md"), textWith("In the second folder."));
    rmSync(at("posts/folder"), { recursive: true });
    renameSync(at("drawer"), at("posts/folder"));
    await expect.poll(() => textOf()).toContain("In the second folder.");
  });

  it("shows what is wrong with it, with the whole hint on the screen, and itself again", async () => {
    await open("/posts/plain/");
    write("plain", `[x](www.${"long-".repeat(40)}.example)`);
    const alert = page.getByRole("alert");
    await expect.poll(() => alert.count()).toBe(1);
    expect(await alert.textContent()).toContain(".example)");
    const isCut = () => alert.evaluate(({ scrollWidth, clientWidth }) => scrollWidth > clientWidth);
    await expect.poll(isCut).toBe(false);
    write("plain", "Three.");
    await expect.poll(() => textOf()).toContain("Three.");
  });
});

describe("a page that is open shows", () => {
  it("settings that are changed, broken and whole again", async () => {
    await open("/");
    const settings = at("_data/site.ts");
    const whole = readFileSync(settings, "utf8");
    writeFileSync(settings, whole.replace(/tagline: ".*"/, 'tagline: "with another tagline"'));
    await expect.poll(() => textOf(".tagline")).toBe("with another tagline");
    writeFileSync(settings, whole.replace("tagline:", "tagline: {"));
    await expect.poll(() => page.title()).toBe("This site can’t be made");
    writeFileSync(settings, whole);
    await expect.poll(() => textOf(".tagline")).toBe("a fixture");
  });

  it("a component", async () => {
    await open("/posts/plain/");
    const component = at("src/theme/components/colophon.tsx");
    const whole = readFileSync(component, "utf8");
    const heading = '<Say view={view} phrase="colophon" />';
    expect(whole).toContain(heading);
    writeFileSync(component, whole.replace(heading, "Imprint"));
    await expect.poll(() => textOf("footer h2")).toBe("Imprint");
    writeFileSync(component, whole.replace(heading, `<${heading}`));
    await expect.poll(() => page.title()).toBe("The build failed");
    expect(await textOf("pre")).toMatch(/^src\/theme\/components\/colophon\.tsx:\d+:\d+ /);
    expect(await textOf("pre")).not.toMatch(/^\s+at /m);
    writeFileSync(component, whole.replace("export function", 'throw new Error("On purpose");\nexport function'));
    await expect.poll(() => textOf("pre")).toContain("On purpose");
    writeFileSync(component, whole);
    await expect.poll(() => textOf("footer h2")).toBe("Colophon");
  });

  it("a style sheet", async () => {
    await open("/posts/plain/");
    const sheet = at("src/theme/styles/base.css");
    writeFileSync(sheet, `${readFileSync(sheet, "utf8")}\nh1 { letter-spacing: 7px; }\n`);
    await expect
      .poll(() => page.locator("h1").evaluate((heading) => getComputedStyle(heading).letterSpacing))
      .toBe("7px");
  });

  it("a browser script", async () => {
    await open("/posts/plain/");
    const script = at("src/theme/client/site.ts");
    writeFileSync(script, `${readFileSync(script, "utf8")}\ndocument.body.dataset["script"] = "changed";\n`);
    await expect.poll(() => page.locator("body").getAttribute("data-script")).toBe("changed");
  });
});

it("a page whose server was started again shows what has changed meanwhile", async () => {
  await open("/posts/plain/");
  const { port } = new URL(server.url("/"));
  server.process.kill("SIGTERM");
  await expect.poll(() => server.statusAt("/")).toBe(0);
  write("plain", "Written without a server.");
  await start(engine, { engine, port: Number(port) });
  await expect.poll(() => textOf()).toContain("Written without a server.");
});

function at(path: string): string {
  return join(engine, path);
}

function write(slug: string, markdown: string): void {
  mkdirSync(join(at(`posts/${slug}.md`), ".."), { recursive: true });
  writeFileSync(at(`posts/${slug}.md`), textWith(markdown));
}

function textWith(markdown: string): string {
  return `---\ntitle: Written\ndate: 2026-01-01\n---\n\n${markdown}\n`;
}
