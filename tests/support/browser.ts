/** A Chromium (the one that the set-up found) and a server for a built site, both closed when a test file ends. */
import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { type Browser, chromium } from "playwright-core";
import sirv from "sirv";
import { afterAll, beforeAll, inject } from "vitest";

const FLAGS = [
  "--no-sandbox",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--no-first-run",
  "--disable-quic",
];

/** Call at a test file's top: the browser and the default site's origin are there once its tests run. */
export function useBrowser(): { browser: () => Browser; url: (path: string) => string } {
  let browser: Browser | undefined;
  const server = createServer(sirv(inject("defaultSite")));
  beforeAll(async () => {
    browser = await chromium.launch({ executablePath: browserPath(), args: FLAGS });
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  });
  afterAll(async () => {
    await browser?.close();
    server.close();
  });
  return {
    browser: () => browser as Browser,
    url: (path) => `http://127.0.0.1:${(server.address() as AddressInfo).port}${path}`,
  };
}

function browserPath(): string {
  const path = process.env["CHROME_PATH"];
  if (path) return path;
  try {
    return readFileSync(".cache/browser", "utf8");
  } catch {
    throw new Error("no browser for the tests: run npm test, which finds or installs one");
  }
}
