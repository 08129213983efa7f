/** The workshop of `npm start`: what an author is told about a page while it is written, and where its file is. */

import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { get } from "node:http";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { beforeAll, describe, expect, it, vi } from "vitest";
import { editorAddress } from "../../src/commands/dev/editor-address.ts";
import { copyFixture } from "../support/built-fixture.ts";
import { filesOf } from "../support/built-site.ts";
import { type DevServer, useDevServers } from "../support/dev-server.ts";
import { runBuild } from "../support/run-build.ts";
import { useTemporaryFolder } from "../support/temporary-folder.ts";

const folder = useTemporaryFolder();
const start = useDevServers();
const site = join(folder, "a site");
let server: DevServer;

beforeAll(async () => {
  vi.stubEnv("VISUAL", "code --wait");
  copyFixture("withheld", site);
  const later = "title: Later project\nkind: open source\nsummary: S.\norder: 3\ndate: 2999-01-01";
  writeFileSync(join(site, "projects/later.md"), `---\n${later}\n---\n\nText.\n`);
  writeFileSync(
    join(site, "posts/linking.md"),
    "---\ntitle: Linking\ndate: 2026-01-11\n---\n\nTo [one](published.md) and [another](https://a.example/).\n",
  );
  server = await start(site, { args: ["--at", "2026-02-01T00:00:00Z"] });
});

describe("a page of the workshop", () => {
  it("tells what a page is made of and what others see of it", async () => {
    const text = await server.textAt("/.workshop/posts/linking/");
    expect(text).toContain(`<a href="vscode://file${pathToFileURL(join(site, "posts/linking.md")).pathname}:1">`);
    expect(text).toContain("4 words, 1 minute to read");
    expect(text).toContain("1 to pages of the site, 1 to other sites");
    expect(text).toMatch(
      /In search<\/h2>\n<p><strong>Linking<\/strong><br>\n.*2026-01-11<br>\nTo one and another\.<\/p>/,
    );
    expect(text).toMatch(/<iframe sandbox [^>]*srcdoc="&lt;p&gt;To &lt;a href=&quot;http:[^"]*published\/&quot;/);
    expect(await server.textAt("/.workshop/posts/published/")).toContain("from 1 published page");
    const [, image = ""] = /<img src="([^"]+)"/.exec(text) ?? [];
    expect(await server.statusAt(image)).toBe(200);
  });

  it("says which page is a draft or comes later, as its page and the lists do", async () => {
    expect(await server.textAt("/.workshop/posts/draft/")).toContain("<strong>draft, not published</strong>");
    expect(await server.textAt("/.workshop/posts/due-in-march/")).toContain(
      "<strong>scheduled, not published</strong>",
    );
    expect(await server.textAt("/posts/draft/")).toContain("draft, not published");
    expect(await server.textAt("/posts/due-in-march/")).toContain("not published before its date");
    expect((await server.textAt("/projects/")).match(/>(?:open source · )?[^<]*(draft|scheduled)\s*</g)).toHaveLength(
      2,
    );
  });

  it("of the home page lists all pages, and one of a list or of no page says so", async () => {
    const home = await server.textAt("/.workshop/");
    expect(home).toContain('<a href="/.workshop/posts/draft/">Drafted</a> <strong>draft</strong>');
    expect(await server.textAt("/.workshop")).toBe(home);
    expect(await server.textAt("/.workshop/posts/")).toContain("No file is its own");
    expect(await server.textAt("/.workshop/no/such/page/")).toContain("There is no page at this address");
  });

  it("has what is wrong with the site, with its place, until it is put right", async () => {
    const post = join(site, "posts/published.md");
    const whole = readFileSync(post, "utf8");
    expect(await server.textAt("/.workshop/")).toContain("No problems.");
    writeFileSync(post, `${whole}\n[x](nothing-there.md) <b>&\n`);
    await expect.poll(() => server.textAt("/.workshop/posts/draft/")).toMatch(/\d problems?:/);
    const line = whole.split("\n").length + 1;
    expect(await server.textAt("/.workshop/")).toMatch(
      new RegExp(`:${line}">posts/published\\.md:${line}:\\d+ [^\\n]*link-`),
    );
    writeFileSync(post, whole);
    await expect.poll(() => server.textAt("/.workshop/")).toContain("No problems.");
  });

  it("is of no page that is built", async () => {
    const out = join(folder, "out");
    const { code, output } = await runBuild(["--site", site, "--out", out, "--at", "2026-02-01T00:00:00Z"]);
    expect(code, output).toBe(0);
    const html = filesOf(out).filter((file) => file.endsWith(".html"));
    expect(html.length).toBeGreaterThan(5);
    expect(html.filter((file) => /\.workshop|\.dev\/edit/.test(file + readFileSync(join(out, file), "utf8")))).toEqual(
      [],
    );
    rmSync(out, { recursive: true });
  });
});

