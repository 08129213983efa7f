/** The options of the build command: a wrong one is named, and nothing of value is overwritten. */
import { existsSync, mkdirSync, readlinkSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { AT, copyFixture } from "../support/built-fixture.ts";
import { filesOf } from "../support/built-site.ts";
import { runBuild, runCommand } from "../support/run-build.ts";
import { useTemporaryFolder } from "../support/temporary-folder.ts";

const folder = useTemporaryFolder();
const out = join(folder, "out");

describe("an option that is wrong", () => {
  it.each([
    { args: ["--uot", "x"], says: "--uot" },
    { args: ["posts"], says: "posts" },
    { args: ["--at", "tomorrow"], says: '--at takes a moment such as 2026-11-22T00:00:00Z, not "tomorrow"' },
    { args: ["--site", "no/such/folder"], says: "no/such/folder" },
    { args: ["--path-prefix", "https://example.org/"], says: "--path-prefix takes a path such as /blog/" },
    { args: ["--path-prefix", "/../x"], says: "--path-prefix takes a path such as /blog/" },
    { args: ["--format", "xml"], says: '--format takes text or json, not "xml"' },
  ])("is named, and nothing is built: $args", async ({ args, says }) => {
    const { code, output } = await runBuild(["--out", out, ...args]);
    expect(code).toBe(2);
    expect(output).toContain(says);
    expect(output).toContain("Nothing was published");
    expect(filesOf(folder)).toEqual([]);
  });

  it("is named in a line or two, without the engine's own call stack", async () => {
    const { output } = await runBuild(["--out", out, "--at", "tomorrow"]);
    expect(output.split("\n").filter((line) => /^\s+at /.test(line))).toEqual([]);
  });

  it("is named as what it is where it came from the environment", async () => {
    const { code, output } = await runBuild(["--out", out], { SITE_URL: "not an address" });
    expect(code).toBe(1);
    expect(output).toContain("SITE_URL");
  });
});

describe("an output folder that holds something else", () => {
  it.each([
    { name: "the site itself", out: "site" },
    { name: "its posts", out: "site/posts" },
    { name: "a folder above it", out: "." },
    { name: "someone's documents", out: "documents" },
    { name: "a file", out: "documents/thesis.txt" },
  ])("is refused, and nothing in it is lost: $name", async ({ name, out }) => {
    const home = join(folder, name);
    const site = join(home, "site");
    copyFixture("withheld", site);
    mkdirSync(join(home, "documents"));
    writeFileSync(join(home, "documents/thesis.txt"), "three years of work");
    const before = filesOf(home);
    const { code } = await runBuild(["--site", site, "--out", join(home, out), "--at", AT]);
    const after = filesOf(home);
    expect(before.filter((file) => !after.includes(file))).toEqual([]);
    expect(code).toBe(2);
  });

  it.each([
    { out: "link", says: "is a symbolic link" },
    { out: "dead", says: "is a symbolic link" },
    { out: "circle", says: "is a symbolic link" },
    { out: "circle/out", says: "can't be made" },
    { out: "dead/out", says: "can't be made" },
    { out: "documents/thesis.txt/out", says: "can't be made" },
    { out: "home/posts/out", says: "lies among the site's own files" },
    { out: "home", says: "is a symbolic link" },
  ])("is refused, and so is a link, or what lies behind one: $out", async ({ out, says }) => {
    const home = join(folder, `links-${out.replaceAll("/", "-")}`);
    copyFixture("withheld", join(home, "site"));
    mkdirSync(join(home, "documents"));
    mkdirSync(join(home, "empty"));
    writeFileSync(join(home, "documents/thesis.txt"), "three years of work");
    for (const [link, to] of [
      ["link", "empty"],
      ["dead", "nowhere"],
      ["circle", "circle"],
      ["home", "site"],
    ] as const)
      symlinkSync(to, join(home, link));
    const { code, output } = await runBuild(["--site", join(home, "site"), "--out", join(home, out), "--at", AT]);
    expect(output).toContain(says);
    expect(output).not.toMatch(/^\s+at /m);
    expect(code).toBe(2);
    expect(readlinkSync(join(home, "link"))).toBe("empty");
  });

  it("is not one that a link leads to from above", async () => {
    const home = join(folder, "above");
    copyFixture("withheld", join(home, "site"));
    mkdirSync(join(home, "disk"));
    symlinkSync("disk", join(home, "mount"));
    expect(
      await runBuild(["--site", join(home, "site"), "--out", join(home, "mount/a/out"), "--at", AT]),
    ).toMatchObject({ code: 0, output: expect.stringContaining("pages") });
    expect(filesOf(join(home, "disk"))).toContain("a/out/404.html");
  });
});

it("the folder of a build is the site's own, wherever the command is run", async () => {
  const [site, elsewhere] = [join(folder, "elsewhere-built"), join(folder, "elsewhere")];
  copyFixture("windows", site);
  mkdirSync(elsewhere);
  const run = (command: string, ...args: string[]) => runCommand(command, ["--site", site, ...args], {}, elsewhere);
  const { code, output } = await run("build", "--no-search", "--at", AT);
  expect(code, output).toBe(0);
  expect(output).toContain("../elsewhere-built/_site: ");
  expect((await run("published")).code).toBe(0);
  expect(existsSync(join(site, "_site/index.html"))).toBe(true);
  expect(filesOf(elsewhere)).toEqual([]);
});
