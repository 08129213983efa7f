/** A Chromium (the one that the set-up found), one for all test files of a process, and the notebook to look at. */
import { readFileSync } from "node:fs";
import { type Browser, chromium } from "playwright-core";
import { beforeAll, inject } from "vitest";
import { serve } from "./served-site.ts";

const FLAGS = [
  "--no-sandbox",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--no-first-run",
  "--disable-quic",
];

/** Both end with the process. */
let launched: Promise<Browser> | undefined;
let served: Promise<(path: string) => string> | undefined;

/** Call at a test file's top: the browser, and the addresses of the notebook's pages, are there once its tests run. */
export function useBrowser(): { browser: () => Browser; url: (path: string) => string } {
  let browser: Browser;
  let address: (path: string) => string;
  beforeAll(async () => {
    launched ??= chromium.launch({ executablePath: browserPath(), args: FLAGS });
    served ??= serve(inject("notebook"));
    [browser, address] = await Promise.all([launched, served]);
  });
  return { browser: () => browser, url: (path) => address(path) };
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
