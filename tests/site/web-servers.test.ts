/**
 * Sites on the web servers of this machine, with the files that `wellformed host` writes as they are. A server that is not
 * installed is skipped, and named.
 */
import { chmodSync, existsSync, mkdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { mediaTypeOf } from "../../src/publish/hosts/media-types.ts";
import { AT, FIXTURES } from "../support/built-fixture.ts";
import { filesOf } from "../support/built-site.ts";
import { describeServers } from "../support/describe-servers.ts";
import { decoded, type RawAnswer, rawRequest } from "../support/raw-request.ts";
import { runBuild, runCommand } from "../support/run-build.ts";
import { useTemporaryFolder } from "../support/temporary-folder.ts";
import { complaintsOf, type RunningServer, SERVERS, type ServerName, startServer } from "../support/web-servers.ts";

const folder = useTemporaryFolder();
// A server that was started as root reads it as nobody.
chmodSync(folder, 0o755);
const SITE = join(FIXTURES, "served");

/** What each sends compressed. */
const CODINGS: Record<ServerName, readonly string[]> = {
  nginx: ["br", "gzip"],
  apache: ["br", "gzip"],
  caddy: ["br", "gzip", "zstd"],
  lighttpd: ["br", "gzip"],
};

const SITES = [
  { name: "a site of its own", base: "/", url: "https://served.example/" },
  { name: "a site in a folder", base: "/blog/", url: "https://served.example/blog/" },
].map((site, at) => ({
  ...site,
  root: join(folder, `root-${at}`),
  out: join(folder, `root-${at}`, site.base),
  files: join(folder, `files-${at}`),
}));

beforeAll(async () => {
  for (const { url, out, files } of SITES) {
    mkdirSync(dirname(out), { recursive: true });
    const host = { SITE_URL: url };
    const build = await runBuild(["--site", SITE, "--out", out.replace(/\/$/, ""), "--at", AT, "--compress"], host);
    expect(build.code, build.output).toBe(0);
    for (const server of SERVERS) {
      const written = await runCommand("host", [
        server,
        join(files, server),
        "--site",
        SITE,
        "--out",
        out.replace(/\/$/, ""),
      ]);
      expect(written.code, written.output).toBe(0);
    }
  }
});

describeServers((server) => {
  describe.each(SITES)("serving $name", ({ base, root, out, files }) => {
    const serving = { root, files: join(files, server), work: join(folder, `work-${server}-${base.length}`) };
    let running: RunningServer;
    const ask = (path: string, headers: Record<string, string> = {}, method = "GET") =>
      rawRequest(running.port, onTheWire(base + path.slice(1)), headers, method);
    /** Of a redirect of this site, from its base path on. */
    const locationOf = ({ headers }: RawAnswer) => headers.location?.replace(running.url, "");

    beforeAll(async () => {
      expect(complaintsOf(server, serving)).toBe("");
      running = await startServer(server, serving);
    });
    afterAll(() => running?.stop());

    const addresses = () =>
      filesOf(out)
        .filter((file) => !isCopy(out, file) && !/^_(headers|redirects)$/.test(file) && !standsIn(out, file))
        .map((file) => ({ file, path: addressOf(file) }));

    it("sends every file, with its type and each header", async () => {
      for (const { file, path } of addresses()) {
        const answer = await ask(path);
        expect(answer.status, path).toBe(200);
        expect(answer.bytes.equals(readFileSync(join(out, file))), path).toBe(true);
        const type = typeOf(file);
        if (type) expect([path, answer.headers["content-type"]]).toEqual([path, type]);
        expect(headersOf(answer), path).toEqual({
          "x-content-type-options": "nosniff",
          "referrer-policy": "strict-origin-when-cross-origin",
          "permissions-policy": expect.stringContaining("camera=()"),
          "cross-origin-opener-policy": "same-origin",
          "strict-transport-security": "max-age=31536000",
          "cache-control": isNamedByContent(file) ? "public, max-age=31536000, immutable" : "no-cache",
        });
        // lighttpd 1.4.69 names it with what is compressed; where it is set before, nothing of that is kept.
        const varies = isText(file) && server !== "lighttpd" && (server !== "nginx" || hasCopy(out, file));
        expect(answer.headers.vary, path).toBe(varies ? "Accept-Encoding" : undefined);
      }
    });

    it.each(["identity", ...CODINGS[server]])(
      "answers 304 to both validators of %s, and HEAD as GET",
      async (coding) => {
        for (const { file, path } of addresses()) {
          const accept = { "accept-encoding": coding };
          const answer = await ask(path, accept);
          expect(answer.status, path).toBe(200);
          const sent = answer.headers["content-encoding"] ?? "identity";
          if (server === "lighttpd") expect([coding, "identity"], path).toContain(sent);
          else expect([path, sent]).toEqual([path, hasCopy(out, file, coding) ? coding : "identity"]);
          expect(decoded(answer).equals(readFileSync(join(out, file))), path).toBe(true);
          const head = await ask(path, accept, "HEAD");
          // lighttpd 1.4.69 compresses nothing for HEAD.
          const shown = server === "lighttpd" ? answer.headers.etag?.replace(/-(br|gzip)"$/, '"') : answer.headers.etag;
          expect([head.status, head.bytes.length, head.headers.etag], path).toEqual([200, 0, shown]);
          const { etag = "", "last-modified": modified = "" } = answer.headers;
          expect(etag, path).not.toBe("");
          expect(modified, path).not.toBe("");
          const conditions: Record<string, string>[] = [{ "if-none-match": etag }, { "if-modified-since": modified }];
          for (const condition of [...conditions, { ...conditions[0], ...conditions[1] }]) {
            const again = await ask(path, { ...accept, ...condition });
            expect([path, condition, again.status, again.bytes.length]).toEqual([path, condition, 304, 0]);
            expect(again.headers["cache-control"], path).toBe(answer.headers["cache-control"]);
          }
          const other = await ask(path, { ...accept, "if-none-match": '"another"' });
          expect(other.status, path).toBe(200);
        }
      },
    );

    it("has another validator for each coding", async () => {
      const etags = await Promise.all(
        ["identity", ...CODINGS[server]].map(
          async (coding) => (await ask("/posts/first/", { "accept-encoding": coding })).headers.etag,
        ),
      );
      expect(new Set(etags).size).toBe(etags.length);
    });

    it.each([
      ["gzip, deflate, br", "br"],
      // lighttpd 1.4.69 does not look at weights.
      ["gzip, deflate, br;q=0", server === "lighttpd" ? "br" : "gzip"],
      ["br;q=0, gzip;q=0", server === "lighttpd" ? "br" : undefined],
      ["gzip;q=0.5", "gzip"],
      ["brotli", undefined],
      ["identity", undefined],
    ])("to Accept-Encoding: %s sends %s", async (accept, coding) => {
      const answer = await ask("/posts/first/", { "accept-encoding": accept });
      expect(answer.headers["content-encoding"]).toBe(coding);
    });

    it.each(["gzip", "br"])("sends %s to a proxy, too", async (coding) => {
      const answer = await ask("/posts/first/", { "accept-encoding": coding, via: "1.1 cdn.example" });
      expect(answer.headers["content-encoding"]).toBe(coding);
    });

    it.each(REDIRECTS)("leads %s to %s", async (from, to) => {
      const answer = await ask(from);
      expect([answer.status, locationOf(answer)]).toEqual([301, to.startsWith("/") ? base + to.slice(1) : to]);
      expect(answer.headers["x-content-type-options"]).toBe("nosniff");
    });

    it.each(GONE)("says of %s that it is gone, with the page for it", async (path) => {
      const answer = await ask(path);
      expect(answer.status).toBe(410);
      expect(answer.headers["content-type"]).toBe("text/html; charset=utf-8");
      expect(answer.headers.location).toBeUndefined();
      expect(answer.bytes.equals(readFileSync(join(out, "404.html")))).toBe(true);
    });

    it.each([
      "/nope",
      "/nope/",
      "/posts/nope/",
      "/posts/first/nope.css",
      "/aXb+c/",
      "/group/a/",
      "/index.php?id=125",
      "/_headers",
      "/_redirects",
    ])("says of %s that it is not there, with the page for it", async (path) => {
      for (const coding of ["identity", "br"]) {
        const answer = await ask(path, { "accept-encoding": coding });
        expect(answer.status).toBe(404);
        expect(answer.headers["content-type"]).toBe("text/html; charset=utf-8");
        expect(answer.headers["cache-control"]).toBe("no-cache");
        expect(answer.headers["content-security-policy"]).toContain("frame-ancestors 'none'");
        expect(decoded(answer).equals(readFileSync(join(out, "404.html")))).toBe(true);
      }
    });

    it.each(["/feed.xml/", "/feed.xml/posts/", "/index.html/x"])("sends no file at %s, below a file", async (path) => {
      // lighttpd 1.4.69 says so itself, in words of its own.
      expect((await ask(path)).status).toBe(server === "lighttpd" ? 403 : 404);
    });

    it("lets a page that is not there have its styles and scripts", async () => {
      const html = readFileSync(join(out, "404.html"), "utf8");
      const [, own = ""] = /http-equiv="Content-Security-Policy" content="([^"]*)"/.exec(html) ?? [];
      const digests = own.replaceAll("&#39;", "'").match(/'sha256-[^']+'/g) ?? [];
      expect(digests).not.toEqual([]);
      for (const path of ["/nope/", "/posts/nope/"]) {
        const policy = (await ask(path)).headers["content-security-policy"] ?? "";
        // A policy that has only who may frame the page leaves the rest to the page's own.
        if (policy.includes("script-src")) for (const digest of digests) expect(policy, path).toContain(digest);
      }
    });

    it("sends each page with its policy, once, and nobody may frame it", async () => {
      for (const path of ["/", "/posts/first/", "/tags/größe/", "/search/", "/2016/My-Page"]) {
        const { lines } = await ask(path);
        const policies = lines.filter(([name]) => name.toLowerCase() === "content-security-policy");
        expect(policies, path).toHaveLength(1);
        expect(policies[0]?.[1], path).toContain("frame-ancestors 'none'");
      }
    });

    it("lets search's worker compile, and nothing else", async () => {
      const worker = filesOf(out).find((file) => /^assets\/search-worker-[^/]*\.js$/.test(file)) ?? "";
      const { headers } = await ask(`/${worker}`);
      expect(headers["content-type"]).toBe("text/javascript; charset=utf-8");
      expect(headers["content-security-policy"]).toBe(
        "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'",
      );
      const policies = await Promise.all(
        addresses().map(async ({ path }) => (await ask(path)).headers["content-security-policy"]),
      );
      expect(policies.filter((policy) => policy?.includes("wasm-unsafe-eval"))).toHaveLength(1);
      expect((await ask("/pagefind/wasm.en.pagefind")).headers["content-type"]).toBe("application/octet-stream");
      expect((await ask("/files/module.wasm")).headers["content-type"]).toBe("application/wasm");
    });

    it.each([
      ["/posts", "/posts/"],
      ["/posts?a=1&b=%20", "/posts/?a=1&b=%20"],
      ["/tags/größe?a=1", "/tags/gr%c3%b6%c3%9fe/?a=1"],
    ])("adds the slash to %s and keeps its query", async (from, to) => {
      const answer = await ask(from);
      expect(answer.status).toBe(301);
      expect(locationOf(answer)?.replace(/%[\dA-F]{2}/g, (code) => code.toLowerCase())).toBe(base + to.slice(1));
    });

    it.each([
      ["bytes=0-99", 206, "bytes 0-99/10240", 100],
      ["bytes=-100", 206, "bytes 10140-10239/10240", 100],
      ["bytes=10000-", 206, "bytes 10000-10239/10240", 240],
      // lighttpd 1.4.69 and Apache 2.4.71 do not say how long the file is.
      ["bytes=20000-", 416, /lighttpd|apache/.test(server) ? undefined : "bytes */10240", undefined],
    ])("sends %s of a film", async (range, status, contentRange, length) => {
      const answer = await ask("/files/clip.mp4", { range });
      expect([answer.status, answer.headers["content-range"]]).toEqual([status, contentRange]);
      if (length !== undefined) expect(answer.bytes.length).toBe(length);
    });

    it("sends a part only of the film that a player has begun with", async () => {
      const { headers } = await ask("/files/clip.mp4");
      const range = { range: "bytes=0-99" };
      expect((await ask("/files/clip.mp4", { ...range, "if-range": headers.etag ?? "" })).status).toBe(206);
      expect((await ask("/files/clip.mp4", { ...range, "if-range": '"another"' })).status).toBe(200);
    });

    it("offers what is compressed for download as it is", async () => {
      const answer = await ask("/files/export.json.gz", { "accept-encoding": "br, gzip" });
      expect([answer.headers["content-type"], answer.headers["content-encoding"]]).toEqual([
        "application/gzip",
        undefined,
      ]);
    });
  });
});

