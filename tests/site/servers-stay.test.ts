/** Web servers with the files that `wellformed host` writes lead nowhere but to the site itself, whatever slashes an address has. */
import { chmodSync, mkdirSync } from "node:fs";
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

const OLD = { from: "/old/", to: "/posts/first/", file: "redirects", standIn: { kind: "none", why: "name" } } as const;
const PAGES = ["index.html", "404.html", "posts/index.html", "posts/first/index.html", "other.example/index.html"];

const POLICY = "frame-ancestors 'none'";

const SITES = ["/", "/blog/"].map((base) => {
  const name = `site-${base.length}`;
  const root = join(folder, name);
  const url = `https://served.example${base}`;
  const policies = [[{ below: "/posts/" }, POLICY] as const];
  const site = servedSite({
    url,
    hsts: true,
    noindex: false,
    policies,
    feeds: [],
    redirects: [OLD],
    pages: [],
    editions: [],
  });
  return { base, root, site, files: join(folder, `files-${name}`) };
});

/** With `B` for the path that the site is published at, less its last slash. */
const ADDRESSES = [
  "B//posts",
  "B///posts",
  "B//posts/first",
  "B//posts?a=1",
  "B//old",
  "B//old/",
  "//B/posts",
  "//B",
  "//other.example",
  "//other.example/",
  "//other.exampleB/posts",
  "//other.exampleB/../posts",
  "//other.example/..B/posts",
  "//other.example/%2e%2eB/posts",
  "//other.example/.%2E/B/posts/first",
  "//other.example/.B/posts",
  "//other.example/%2e/..B/posts",
  "///other.example/../..B/posts",
  "/./B/posts",
  "/.//other.example",
  "/..//other.example",
  "B/posts/../posts",
  "B/./posts",
  "B/posts/./first",
  "B/posts/.",
  "B/posts/..",
  "B/posts/first/..",
  "B/posts/%2e%2e/posts",
  "B/old/../old",
  "/%2fother.example",
  "/%2Fother.exampleB/..B/posts",
  "/%2f%2fother.example",
  "/%252fother.example",
  "B/posts/%252e%252e/posts",
  "/\\other.example",
  "/%5cother.example",
  "/%5Cother.example/..B/posts",
  "/\\other.example/..B/posts",
  "B/%2fposts",
  "B/%5cposts",
  "B/posts%2ffirst",
];

describeServers((server) => {
  describe.each(SITES)("serving a site at $base", ({ base, root, site, files }) => {
    let running: RunningServer;

    beforeAll(async () => {
      mkdirSync(root, { recursive: true });
      writePages(join(root, base), PAGES);
      writePages(root, ["other.example/index.html"]);
      writeHostFiles(site, [server, "apache"], files);
      const serving = { root, files: join(files, server), work: join(folder, `work-${server}-${base.length}`) };
      expect(complaintsOf(server, serving)).toBe("");
      running = await startServer(server, serving);
    });
    afterAll(() => running?.stop());

    it.each(ADDRESSES)("answers %s with no address of another site", async (address) => {
      const asked = address.replaceAll("B", base.slice(0, -1));
      const { status, headers } = await rawRequest(running.port, asked);
      expect(status).toBeLessThan(500);
      if (headers.location === undefined) return;
      expect(status).toBe(301);
      const location = headers.location.replace(running.url, "");
      // What a browser reads as another host's, or as a path that it has to work out.
      expect(location).toMatch(/^\/(?![/\\])/);
      expect(location.replace(/\?.*/, "")).not.toMatch(/\/\/|\\|%5c|%2f|\/(\.|%2e){1,2}(\/|$)/i);
      expect(new URL(location, running.url + asked).origin).toBe(running.url);
    });

    it.each([
      "B/posts/first/",
      "B//posts/first/",
      "B/./posts/first/",
      "B/posts//first/",
      "//other.example/..B/posts/first/",
      "B/%2fposts/first/",
    ])("sends no page at %s without its policy", async (address) => {
      const { status, headers } = await rawRequest(running.port, address.replaceAll("B", base.slice(0, -1)));
      if (address === "B/posts/first/") expect(status).toBe(200);
      if (status === 200) expect(headers["content-security-policy"]).toBe(POLICY);
    });

    it.each([
      ["B/posts", "B/posts/"],
      ["B/posts/first?a=1", "B/posts/first/?a=1"],
      ["B/posts?to=//other.example/..", "B/posts/?to=//other.example/.."],
    ])("adds the slash to %s", async (from, to) => {
      const at = (address: string) => address.replaceAll("B", base.slice(0, -1));
      const { status, headers } = await rawRequest(running.port, at(from));
      expect([status, headers.location?.replace(running.url, "")]).toEqual([301, at(to)]);
      expect(headers["content-type"] ?? "text/html").toMatch(/^text\/html/);
    });
  });
});
