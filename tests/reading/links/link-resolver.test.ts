/** Links and images are resolved among the files of a site. */
import { mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import { join, relative } from "node:path";
import { expect, it } from "vitest";
import { failure, success } from "../../../src/content/problems/result.ts";
import { resolverFor } from "../../../src/reading/links/link-resolver.ts";
import { useTemporaryFolder } from "../../support/temporary-folder.ts";

const folder = useTemporaryFolder();
const siteDir = join(folder, "site");
mkdirSync(join(siteDir, "posts"), { recursive: true });
mkdirSync(join(folder, "elsewhere"));
writeFileSync(join(folder, "elsewhere/a.txt"), "a");
writeFileSync(join(siteDir, "posts/a.txt"), "a");
symlinkSync("../elsewhere", join(siteDir, "linked"));
symlinkSync("a.txt", join(siteDir, "posts/b.txt"));

const map = {
  siteDir,
  siteUrl: "https://example.org/",
  pathOfFile: new Map(),
  translations: new Map(),
  publicFiles: new Map(),
  withheld: new Map(),
  broken: new Map<string, string>(),
};
const resolve = resolverFor({ file: "posts/x.md", path: "/posts/x/", lang: "en" }, map);

it("a file of the site is one", () => {
  expect(resolve("a.txt")).toEqual(success({ kind: "asset", file: "posts/a.txt", path: "/posts/x/a.txt" }));
});

it.each([
  ["b.txt", "names posts/b.txt, which is not a plain file"],
  ["../linked/a.txt", "names linked/a.txt, which is not a plain file"],
  ["a%00\u00e9.txt", "names posts/a\0\u00e9.txt, which does not exist"],
  ["../linked", "names linked, which is not a plain file"],
  ["../../elsewhere/a.txt", '"../elsewhere/a.txt" lies outside the site'],
  ["%2e%2e/%2e%2e/elsewhere/a.txt", '"../elsewhere/a.txt" lies outside the site'],
])("%s is none", (target, message) => {
  expect(resolve(target)).toMatchObject(failure({ file: "posts/x.md", message }));
});

mkdirSync(join(siteDir, "static/images"), { recursive: true });
writeFileSync(join(siteDir, "static/images/x.png"), "");
mkdirSync(join(siteDir, "posts/b"), { recursive: true });
const known = {
  ...map,
  pathOfFile: new Map([
    ["posts/x.md", "/posts/x/"],
    ["posts/b/index.md", "/posts/b/"],
    ["posts/locks.md", "/notes/on-locks/"],
    ["projects/p.md", "/projects/p/"],
  ]),
};
it.each([
  ["posts/y.md", "de", "locks.md", "/de/posts/locks/"],
  ["posts/y.md", "de-AT", "locks.md", "/de/posts/locks/"],
  ["posts/y.md", "ja", "locks.md", "/notes/on-locks/"],
  ["posts/y.md", "en", "locks.md", "/notes/on-locks/"],
  ["posts/y.md", "en", "locks.de.md", "/de/posts/locks/"],
  ["posts/y.md", "de", "locks.md#waiting", "/notes/on-locks/#waiting"],
  ["posts/y.md", "de", "/notes/on-locks/", "/notes/on-locks/"],
  ["posts/locks.de.md", "de", "locks.md", "/notes/on-locks/"],
  ["posts/locks.md", "en", "locks.de.md", "/de/posts/locks/"],
])("from %s in %s, %s leads to %s", (file, lang, target, address) => {
  const translated = {
    ...known,
    pathOfFile: new Map([...known.pathOfFile, ["posts/locks.de.md", "/de/posts/locks/"]]),
    translations: new Map([["posts/locks.md", new Map([["de", "posts/locks.de.md"]])]]),
  };
  const found = resolverFor({ file, path: "/x/", lang }, translated)(target);
  const { path, anchor } = found.ok && found.value.kind === "page" ? found.value : {};
  expect(`${path}${anchor ? `#${anchor}` : ""}`).toBe(address);
});

const withBroken = { ...known, broken: new Map([["posts/half-read.md", ""]]) };
const hintOf = (target: string) => {
  const found = resolverFor({ file: "posts/x.md", path: "/posts/x/", lang: "en" }, withBroken)(target);
  return found.ok ? found.value.kind : (found.problems[0]?.hint ?? null);
};

it.each([
  ["../b/", "write b/index.md"],
  ["../b", "write b/index.md"],
  ["b", "write b/index.md"],
  ["../half-read/", "write half-read.md"],
  ["b/", "write b/index.md"],
  ["b.html", "write b/index.md"],
  ["B.md", "write b/index.md"],
  ["b.markdown#c", "write b/index.md#c"],
  ["locks.html#why", "write locks.md#why"],
  ["../../notes/on-locks/", "write locks.md"],
  ["2019-01-02-locks.md", "write locks.md"],
  ["/posts/locks.md", "write locks.md"],
  ["/locks.markdown", "write locks.md"],
  ["../projects/p", "write ../projects/p.md"],
  ["..\\projects\\p.md", "write ../projects/p.md"],
  ["@/posts/locks.md", "write locks.md"],
  ["{filename}locks.md", "write locks.md"],
  ["lokcs.md", 'did you mean "posts/locks.md"?'],
  ["www.example.org", "write https://www.example.org"],
  ["example.com/a?b", "write https://example.com/a?b"],
  ["jana@example.org", "write mailto:jana@example.org"],
  ["+49 30 1234567", "write tel:+49301234567"],
  ["img\\x.png", "write / for \\: img/x.png"],
  ["img%5Cx.png", "write / for \\: img/x.png"],
  ["images/x.png", "put static/images/x.png beside the text, and write x.png"],
  ["other/y.png", "put the file beside the text, and write its name"],
  ["A.TXT", 'did you mean "a.txt"?'],
  ["y.png", null],
  ["C:\\x\\y.png", "put the file beside the text, and write its name"],
  ["c:%5Cx%5Cy.png", "put the file beside the text, and write its name"],
  ["file:///x/y.png", "put the file beside the text, and write its name"],
  ["http://localhost:8080/notes/on-locks/#why", "write /notes/on-locks/"],
  ["http://127.0.0.1:3000/posts/b/", "write /posts/b/"],
  ["http://localhost:8080/", "external"],
  ["http://localhost:9090/metrics", "external"],
  ["htp://example.com/x", "write https://example.com/x"],
  ["https:/example.com", "write https://example.com"],
  ["https://", "http, https, mailto and tel may"],
  ["https://exa mple.com/", "http, https, mailto and tel may"],
  ["javascript:alert(1)", "http, https, mailto and tel may"],
  ["locks.md#a#b", "one # is enough"],
])("what was probably meant by %s is said", (target, hint) => {
  expect(hintOf(target)).toBe(hint);
});

it.each([
  ["https://example.org/blog/posts/b/", { path: "/posts/b/" }],
  ["http://example.org/blog/posts/b/#c", { path: "/posts/b/", anchor: "c" }],
  ["https://www.example.org/blog/tags/%E6%97%A5/", { path: "/tags/日/" }],
  ["//example.org/blog/search/?q=x", { path: "/search/", query: "?q=x" }],
  ["HTTPS://EXAMPLE.ORG/blog/posts/b", { path: "/posts/b" }],
  ["https://example.org/blog/", { path: "/" }],
  ["https://example.org/blog", { path: "/" }],
])("a link to the site by its whole address is one to its page: %s", (target, page) => {
  const siteUrl = "https://example.org/blog/";
  const found = resolverFor({ file: "posts/x.md", path: "/posts/x/", lang: "en" }, { ...known, siteUrl })(target);
  expect(found).toEqual(success({ kind: "page", anchor: undefined, ...page }));
});

it.each([
  "https://example.org/app/",
  "https://example.org/blogs/",
  "https://api.example.org/blog/",
  "https://example.org:8080/blog/",
  "mailto:a@example.org",
])("what lies beside the site is another one: %s", (target) => {
  const siteUrl = "https://example.org/blog/";
  expect(
    resolverFor({ file: "posts/x.md", path: "/posts/x/", lang: "en" }, { ...known, siteUrl })(target),
  ).toMatchObject({
    value: { kind: "external" },
  });
});
const COMPOSED = "\u00e9t\u00e9 \u30ac.png";
const DECOMPOSED = COMPOSED.normalize("NFD");

it.each([
  ["on a Mac, linked to from another editor", DECOMPOSED, COMPOSED],
  ["elsewhere, linked to from a Mac", COMPOSED, DECOMPOSED],
  ["on a Mac, linked to in percent signs", DECOMPOSED, encodeURIComponent(COMPOSED)],
])("a file that was named %s, is found, and published in one spelling", (_, onDisk, written) => {
  const within = join(siteDir, "posts", encodeURIComponent(`${onDisk}${written}`).replaceAll("%", "").slice(0, 80));
  mkdirSync(join(within, DECOMPOSED), { recursive: true });
  writeFileSync(join(within, DECOMPOSED, onDisk), "a");
  const beside = resolverFor({ file: relativeTo(join(within, "x.md")), path: "/posts/x/", lang: "en" }, map);
  const file = relativeTo(join(within, DECOMPOSED, onDisk));
  expect(beside(`${encodeURIComponent(COMPOSED)}/${written}`)).toEqual(
    success({ kind: "asset", file, path: `/posts/x/${COMPOSED}` }),
  );
});

it.each([
  ["plan%231.png", "plan#1.png", "plan-1.png"],
  ["plan#2.png", "plan#2.png", "plan-2.png"],
  ["what%3F.png", "what?.png", "what-.png"],
  ["why?.png", "why?.png", "why-.png"],
  ["a%20b%20(c)%20[d].png", "a b (c) [d].png", "a b (c) [d].png"],
  ["100%25.png", "100%.png", "100%.png"],
  ["50%.png", "50%.png", "50%.png"],
  ["x%20y.png", "x%20y.png", "x%20y.png"],
  ["a%2Cb,c.png", "a,b,c.png", "a,b,c.png"],
])("%s is the file %s, published as %s", (written, onDisk, published) => {
  writeFileSync(join(siteDir, "posts", onDisk), "a");
  expect(resolve(written)).toEqual(success({ kind: "asset", file: `posts/${onDisk}`, path: `/posts/x/${published}` }));
});

it("a post that a Mac named is found", () => {
  const pathOfFile = new Map([[`posts/${"\u00fcber".normalize("NFD")}.md`, "/posts/\u00fcber/"]]);
  const ofMac = resolverFor({ file: "posts/x.md", path: "/posts/x/", lang: "en" }, { ...map, pathOfFile });
  expect(ofMac("\u00fcber.md#a")).toEqual(success({ kind: "page", path: "/posts/\u00fcber/", anchor: "a" }));
});

function relativeTo(path: string): string {
  return relative(siteDir, path).replaceAll("\\", "/");
}