const REDIRECTS = [
  ["/old/", "/posts/first/"],
  ["/old?a=1", "/posts/first/?a=1"],
  ["/old/?a=1&b=%2F", "/posts/first/?a=1&b=%2F"],
  ["/Posts/First/", "/posts/first/"],
  ["/2016/03/My-Post.html", "/posts/first/"],
  ["/2016/03/a-title-that-is-so-long-that-no-map-of-a-server-holds-it-without-being-told-to/", "/posts/first/"],
  ["/with-anchor/", "/posts/first/#part"],
  ["/with-anchor/?a=1", "/posts/first/?a=1#part"],
  ["/with-query/", "/search/?q=nginx"],
  ["/with-query/?a=1", "/search/?q=nginx&a=1"],
  ["/with-both/", "/search/?q=nginx#part"],
  ["/with-both/?a=1", "/search/?q=nginx&a=1#part"],
  ["/elsewhere/", "https://other.example/a?b=%241&c=%7Bd%7D#e"],
  ["/elsewhere/?z=1", "https://other.example/a?b=%241&c=%7Bd%7D&z=1#e"],
  ["/?p=7", "/posts/first/"],
  ["/?utm=1&p=7", "/posts/first/"],
  ["/?p=8", "/posts/gr%C3%B6%C3%9Fe/"],
  ["/?page=2&p=7", "/posts/gr%C3%B6%C3%9Fe/"],
  ["/?P=a&x-y=b", "/posts/first/"],
  ["/?x-y=b&P=a", "/posts/first/"],
  ["/?7", "/posts/gr%C3%B6%C3%9Fe/"],
  ["/index.php?id=1.5", "/posts/first/"],
  ["/feed/", "/feed.xml"],
  ["/feed", "/feed.xml"],
  ["/rss.xml", "/feed.xml"],
  ["/tag/größe/", "/tags/gr%C3%B6%C3%9Fe/"],
  ["/tag/gr%c3%b6%C3%9Fe/", "/tags/gr%C3%B6%C3%9Fe/"],
  ["/東京/", "/tags/%E6%9D%B1%E4%BA%AC/"],
  ["/a.b+c/", "/posts/first/"],
  ["/$1/$host/", "/posts/first/"],
  ["/it's/", "/posts/first/"],
  ["/it%27s/", "/posts/first/"],
  ['/"quoted"/', "/posts/first/"],
  ["/{braces}/{$HOME}/", "/posts/first/"],
  ["/{braces}/{$HOME}/?a=1", "/posts/first/?a=1"],
  ["/(group|other)/[a-z]/", "/posts/first/"],
  ["/^caret/", "/posts/first/"],
  ["/my%20old%20post/", "/posts/first/"],
  ["/50%25/", "/posts/first/"],
  ["/c%23/", "/posts/first/"],
  ["/~ida;v=1,2@x!&=/", "/posts/first/"],
  ["/plain", "/posts/first/"],
  ["/plain/", "/posts/first/"],
] as const;

