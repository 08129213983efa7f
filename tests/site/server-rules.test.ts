/** Any address that a redirect may lead from is read by web servers as what it is, whatever their configuration makes of its letters. */
import { chmodSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { encodedAddress, oldAddressOf } from "../../src/content/old-address.ts";
import { redirectOf } from "../../src/content/redirect.ts";
import { servedSite } from "../../src/publish/hosts/served-site.ts";
import { rawRequest } from "../support/raw-request.ts";
import { writeHostFiles, writePages } from "../support/served-files.ts";
import { useTemporaryFolder } from "../support/temporary-folder.ts";
import { complaintsOf, programOf, SERVERS, startServer } from "../support/web-servers.ts";

const folder = useTemporaryFolder();
chmodSync(folder, 0o755);

const MARKS = [
  ..."\"'`$(){}[]^~;:,=+@!&|<>.-_",
  "%20",
  "%25",
  "%23",
  "%3F",
  "$1",
  // biome-ignore lint/suspicious/noTemplateCurlyInString: a server might take it for one of its variables.
  "${x}",
  "{$HOME}",
  "%{HOST}",
  "\\d",
  "ü",
  "東",
  "a",
  "B",
  "7",
];
const segment = fc.array(fc.constantFrom(...MARKS), { minLength: 1, maxLength: 6 }).map((marks) => marks.join(""));
const path = fc
  .tuple(fc.array(segment, { minLength: 1, maxLength: 3 }), fc.constantFrom("/", ""))
  .map(([segments, end]) => `/x${segments.join("/")}${end}`);
const query = fc
  .tuple(fc.constantFrom("p", "cat", "a-b"), fc.constantFrom("7", "1.5", "a+b", "(x)", "$1", "%C3%BC"))
  .map((pair) => pair.join("="));
const address = fc.oneof(
  path,
  fc.tuple(path, query).map((parts) => parts.join("?")),
);
const target = fc.oneof(
  fc.constantFrom("/posts/a/", "/posts/a/#part", "/search/?q=a&b=%22#c", "https://other.example/a?b=$1&c={d}%20e"),
  path.map((one) => encodedAddress(one.replaceAll("\\", ""))),
);

const COUNT = 150;
const seed = Number(process.env["SEED"] ?? 7);
const written = fc.sample(fc.tuple(address, target), { numRuns: COUNT, seed });

/** What differs by capitals or by its last slash alone may not lead to two places. */
function rulesFrom(pairs: readonly (readonly [string, string])[]) {
  const byKey = new Map<string, ReturnType<typeof redirectOf>>();
  for (const [from, to] of pairs) {
    const read = oldAddressOf(from);
    if (read === undefined || /[\s\p{Cc}]/u.test(to)) continue;
    const key = read.toLowerCase().replace(/\/$/, "");
    if (!byKey.has(key)) byKey.set(key, redirectOf(from, to));
  }
  return [...byKey.values()].map((redirect) => ({ ...redirect, standIn: { kind: "none", why: "name" } as const }));
}

const redirects = rulesFrom(written);
const policies = ["/a.b/", "/größe/", "/(c)/", "/d+e/", "/~f,@!/"].map(
  (below) => [{ below }, `default-src 'none' https://${below.length}.example`] as const,
);
const site = servedSite({
  url: "https://served.example/",
  hsts: true,
  noindex: false,
  policies,
  feeds: [["feed.xml", "application/rss+xml"]],
  redirects,
  pages: ["/2016/a.b+c"],
  editions: [],
});

describe(`${redirects.length} redirects (seed ${seed})`, () => {
  it("are enough", () => expect(redirects.length).toBeGreaterThan(COUNT / 3));

  it.each(SERVERS.filter(programOf))("are read by %s", async (server) => {
    const root = join(folder, "root");
    writePages(root, ["404.html"]);
    writeHostFiles(site, [server, "apache"], folder);
    const serving = { root, files: join(folder, server), work: join(folder, `work-${server}`) };
    expect(complaintsOf(server, serving)).toBe("");
    const running = await startServer(server, serving);
    try {
      const answers = [];
      for (const { from } of redirects) {
        const { status, headers } = await rawRequest(running.port, onTheWire(encodedAddress(from)));
        answers.push([from, status, plain(headers.location?.replace(running.url, "") ?? "")]);
      }
      expect(answers).toEqual(
        redirects.map(({ from, to }) => [from, 301, plain(to.startsWith("/") ? encodedTarget(to) : to)]),
      );
    } finally {
      await running.stop();
    }
  });
});

function encodedTarget(to: string): string {
  const [, path = "", rest = ""] = /^([^?#]*)(.*)$/s.exec(to) ?? [];
  return encodedAddress(path) + rest;
}

/** Marks that mean the same encoded and not. */
function plain(address: string): string {
  return address.replace(
    /%(?:22|24|27|28|29|5B|5D|5E|60|7B|7C|7D|7E|21|2C|3B|3A|3D|40|26|2B|3C|3E)/gi,
    decodeURIComponent,
  );
}

/** As Node sends it: encodedAddress leaves marks that browsers send as they are. */
function onTheWire(path: string): string {
  return path.replace(/[^\x21-\x7e]/g, encodeURIComponent);
}
