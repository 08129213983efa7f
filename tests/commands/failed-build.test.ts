/** A build that fails leaves what was published as it was. */
import { appendFileSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { AT, copyFixture } from "../support/built-fixture.ts";
import { filesOf, fingerprintOf } from "../support/built-site.ts";
import { runBuild } from "../support/run-build.ts";
import { useTemporaryFolder } from "../support/temporary-folder.ts";

const folder = useTemporaryFolder();

describe("a site that was published, and whose next build fails", () => {
  const site = join(folder, "site");
  const out = join(folder, "out");
  let before: Record<string, string>;

  beforeAll(async () => {
    copyFixture("everything", site);
    expect((await build()).code).toBe(0);
    before = fingerprintOf(out);
  });

  it("for one broken post, is as it was, byte for byte", async () => {
    const post = join(site, "posts/bare.md");
    const whole = readFileSync(post, "utf8");
    appendFileSync(post, "\n[nowhere](nothing.md)\n");
    expect(await build()).toEqual({
      code: 1,
      output: expect.stringContaining("posts/bare.md:7:11 links to posts/nothing.md"),
    });
    expect(fingerprintOf(out)).toEqual(before);
    writeFileSync(post, whole);
  });

  it("for settings that can't be read, is as it was, byte for byte, and the file is named", async () => {
    const settings = join(site, "_data/site.ts");
    const whole = readFileSync(settings, "utf8");
    writeFileSync(settings, whole.replace("};", ""));
    expect(await build()).toEqual({
      code: 1,
      output: expect.stringMatching(/^_data\/site\.ts:\d+:\d+ can't be read: /m),
    });
    expect(fingerprintOf(out)).toEqual(before);
    writeFileSync(settings, whole);
  });

  it("has nothing else left beside it", () => {
    expect(new Set(filesOf(folder).map((file) => file.split("/")[0]))).toEqual(new Set(["site", "out"]));
  });

  function build() {
    return runBuild(["--site", site, "--out", out, "--at", AT]);
  }
});

it("a content folder that is itself a link is refused", async () => {
  const site = join(folder, "elsewhere");
  copyFixture("everything", site);
  rmSync(join(site, "projects"), { recursive: true });
  symlinkSync("/etc", join(site, "projects"));
  rmSync(join(site, "pages/about.md"));
  symlinkSync("/etc/hostname", join(site, "pages/about.md"));
  const { code, output } = await runBuild(["--site", site, "--out", join(folder, "elsewhere-out"), "--at", AT]);
  expect(code).toBe(1);
  expect(output).toContain("projects is a symbolic link or no folder at all");
  expect(output).toContain("pages/about.md is a symbolic link or no file at all");
});

it("symbolic links in the content folders are refused by name, wherever they lead", async () => {
  const site = join(folder, "linked");
  copyFixture("everything", site);
  writeFileSync(join(folder, "outside.md"), "---\ntitle: Outside\ndate: 2026-01-01\n---\n\nText.\n");
  symlinkSync("../../outside.md", join(site, "posts/outside.md"));
  symlinkSync("bare.md", join(site, "posts/again.md"));
  symlinkSync(".", join(site, "posts/circle"));
  symlinkSync("nothing.md", join(site, "projects/gone.md"));
  const { code, output } = await runBuild(["--site", site, "--out", join(folder, "linked-out"), "--at", AT]);
  expect(code).toBe(1);
  expect(
    output
      .split("\n")
      .map((line) => line.split(" or ")[0])
      .filter(Boolean),
  ).toEqual([
    "4 problems in the content:",
    "posts/again.md is a symbolic link",
    "posts/circle is a symbolic link",
    "posts/outside.md is a symbolic link",
    "projects/gone.md is a symbolic link",
    "Nothing was published; what was there before is as it was.",
  ]);
});

it.each([
  ["a module that it imports can't be parsed", { "more.ts": "export const title = 'x';\nexport const = 2;\n" }, "_data/more.ts:2:14 can't be read: "],
  ["it fails while it is run", { "more.ts": "interface Long {\n  a: string;\n}\nexport const title: Long = undefined.a;\n" }, "_data/more.ts:4:38 can't be read: TypeError: "],
  ["a function of another module fails", { "more.ts": "type A = { b: string };\nexport const title = parse('{');\nfunction parse(text: string): A {\n  return JSON.parse(text);\n}\n" }, "_data/more.ts:4:15 can't be read: SyntaxError: "],
  ["it fails as an ECMAScript module", { "../package.json": '{ "type": "module" }', "more.ts": "await 0;\ntype A = 1;\nexport const title: A = undefined.a;\n" }, "_data/more.ts:3:35 can't be read: TypeError: "],
  ["what it imports is not there", {}, "_data/site.ts:1:23 can't be read: "],
])("settings where %s: the file is named, with its line", async (name, files, problem) => {
  const site = join(folder, name.replaceAll(/\W/g, "-"));
  copyFixture("everything", site);
  for (const [file, text] of Object.entries(files)) writeFileSync(join(site, "_data", file), text);
  const settings = join(site, "_data/site.ts");
  writeFileSync(settings, `import { title } from "./more.ts";\n${readFileSync(settings, "utf8")}\nexport { title };\n`);
  const { code, output } = await runBuild(["--site", site, "--out", join(folder, "faults"), "--at", AT]);
  expect(output).toContain(`\n${problem}`);
  expect(code).toBe(1);
}); // biome-ignore format: one fault a line
