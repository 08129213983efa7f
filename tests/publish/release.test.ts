/** What a release keeps, and which places there are. */
import { homedir } from "node:os";
import { resolve } from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { destinationOf } from "../../src/publish/releases/destination.ts";
import { isNamedByDigest, keptBy, keptReleases, releaseFrom, releaseText } from "../../src/publish/releases/release.ts";

describe("a file's name has a digest", () => {
  it.each([
    "assets/site-44138924.js",
    "assets/site-44138924.js.br",
    "assets/pictures/lock-0123abcd-640.avif",
    "assets/share/0123456789abcdef.png",
    "pagefind/fragment/en_28c3555.pf_fragment",
    "pagefind/pagefind.en_713f7ece8d.pf_meta",
    "pagefind/words-4693a1cc/paths.txt",
  ])("%s", (path) => expect(isNamedByDigest(path)).toBe(true));
  it.each([
    "index.html",
    "posts/0123abcd/index.html",
    "cafe-4413892.txt",
    "pagefind/pagefind.js",
    "pagefind/wasm.en.pagefind",
    "assets/mono-latin.woff2",
  ])("not %s", (path) => expect(isNamedByDigest(path)).toBe(false));
});

it("a release's record says what was written, of any paths", () => {
  const paths = fc.string({ unit: "grapheme", minLength: 1 }).filter((path) => !/[\n\r\u2028\u2029]/.test(path));
  const kept = fc.array(fc.tuple(paths, fc.nat()));
  fc.assert(
    fc.property(fc.option(fc.constant("20261128T193201Z"), { nil: undefined }), kept, (before, kept) => {
      const release = { before, digest: "abc", kept: new Map(kept) };
      expect(releaseFrom(releaseText(release))).toEqual(release);
    }),
  );
});

it("what a build has again is kept no more, and begins anew when it goes", () => {
  const path = "assets/x-0123abcd.js";
  const kept = new Map([[path, 100]]);
  expect(keptBy(new Set([path]), { kept }, [path], 200)).toEqual(new Map());
  expect(keptBy(new Set(), { kept }, [path], 200)).toEqual(kept);
  expect(keptBy(new Set(), { kept: new Map() }, [path], 200)).toEqual(new Map([[path, 200]]));
  expect(keptBy(new Set(), { kept }, [], 200)).toEqual(new Map());
});

it("what no build has any more is kept for a week", () => {
  const path = "assets/x-0123abcd.js";
  const kept = new Map([[path, 100]]);
  const week = 7 * 24 * 60 * 60;
  expect(keptBy(new Set(), { kept }, [path], 100 + week - 1)).toEqual(kept);
  expect(keptBy(new Set(), { kept }, [path], 100 + week)).toEqual(new Map());
});

it("the live release and those before it stay, in a circle, too", () => {
  const before: Record<string, string> = { e: "d", d: "b", c: "b", b: "a", x: "y", y: "x" };
  expect(keptReleases("e", 5, (name) => before[name])).toEqual(["e", "d", "b", "a"]);
  expect(keptReleases("e", 2, (name) => before[name])).toEqual(["e", "d"]);
  expect(keptReleases("x", 5, (name) => before[name])).toEqual(["x", "y"]);
});

describe("a destination", () => {
  it.each([
    ["www", undefined, resolve("www")],
    ["./a:b", undefined, resolve("a:b")],
    ["/srv/a:b", undefined, "/srv/a:b"],
    ["~/www", undefined, resolve(homedir(), "www")],
    ["~www", undefined, resolve("~www")],
    ["C:\\www", undefined, resolve("C:\\www")],
    ["host:www", "host", "www"],
    ["ada@example.org:/srv/www/", "ada@example.org", "/srv/www"],
    ["ada@example.org:~/www", "ada@example.org", "www"],
    ["ada@[::1]:/srv/www", "ada@[::1]", "/srv/www"],
    ["host:/srv/a:b", undefined, undefined],
  ])("%s", (text, host, folder) => {
    if (folder === undefined) return expect(() => destinationOf(text, "ssh")).toThrow("may have letters");
    expect(destinationOf(text, "ssh -p 22")).toEqual({ name: text, host, folder, ssh: ["ssh", "-p", "22"] });
  });

  it.each([
    "host:",
    "host:/",
    "host:~",
    "host:~/",
    "ho st:/srv",
    "-oProxyCommand=x:/srv",
    "host:$(id)",
    "host:a b",
    "host:-x",
  ])("not %s", (text) => expect(() => destinationOf(text, "ssh")).toThrow());
});