describe("the way to the editor", () => {
  const ask = (path: string, headers = {}) => answerTo(server.url(path), headers);

  it("leads to the file of a page, from the page and from its page in the workshop", async () => {
    const location = `vscode://file${pathToFileURL(join(site, "posts/draft.md")).pathname}:1`;
    for (const page of ["/posts/draft/", "/.workshop/posts/draft/"]) {
      expect(await ask(`/.dev/edit?page=${encodeURIComponent(page)}`)).toEqual({ status: 302, location });
    }
  });

  it("leads nowhere for a page without a file of its own, and for files that are no pages", async () => {
    for (const page of ["/posts/", "/no/such/", "/../../etc/passwd", "/posts/draft.md", "%ff"]) {
      expect(await ask(`/.dev/edit?page=${encodeURIComponent(page)}`)).toEqual({ status: 404 });
    }
  });

  it("is closed to pages of others, also to those of other servers on this machine", async () => {
    for (const [from, status] of [
      ["cross-site", 403],
      ["same-site", 403],
      ["same-origin", 302],
      ["none", 302],
    ] as const) {
      const answer = await ask("/.dev/edit?page=/posts/draft/", { "sec-fetch-site": from });
      expect({ from, status: answer.status }).toEqual({ from, status });
    }
  });

  it("and the workshop are closed to names of others, where the network can see the site", async () => {
    const shared = await start(site, { args: ["--host", "0.0.0.0"] });
    const statuses = async (headers: Record<string, string>) =>
      Promise.all(
        ["/posts/draft/", "/.workshop/", "/.dev/edit?page=/posts/draft/"].map(
          async (path) => (await answerTo(shared.url(path).replace("localhost", "127.0.0.1"), headers)).status,
        ),
      );
    expect(await statuses({ host: "localhost" })).toEqual([200, 200, 302]);
    expect(await statuses({ host: "rebound.example" })).toEqual([200, 403, 403]);
    const [, address] = /and (http:\/\/[\d.]+:\d+)/.exec(shared.printed()) ?? [];
    if (address) expect((await fetch(`${address}/.workshop/`)).status).toBe(403);
  });

  it("is that of the editor that the environment names, in its own form", () => {
    const file = resolve("/sites/a b/über.md");
    const path = pathToFileURL(file).pathname;
    const of = (environment: NodeJS.ProcessEnv) => editorAddress(file, 7, environment);
    expect(of({})).toBe(`vscode://file${path}:7`);
    expect(of({ EDITOR: "vim", VISUAL: "/usr/bin/codium -w" })).toBe(`vscodium://file${path}:7`);
    expect(of({ EDITOR: "C:\\Programs\\code.cmd" })).toBe(`vscode://file${path}:7`);
    expect(of({ EDITOR: "idea" })).toBe(`idea://open?file=${path}&line=7`);
    expect(of({ EDITOR: "mate -w" })).toBe(`txmt://open?url=${encodeURIComponent(pathToFileURL(file).href)}&line=7`);
    for (const EDITOR of ["vim", "nano", "emacs -nw", "constructor"]) expect(of({ EDITOR })).toBe(undefined);
  });
});

function answerTo(url: string, headers: Record<string, string>): Promise<{ status?: number; location?: string }> {
  return new Promise((done, fail) => {
    get(url, { headers }, (response) => {
      response.resume();
      const { statusCode: status, headers } = response;
      done({ ...(status && { status }), ...(headers.location && { location: headers.location }) });
    }).on("error", fail);
  });
}
