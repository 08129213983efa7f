/** `npm start` with a site that is wrong: what is wrong stands in the browser, and all the rest is shown. */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { copyFixture } from "../support/built-fixture.ts";
import { type DevServer, useDevServers } from "../support/dev-server.ts";
import { useTemporaryFolder } from "../support/temporary-folder.ts";

const folder = useTemporaryFolder();
const start = useDevServers();
const site = join(folder, "site");
let server: DevServer;

beforeAll(async () => {
  copyFixture("everything", site);
  server = await start(site);
});

describe("a post that breaks while it is written", () => {
  const post = join(site, "posts/bare.md");
  const page = "/posts/bare/";

  it("shows what is wrong in its place, with the line, and nowhere else", async () => {
    const whole = readFileSync(post, "utf8");
    writeFileSync(post, `${whole}\n<script>alert(1)</script>\n`);
    await expect.poll(() => server.textAt(page)).toContain("&lt;script> is not allowed in a page");
    expect(await server.textAt(page)).toContain("&lt;script>alert(1)");
    expect(await server.textAt("/posts/features/")).not.toContain("is not allowed in a page");
    writeFileSync(post, whole);
    await expect.poll(() => server.textAt(page)).not.toContain("is not allowed in a page");
  });

  it("shows it where its front matter can't be read at all", async () => {
    const whole = readFileSync(post, "utf8");
    writeFileSync(post, whole.replace("title:", "titel:"));
    await expect.poll(() => server.textAt(page)).toContain("did you mean &quot;title&quot;?");
    writeFileSync(post, whole);
    await expect.poll(() => server.textAt(page)).not.toContain("did you mean");
  });
});

it("a site whose settings are wrong says so at every address until they are fixed", async () => {
  const other = join(folder, "other");
  copyFixture("withheld", other);
  const settings = join(other, "_data/site.ts");
  writeFileSync(settings, readFileSync(settings, "utf8").replace("language:", "langauge:"));
  expect(await (await start(other)).textAt("/posts/")).toContain("did you mean &quot;language&quot;?");
});