const GONE = ["/cv.pdf", "/gone/", "/gone", "/gone/?a=1", "/?p=9", "/?a=1&p=9"];

const ENDINGS = /\.(br|gz|zst)$/;

function isCopy(out: string, file: string): boolean {
  return ENDINGS.test(file) && existsSync(join(out, file.replace(ENDINGS, "")));
}

function hasCopy(out: string, file: string, coding?: string): boolean {
  const endings = { br: "br", gzip: "gz", zstd: "zst" };
  return Object.entries(endings).some(
    ([name, ending]) => (coding ?? name) === name && existsSync(join(out, `${file}.${ending}`)),
  );
}

/** At an old address: servers that have rules redirect instead. */
function standsIn(out: string, file: string): boolean {
  if (/^(rss\.xml$|feed\/|tag\/|東京\/)/.test(file)) return true;
  return file.endsWith(".html") && readFileSync(join(out, file), "utf8").includes('http-equiv="refresh"');
}

function addressOf(file: string): string {
  if (file === "2016/My-Page.html") return "/2016/My-Page";
  return `/${file.replace(/(^|\/)index\.html$/, "$1")}`;
}

/** As a browser asks for it: what is encoded already stays. */
function onTheWire(path: string): string {
  return path.replace(/[^!$&'()*+,./0-9:;=?@A-Z[\]_a-z~%^|{}-]|%(?![\dA-Fa-f]{2})/g, (mark) =>
    encodeURIComponent(mark),
  );
}

function typeOf(file: string): string | undefined {
  const named: [RegExp, string][] = [
    [/(^|\/)feed\.xml$|^rss\.xml$/, "application/rss+xml; charset=utf-8"],
    [/(^|\/)atom\.xml$/, "application/atom+xml; charset=utf-8"],
    [/(^|\/)feed\.json$/, "application/feed+json"],
    [/^opensearch\.xml$/, "application/opensearchdescription+xml; charset=utf-8"],
    [/^feed\/index\.xml$/, "application/rss+xml; charset=utf-8"],
    [/^\.well-known\/security\.txt$/, "text/plain; charset=utf-8"],
  ];
  return named.find(([pattern]) => pattern.test(file))?.[1] ?? mediaTypeOf(file)?.type;
}

function isText(file: string): boolean {
  return mediaTypeOf(file)?.isText === true;
}

function isNamedByContent(file: string): boolean {
  return /^(assets|pagefind\/(fragment|index|filter|words|pages))\//.test(file);
}

const CHECKED = [
  "x-content-type-options",
  "referrer-policy",
  "permissions-policy",
  "cross-origin-opener-policy",
  "strict-transport-security",
  "cache-control",
];

function headersOf({ headers }: RawAnswer): Record<string, unknown> {
  return Object.fromEntries(CHECKED.map((name) => [name, headers[name]]));
}
