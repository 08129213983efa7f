/** Samples that a page runs by itself: real PostgreSQL in a worker, under the headers that a host sends. */
import { globSync, readFileSync, symlinkSync } from "node:fs";
import { join, resolve } from "node:path";
import { brotliCompressSync } from "node:zlib";
import { beforeAll, describe, expect, it } from "vitest";
import { violationsOn } from "../support/accessibility.ts";
import { useBrowser } from "../support/browser.ts";
import { hostSite } from "../support/host.ts";
import { useServer } from "../support/proven-page.ts";
import { runBuild, runCommand } from "../support/run-build.ts";
import { useTemporaryFolder } from "../support/temporary-folder.ts";
import { openPage } from "../support/watched-page.ts";
import { writeFiles } from "../support/write-files.ts";

const { browser } = useBrowser();
const { url: server } = useServer();
const folder = useTemporaryFolder();
const [site, out] = [join(folder, "site"), join(folder, "out")];
const fence = (info: string, ...lines: string[]) => [`\`\`\`${info}`, ...lines, "```", ""].join("\n");
const settings = {
  ...{ title: "T", url: "https://t.example/", language: "en", description: "D" },
  proofs: { runInPage: true },
};
const POST = [
  "---\ntitle: Jobs\ndate: 2026-01-01\ndescription: D.\n---\n",
  fence("sql proof setup", "CREATE TABLE job (id int, state text);", "CREATE ROLE app;", "GRANT SELECT ON job TO app;"),
  fence("sql proof hidden", "INSERT INTO job VALUES (1, 'it''s; ready'), (2, 'done');"),
  fence('sql proof title="jobs.sql"', "SELECT id, state FROM job ORDER BY id;", "SELECT count(*) AS jobs FROM job;"),
  fence("sql proof fails=42501", "SET ROLE app;", "DELETE FROM job;"),
  fence("sql proof varies=pid", "SELECT pg_backend_pid() AS pid;"),
  fence("sql proof", "SELECT version();"),
  fence("sql proof timeline", "A: SELECT 1;", "B: SELECT 2;"),
  fence("ts proof", "console.log(1);"),
].join("\n");
let at: (path: string) => string;

beforeAll(async () => {
  writeFiles(site, {
    "_data/site.ts": `export default ${JSON.stringify(settings)};\n`,
    "posts/jobs.md": POST,
    "posts/none.md": "---\ntitle: None\ndate: 2026-01-01\ndescription: D.\n---\n\n```sql\nSELECT 1;\n```\n",
  });
  symlinkSync(resolve("node_modules"), join(site, "node_modules"));
  const proven = await runCommand("prove", ["--site", site], { PROVE_DATABASE_URL: server() });
  expect(proven.code, proven.output).toBe(0);
  const built = await runBuild(["--site", site, "--out", out, "--at", "2026-02-01T00:00:00Z", "--no-search"]);
  expect(built.code, built.output).toBe(0);
  at = await hostSite(out);
});

async function open(path = "/posts/jobs/", options: { javaScriptEnabled?: boolean } = {}) {
  const opened = await openPage(browser(), options);
  const asked: string[] = [];
  opened.page.on("request", (request) => asked.push(new URL(request.url()).pathname));
  await opened.page.goto(at(path));
  if (options.javaScriptEnabled ?? true) await opened.settled();
  const buttons = opened.page.getByRole("button", { name: /^Run it/ });
  return { ...opened, asked, buttons };
}

