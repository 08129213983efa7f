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

it("names columns as lightly as other results do: no face for code is bold", async () => {
  const { page } = await openPage(browser());
  await page.goto(url("/posts/set-local/"));
  const weights = await page
    .locator(".timeline th")
    .evaluateAll((heads) => heads.map((head) => getComputedStyle(head).fontWeight));
  expect(new Set(weights)).toEqual(new Set(["400"]));
});

it("is walked through step by step: by buttons and by keys, and each step has the focus", async () => {
  const { page } = await openPage(browser(), { viewport: { width: 360, height: 800 } });
  await page.goto(url("/posts/set-local/"));
  const timeline = page.locator(".timeline").first();
  const steps = timeline.locator("li");
  const count = await steps.count();
  expect(count).toBeGreaterThan(2);
  const pale = () => steps.evaluateAll((all) => all.filter((step) => step.style.opacity !== "").length);
  const isFocused = (index: number) => steps.nth(index).evaluate((step) => step === document.activeElement);

  const toggle = timeline.getByRole("button", { name: "Step by step" });
  await toggle.click();
  expect([await isFocused(0), await pale(), await toggle.getAttribute("aria-pressed")]).toEqual([
    true,
    count - 1,
    "true",
  ]);
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("ArrowRight");
  expect([await isFocused(2), await pale()]).toEqual([true, count - 3]);
  await page.keyboard.press("ArrowUp");
  await timeline.getByRole("button", { name: "Previous step" }).click();
  expect([await isFocused(0), await pale()]).toEqual([true, count - 1]);
  await page.keyboard.press("End");
  expect([await isFocused(count - 1), await pale()]).toEqual([true, 0]);
  await timeline.getByRole("button", { name: "Next step" }).click();
  expect(await isFocused(count - 1)).toBe(true);
  await page.keyboard.press("Escape");
  expect(await toggle.evaluate((button) => button === document.activeElement)).toBe(true);
  expect([await pale(), await timeline.locator("[aria-current]").count()]).toEqual([0, 0]);
});

it("is whole for who does not walk, and without scripts", async () => {
  for (const javaScriptEnabled of [true, false]) {
    const { page } = await openPage(browser(), { javaScriptEnabled });
    await page.goto(url("/posts/set-local/"));
    const opacities = await page
      .locator(".timeline li")
      .evaluateAll((all) => [...new Set(all.map((item) => getComputedStyle(item).opacity))]);
    expect(opacities).toEqual(["1"]);
  }
});
