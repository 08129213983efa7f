/** A browser page that takes note of whatever goes wrong in it, and of when it has come to rest. */
import type { Browser, BrowserContext, BrowserContextOptions, Page, Request } from "playwright-core";
import { expect, onTestFinished, vi } from "vitest";

export interface WatchedPage {
  page: Page;
  /** Console errors and warnings, exceptions, requests that failed or were answered with an error. */
  faults: string[];
  /** Resolves when the page is loaded and its fonts are, and when it has asked for nothing more since. */
  settled: () => Promise<void>;
}

/** How long to wait for what ought to come, in milliseconds: long, for machines that are busy. */
export const TIMEOUT_MS = 30_000;
/** Less than a hook may take, in milliseconds. */
const CLOSE_MS = 60_000;

interface Shared {
  readonly context: Promise<BrowserContext>;
  /** Of what its pages have shown that are closed, and that is not forgotten yet. */
  readonly origins: Set<string>;
}

/** By their options. A new one takes half a second of a processor, a page in one that is there a tenth. */
const contexts = new Map<string, Shared>();

/** A page whose storage is empty; it is closed when the test is done. */
export async function openPage(browser: Browser, options: BrowserContextOptions = {}): Promise<WatchedPage> {
  const key = JSON.stringify(options);
  const shared = contexts.get(key) ?? { context: browser.newContext(options), origins: new Set() };
  contexts.set(key, shared);
  const page = await (await shared.context).newPage();
  page.setDefaultTimeout(TIMEOUT_MS);
  await forgetAll(page, shared.origins);
  const origins = originsOf(page);
  onTestFinished(async () => {
    for (const origin of origins) shared.origins.add(origin);
    if (await endsWithin(CLOSE_MS, leave(page))) return;
    // Whatever is left in the context is of no concern to those who get a new one.
    if (contexts.get(key) === shared) contexts.delete(key);
    page.context().close().catch(ignore);
  });
  return { page, faults: faultsOf(page), settled: restOf(page) };
}

/** What pages that are closed have stored: one that is closing may store something more. */
async function forgetAll(page: Page, origins: Set<string>): Promise<void> {
  if (origins.size === 0) return;
  const session = await page.context().newCDPSession(page);
  for (const origin of origins) await session.send("Storage.clearDataForOrigin", { origin, storageTypes: "all" });
  await session.detach();
  origins.clear();
}

/** Of all that it has shown, growing. */
function originsOf(page: Page): ReadonlySet<string> {
  const origins = new Set<string>();
  page.on("framenavigated", (frame) => {
    const { origin } = new URL(frame.url());
    if (origin !== "null") origins.add(origin);
  });
  return origins;
}

/**
 * The page is left first. Chromium never answers a request to close a page that is just loading itself again, nor closes it, and
 * six such pages hold all the connections that a context may have to a server.
 */
async function leave(page: Page): Promise<void> {
  // A page that loads itself again at that moment interrupts this.
  await vi.waitFor(() => page.goto("about:blank"), { timeout: CLOSE_MS, interval: 10 });
  await page.close();
}

/** False where it fails, too. */
async function endsWithin(milliseconds: number, task: Promise<void>): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const isLate = new Promise<boolean>((resolve) => {
    timer = setTimeout(() => resolve(false), milliseconds);
  });
  const isDone = task.then(
    () => true,
    () => false,
  );
  return Promise.race([isDone, isLate]).finally(() => clearTimeout(timer));
}

function ignore(): void {}

function faultsOf(page: Page): string[] {
  const faults: string[] = [];
  page.on("pageerror", (error) => faults.push(String(error)));
  page.on("console", (message) => {
    if (["error", "warning"].includes(message.type())) faults.push(`${message.type()}: ${message.text()}`);
  });
  page.on("requestfailed", (request) => {
    const error = request.failure()?.errorText;
    // What is still under way when a reader goes on to another page is not a fault.
    if (error !== "net::ERR_ABORTED") faults.push(`${request.url()}: ${error}`);
  });
  page.on("response", (response) => {
    if (response.status() >= 400) faults.push(`${response.url()}: ${response.status()}`);
  });
  return faults;
}

function restOf(page: Page): () => Promise<void> {
  const pending = new Set<Request>();
  let asked = 0;
  page.on("request", (request) => {
    asked += 1;
    pending.add(request);
  });
  page.on("requestfinished", (request) => pending.delete(request));
  page.on("requestfailed", (request) => pending.delete(request));
  return async () => {
    await page.waitForLoadState("load");
    for (let before = -1; before !== asked; ) {
      before = asked;
      await expect.poll(() => pending.size, { interval: 10, timeout: TIMEOUT_MS }).toBe(0);
      await page.evaluate(rest);
    }
  };
}

/** Runs in the page: two frames are painted, and nothing is left to be done. */
export async function rest(): Promise<void> {
  await document.fonts.ready;
  const frame = () => new Promise((done) => requestAnimationFrame(done));
  await frame();
  await frame();
  await new Promise((done) => requestIdleCallback(done));
}
