/** What each test of a browser relies on: it gets a page of its own, and what an earlier one has opened and stored is gone. */
import { beforeAll, expect, it } from "vitest";
import { useBrowser } from "../support/browser.ts";
import { listen } from "../support/served-site.ts";
import { openPage } from "../support/watched-page.ts";

const { browser } = useBrowser();
/** Of these tests alone. */
const options = { locale: "en-NZ" };
/** As many as may hold connections to a server, and one more. */
const pages = Array.from({ length: 7 }, (_, number) => number);
const RESTLESS = `<!doctype html><p>x<script>
localStorage.setItem("a", "b");
new EventSource("/events");
setTimeout(() => location.reload(), 20);
</script>`;
let at: (path: string) => string;
/** How often the restless page was asked for. */
let loads = 0;

beforeAll(async () => {
  at = await listen(({ url }, response) => {
    if (url === "/events") response.writeHead(200, { "content-type": "text/event-stream" }).write(": hello\n\n");
    else {
      if (url === "/") loads += 1;
      response.writeHead(200, { "content-type": "text/html" }).end(url === "/" ? RESTLESS : "<p>x");
    }
  });
});

it.each(pages)("a page that loads itself again and again is closed at its test's end (%i)", async () => {
  const { page } = await openPage(browser(), options);
  const before = loads;
  await page.goto(at("/"), { waitUntil: "commit" });
  await expect.poll(() => loads).toBeGreaterThan(before + 2);
});

it("none of them is left, nor what they have stored", async () => {
  const { page } = await openPage(browser(), options);
  await page.goto(at("/still"));
  expect(page.context().pages()).toEqual([page]);
  expect(await page.evaluate(() => localStorage.length)).toBe(0);
});