describe("a page that runs its samples", () => {
  it("offers those that were tried and hold, and says what a click loads", async () => {
    const { buttons, asked, faults } = await open();
    await buttons.first().waitFor();
    // The setup, the two of one session, and the one that varies: not what names the server, a timeline or a program.
    expect(await buttons.count()).toBe(4);
    expect(await buttons.first().textContent()).toMatch(/^Run it · 6 MB$/);
    expect(asked.filter((path) => /pglite|run-worker|samples\.json/.test(path))).toEqual([]);
    expect(faults).toEqual([]);
  });

  it("runs the samples up to that one, shows what came, and whether it is what the page says", async () => {
    const { page, buttons, asked, faults } = await open();
    await buttons.nth(1).click();
    const shown = page.locator(".ran");
    await shown.getByText(/^The same here, on PostgreSQL 18\.\d+ \(PGlite/).waitFor({ timeout: 60_000 });
    expect(await shown.locator("pre").textContent()).toBe(
      " id | state\n----+-------------\n  1 | it's; ready\n  2 | done\n(2 rows)\n\n jobs\n------\n    2\n(1 row)\n",
    );
    expect(await buttons.first().textContent()).toBe("Run it");
    // The next one needs nothing more, and has a new database.
    const before = asked.length;
    await buttons.nth(2).click();
    await page.locator(".ran").nth(1).getByText("The same here").waitFor({ timeout: 60_000 });
    expect(await page.locator(".ran").nth(1).locator("pre").textContent()).toBe(
      "ERROR:  42501: permission denied for table job\n",
    );
    expect(asked.slice(before).filter((path) => /pglite|\.js$/.test(path))).toEqual([]);
    expect(faults).toEqual([]);
  });

  it("says that something else came, where it does", async () => {
    const { page, buttons } = await open();
    await page.route("**/samples.json", async (route) => {
      const response = await route.fetch();
      await route.fulfill({ response, body: (await response.text()).replace('"done"', '"gone"') });
    });
    await buttons.nth(1).click();
    await page.locator(".ran").getByText("Something else here").waitFor({ timeout: 60_000 });
  });

  it("says that it could not be run, where it can't be loaded, and can be asked again", async () => {
    const { page, buttons } = await open();
    await page.route("**/pglite-*", (route) => route.abort());
    await buttons.nth(1).click();
    await page.locator(".ran").getByText("It could not be run here").waitFor({ timeout: 60_000 });
    await page.unroute("**/pglite-*");
    await buttons.nth(1).click();
    await page.locator(".ran").getByText("The same here").waitFor({ timeout: 60_000 });
  });

  it("can be used by the keyboard, is announced, keeps the focus, and moves nothing before", async () => {
    const { page, buttons } = await open();
    const top = () => page.locator("footer.colophon").evaluate((element) => element.getBoundingClientRect().top);
    await buttons.nth(1).waitFor();
    const shift = await page.evaluate(
      () =>
        new Promise<number>((resolve) => {
          new PerformanceObserver((list) =>
            resolve(list.getEntries().reduce((sum, entry) => sum + Number(Reflect.get(entry, "value")), 0)),
          ).observe({ type: "layout-shift", buffered: true });
          setTimeout(() => resolve(0), 500);
        }),
    );
    expect(shift).toBe(0);
    const before = await top();
    await buttons.nth(1).focus();
    await page.keyboard.press("Enter");
    await page.locator('.ran[role="status"]').getByText("The same here").waitFor({ timeout: 60_000 });
    expect(await buttons.nth(1).evaluate((button) => document.activeElement === button)).toBe(true);
    expect(await top()).toBeGreaterThan(before);
    expect(await violationsOn(page)).toEqual([]);
  });

  it("has nothing of it without JavaScript, nor where there are no samples", async () => {
    const { page } = await open("/posts/jobs/", { javaScriptEnabled: false });
    expect(await page.getByText("Run it").count()).toBe(0);
    const { asked, buttons, faults } = await open("/posts/none/");
    expect(await buttons.count()).toBe(0);
    expect(asked.filter((path) => path.endsWith(".json"))).toEqual([]);
    expect(faults).toEqual([]);
  });
});

it("the script that a page loads for it is small, and pages are as they were", () => {
  const [script = ""] = globSync("assets/run-[0-9a-f]*.js", { cwd: out });
  expect(brotliCompressSync(readFileSync(join(out, script))).length).toBeLessThan(3000);
  const html = readFileSync(join(out, "posts/jobs/index.html"), "utf8");
  expect(html).not.toMatch(/run-|pglite/);
});
