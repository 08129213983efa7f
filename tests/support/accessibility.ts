/** Runs axe on a page as it is shown, inside the page itself: none of our pages has frames. */
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type axe from "axe-core";
import type { Page } from "playwright-core";
import { expect } from "vitest";
import { rest } from "./watched-page.ts";

declare global {
  interface Window {
    axe: typeof axe;
  }
}

const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/** A line for each rule and element of a page that has come to rest. */
export async function violationsOn(page: Page): Promise<string[]> {
  await page.waitForLoadState("load");
  await page.evaluate(rest);
  await page.evaluate(AXE);
  const { violations, passes } = await page.evaluate(async () => {
    const { violations, passes } = await window.axe.run(document, { rules: { "target-size": { enabled: true } } });
    return { violations, passes: passes.length };
  });
  expect(passes).toBeGreaterThan(5);
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ html, failureSummary }) => `${id}: ${html} ${failureSummary}`),
  );
}
