/** The server of development: a page that is open loads itself again when it has become another one, and only then. */
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, describe, expect, it, onTestFinished } from "vitest";
import { type PreviewServer, servePreview } from "../../src/commands/dev/serve-preview.ts";
import { rawRequest } from "../support/raw-request.ts";
import { useTemporaryFolder } from "../support/temporary-folder.ts";

const folder = useTemporaryFolder();
const page = join(folder, "page/index.html");
let server: PreviewServer;

beforeAll(async () => {
  mkdirSync(join(folder, "page"));
  server = await servePreview({ host: "localhost", port: 0, base: "/" });
});

beforeEach(() => {
  writeFileSync(page, "<p>First.");
  show();
});

afterAll(() => server.close());

describe("a page that is open", () => {
  it("hears of it when it has become another one", async () => {
    const changes = await open();
    writeFileSync(page, "<p>Second.");
    show();
    await expect.poll(changes).toBe(1);
  });

  it("hears nothing of a build that writes it, and makes it as it was", async () => {
    const changes = await open(() => writeFileSync(page, ""));
    expect(changes()).toBe(0);
    writeFileSync(page, "<p>First.");
    show();
    await textOfPage();
    writeFileSync(page, "<p>Third.");
    show();
    await expect.poll(changes).toBeGreaterThan(0);
    expect(changes()).toBe(1);
  });

  it("hears of what was shown before it could listen", async () => {
    const changes = await open(() => {
      writeFileSync(page, "<p>Fourth.");
      show();
    });
    await expect.poll(changes).toBe(1);
  });

  it("hears of it, too, when it was loaded while it was being written", async () => {
    writeFileSync(page, "");
    const changes = await open();
    writeFileSync(page, "<p>First.");
    show();
    await expect.poll(changes).toBe(1);
  });
});

describe("a folder without its slash", () => {
  it.each([
    ["/page", "/page/"],
    ["/page?a=1", "/page/?a=1"],
    ["/.//page", "/page/"],
    ["/x/..//page", "/page/"],
    ["/.\\/page", "/page/"],
    ["//page", undefined],
  ])("%s leads to %s, and to no other host", async (from, to) => {
    const { headers } = await rawRequest(Number(new URL(server.urls[0] ?? "").port), from);
    expect(headers.location).toBe(to);
  });
});

describe("an address where nothing is", () => {
  it.each([
    ["/nothing/", "Nicht gefunden"],
    ["/page/nothing/", "Nicht gefunden"],
    ["/ar/nothing/", "غير موجود"],
    ["/ar/posts/nothing.html", "غير موجود"],
    ["/ar", "غير موجود"],
    ["/%2e%2e/nothing/", "Nicht gefunden"],
  ])("%s has the page of its language", async (path, says) => {
    writeFileSync(join(folder, "404.html"), "<p>Nicht gefunden");
    mkdirSync(join(folder, "ar"), { recursive: true });
    writeFileSync(join(folder, "ar/404.html"), "<p>غير موجود");
    show();
    const answer = await fetch(new URL(path, server.urls[0]));
    expect(answer.status).toBe(404);
    expect(await answer.text()).toContain(says);
  });
});

function show(): void {
  server.show({ folder, workshop: async () => undefined });
}

async function textOfPage(): Promise<string> {
  return (await fetch(new URL("/page/", server.urls[0]))).text();
}

/** Loads the page, and listens as its script does. Returns how often it has heard of a change. */
async function open(meanwhile = () => {}): Promise<() => number> {
  const [origin] = server.urls;
  const html = await textOfPage();
  meanwhile();
  const [, events = ""] = /new EventSource\("([^"]*)"/.exec(html) ?? [];
  const end = new AbortController();
  onTestFinished(() => end.abort());
  const { body } = await fetch(new URL(`${events}${encodeURIComponent("/page/")}`, origin), { signal: end.signal });
  let heard = "";
  const reader = body?.pipeThrough(new TextDecoderStream()).getReader();
  const listen = async (): Promise<void> => {
    const { done, value } = (await reader?.read().catch(() => undefined)) ?? { done: true };
    heard += value ?? "";
    if (!done) await listen();
  };
  listen();
  await expect.poll(() => heard).toContain("hello");
  // Whatever there was to say at once is said.
  await textOfPage();
  return () => heard.split("data: changed").length - 1;
}
