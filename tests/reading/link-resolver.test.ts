/** What a link or an image leads to, among the files of a site. */
import { mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { failure, success } from "../../src/content/problems/result.ts";
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
  expect(resolve("a.txt")).toEqual(success({ kind: "asset", file: "posts/a.txt", path: "/posts/x/a.txt" }));
});

it.each([
  ["b.txt", "names posts/b.txt, which is not a plain file"],
  ["../linked/a.txt", "names linked/a.txt, which is not a plain file"],
  ["../linked", "names linked, which is not a plain file"],
  ["../../elsewhere/a.txt", '"../elsewhere/a.txt" lies outside the site'],
  ["%2e%2e/%2e%2e/elsewhere/a.txt", '"../elsewhere/a.txt" lies outside the site'],
])("%s is none", (target, message) => {
  expect(resolve(target)).toEqual(failure({ file: "posts/x.md", message }));
});
