/** Timelines as they are drawn. */
import { expect, it } from "vitest";
import { useBrowser } from "../support/browser.ts";
import { openPage } from "../support/watched-page.ts";

const { browser, url } = useBrowser();

it("only a session that waits is drawn as waiting: a null in a result stays in its cell", async () => {
  const { page } = await openPage(browser());
  await page.goto(url("/posts/set-local/"));
  for (const width of [360, 1280]) {
    await page.setViewportSize({ width, height: 800 });
    const styles = await page.locator(".timeline td i").evaluateAll((nulls) =>
      nulls.map((element) => {
        const { position, borderInlineStartStyle } = getComputedStyle(element);
        return [position, borderInlineStartStyle];
      }),
    );
    expect(styles.length).toBeGreaterThan(0);
    for (const style of styles) expect(style).toEqual(["static", "none"]);
  }
});
