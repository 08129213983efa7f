/** What a link or an image leads to, among the files of a site. */
import { mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import { join, relative } from "node:path";
import { expect, it } from "vitest";
import { resolverFor } from "../../src/reading/link-resolver.ts";
import { useTemporaryFolder } from "../support/temporary-folder.ts";

const folder = useTemporaryFolder();
const siteDir = join(folder, "site");
mkdirSync(join(siteDir, "posts"), { recursive: true });
mkdirSync(join(folder, "elsewhere"));
writeFileSync(join(folder, "elsewhere/a.txt"), "a");
writeFileSync(join(siteDir, "posts/a.txt"), "a");
symlinkSync("../elsewhere", join(siteDir, "linked"));
symlinkSync("a.txt", join(siteDir, "posts/b.txt"));

const map = { siteDir, pathOfFile: new Map(), withheld: new Map(), broken: new Set<string>() };
const resolve = resolverFor({ file: "posts/x.md", path: "/posts/x/" }, map);

it("a file of the site is one", () => {
  expect(resolve("a.txt")).toEqual({ kind: "asset", file: "posts/a.txt", path: "/posts/x/a.txt" });
});

it.each([
  ["b.txt", "names posts/b.txt, which is not a plain file"],
  ["../linked/a.txt", "names linked/a.txt, which is not a plain file"],
  ["a%00\u00e9.txt", "names posts/a\0\u00e9.txt, which does not exist"],
  ["../linked", "names linked, which is not a plain file"],
  ["../../elsewhere/a.txt", '"../elsewhere/a.txt" lies outside the site'],
  ["%2e%2e/%2e%2e/elsewhere/a.txt", '"../elsewhere/a.txt" lies outside the site'],
])("%s is none", (target, message) => {
  expect(resolve(target)).toEqual({ kind: "missing", message });
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
  const beside = resolverFor({ file: relativeTo(join(within, "x.md")), path: "/posts/x/" }, map);
  expect(beside(`${encodeURIComponent(COMPOSED)}/${written}`)).toEqual({
    kind: "asset",
    file: relativeTo(join(within, DECOMPOSED, onDisk)),
    path: `/posts/x/${COMPOSED}`,
  });
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
  expect(resolve(written)).toEqual({ kind: "asset", file: `posts/${onDisk}`, path: `/posts/x/${published}` });
});

it("a post that a Mac named is found", () => {
  const pathOfFile = new Map([[`posts/${"\u00fcber".normalize("NFD")}.md`, "/posts/\u00fcber/"]]);
  const ofMac = resolverFor({ file: "posts/x.md", path: "/posts/x/" }, { ...map, pathOfFile });
  expect(ofMac("\u00fcber.md#a")).toEqual({ kind: "page", path: "/posts/\u00fcber/", anchor: "a" });
});

function relativeTo(path: string): string {
  return relative(siteDir, path).replaceAll("\\", "/");
}
