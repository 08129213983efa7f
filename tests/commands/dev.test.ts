/** `npm start` with a site that is wrong: what is wrong stands in the browser, and all the rest is shown. */
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { readFileSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { copyFixture } from "../support/built-fixture.ts";
import { useTemporaryFolder } from "../support/temporary-folder.ts";

const folder = useTemporaryFolder();
const site = join(folder, "site");
const running: ChildProcess[] = [];
let origin: string;

beforeAll(async () => {
  copyFixture("everything", site);
  origin = await start(site);
});
afterAll(() => {
  for (const child of running) child.kill("SIGKILL");
});

describe("a post that breaks while it is written", () => {
  const post = join(site, "posts/bare.md");
  const nobody = "/posts/bare/";

  it("shows what is wrong in its place, with the line, and nowhere else", async () => {
    const whole = readFileSync(post, "utf8");
    writeFileSync(post, `${whole}\n<script>alert(1)</script>\n`);
    await expect.poll(() => textAt(nobody)).toContain("&lt;script> is not allowed in a page");
    expect(await textAt(nobody)).toContain("&lt;script>alert(1)");
    expect(await textAt("/posts/features/")).not.toContain("is not allowed in a page");
    writeFileSync(post, whole);
    await expect.poll(() => textAt(nobody)).not.toContain("is not allowed in a page");
  });

  it("shows it where its front matter can't be read at all", async () => {
    const whole = readFileSync(post, "utf8");
    writeFileSync(post, whole.replace("title:", "titel:"));
    await expect.poll(() => textAt(nobody)).toContain("did you mean &quot;title&quot;?");
    writeFileSync(post, whole);
    await expect.poll(() => textAt(nobody)).not.toContain("did you mean");
  });
});

it("a site whose settings are wrong says so at every address until they are mended", async () => {
  const other = join(folder, "other");
  copyFixture("withheld", other);
  const settings = join(other, "_data/site.ts");
  writeFileSync(settings, readFileSync(settings, "utf8").replace("language:", "langauge:"));
  origin = await start(other);
  expect(await textAt("/posts/")).toContain("did you mean &quot;language&quot;?");
});

async function textAt(path: string): Promise<string> {
  const response = await fetch(origin + path).catch(() => undefined);
  return (await response?.text()) ?? "";
}

/** Resolves with the site's origin once something is served there. */
async function start(siteDir: string): Promise<string> {
  const port = await freePort();
  const args = ["--import", "tsx", "src/commands/dev.ts", "--no-search", "--site", siteDir];
  const out = join(siteDir, ".cache/dev");
  const child = spawn(process.execPath, [...args, "--out", out, "--port", String(port)], { stdio: "ignore" });
  running.push(child);
  const at = `http://localhost:${port}`;
  await vi.waitFor(() => fetch(at), { timeout: 50_000, interval: 200 });
  return at;
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0);
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, "close");
  return port;
}
