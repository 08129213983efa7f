/** A browser page that takes note of whatever goes wrong in it. */
import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { onTestFinished } from "vitest";

export interface WatchedPage {
  page: Page;
  /** Console errors and warnings, exceptions, requests that failed or were answered with an error. */
  faults: string[];
}

/** How long to wait for what ought to come, in milliseconds: long, for machines that are busy. */
export const PATIENCE = 15_000;

/** A page with storage of its own, closed when the test is done. */
export async function openPage(browser: Browser, options: BrowserContextOptions = {}): Promise<WatchedPage> {
  const context = await browser.newContext(options);
  onTestFinished(() => context.close());
  context.setDefaultTimeout(PATIENCE);
  const page = await context.newPage();
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
  return { page, faults };
}
