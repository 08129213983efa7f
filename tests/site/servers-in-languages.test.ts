/** Web servers with the files that `wellformed host` writes say that a page is not there in the language of its folder. */
import { chmodSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { servedSite } from "../../src/publish/hosts/served-site.ts";
import { describeServers } from "../support/describe-servers.ts";
import { rawRequest } from "../support/raw-request.ts";
import { writeHostFiles, writePages } from "../support/served-files.ts";
import { useTemporaryFolder } from "../support/temporary-folder.ts";
import { complaintsOf, type RunningServer, startServer } from "../support/web-servers.ts";

const folder = useTemporaryFolder();
// A server that was started as root reads it as nobody.
chmodSync(folder, 0o755);

const PAGES = ["", "ar/", "zh-hant/"].flatMap((root) => [`${root}index.html`, `${root}404.html`]);
const GONE = { to: "gone", file: "redirects", standIn: { kind: "none", why: "name" } } as const;
const LED = { from: "/ar/old/", to: "/ar/", file: "redirects", standIn: { kind: "none", why: "name" } } as const;

const SITES = ["/", "/größe/"].map((base) => {
  const name = `site-${base.length}`;
  const site = servedSite({
    url: new URL(base, "https://served.example").href,
    hsts: true,
    noindex: false,
    policies: [
      ...["ar", "zh-hant", "posts"].map((top) => [{ below: `/${top}/` }, policyOf(top)] as const),
      [{ path: "/404.html" }, policyOf("main")],
    ],
    feeds: [["feed.xml", "application/rss+xml"]],
    redirects: [{ ...GONE, from: "/gone/" }, { ...GONE, from: "/ar/gone/" }, LED],
    pages: ["/ar/Bare"],
    editions: ["/", "/ar/", "/zh-hant/"].map((root) => ({ root })),
  });
  return { base, site, root: join(folder, name), files: join(folder, `files-${name}`) };
});

function policyOf(top = ""): string {
  return `default-src https://${top}.example`;
}

describeServers((server) => {
  describe.each(SITES)("serving a site at $base", ({ base, site, root, files }) => {
    let running: RunningServer;
    const ask = (path: string, headers = {}) => rawRequest(running.port, encodeURI(base + path.slice(1)), headers);

    beforeAll(async () => {
      writePages(join(root, base), PAGES);
      writeHostFiles(site, [server, "apache"], files);
      const serving = { root, files: join(files, server), work: join(folder, `work-${server}-${base.length}`) };
      expect(complaintsOf(server, serving)).toBe("");
      running = await startServer(server, serving);
    });
    afterAll(() => running?.stop());

    it.each([
      ["/nope", 404, "404.html"],
      ["/nope/", 404, "404.html"],
      ["/posts/ar/nope/", 404, "404.html"],
      ["/arx/nope/", 404, "404.html"],
      ["/arx", 404, "404.html"],
      ["/gone/", 410, "404.html"],
      ["/ar/nope", 404, "ar/404.html"],
      ["/ar/nope/", 404, "ar/404.html"],
      ["/ar/nope?a=1", 404, "ar/404.html"],
      ["/ar/nope.css", 404, "ar/404.html"],
      ["/ar/nope.png", 404, "ar/404.html"],
      ["/ar/nope/feed.xml", 404, "ar/404.html"],
      ["/ar/zh-hant/nope", 404, "ar/404.html"],
      ["/ar/größe/", 404, "ar/404.html"],
      ["/ar/Bare", 404, "ar/404.html"],
      ["/ar/gone/", 410, "ar/404.html"],
      ["/zh-hant/posts/nope/", 404, "zh-hant/404.html"],
    ])("answers %s with %d and %s", async (path, status, page) => {
      for (const coding of ["identity", "br, gzip"]) {
        const { headers, ...answer } = await ask(path, { "accept-encoding": coding });
        expect([answer.status, answer.bytes.toString()]).toEqual([status, page]);
        expect(headers["content-type"]).toBe("text/html; charset=utf-8");
        expect(headers["cache-control"]).toBe("no-cache");
        expect(headers["x-content-type-options"]).toBe("nosniff");
        const folderOfPage = page.includes("/") ? page.split("/")[0] : "main";
        expect(headers["content-security-policy"]).toBe(policyOf(folderOfPage));
      }
    });

    it("has the pages and redirects of every language as before", async () => {
      for (const path of ["/", "/ar/", "/zh-hant/"]) {
        const { status, bytes } = await ask(path);
        expect([status, bytes.toString()]).toEqual([200, `${path.slice(1)}index.html`]);
      }
      for (const from of ["/ar", "/ar/old/"]) {
        const { status, headers } = await ask(from);
        const location = headers.location
          ?.replace(running.url, "")
          .replace(/%[\dA-F]{2}/gi, (code) => code.toUpperCase());
        expect([status, location]).toEqual([301, encodeURI(`${base}ar/`)]);
      }
    });
  });
});
