/**
 * What `npm pack` makes is installed outside of the repository, and does there what the sources do here: makes a site, builds
 * the same bytes, serves it, and takes the next version.
 */
import { type ChildProcess, execFile, spawn } from "node:child_process";
import { cpSync, globSync, mkdirSync, readFileSync, renameSync, statSync, writeFileSync } from "node:fs";
import { delimiter, join, resolve } from "node:path";
import { promisify } from "node:util";
import { checkPackage, createPackageFromTarballData } from "@arethetypeswrong/core";
import { publint } from "publint";
import { formatMessage } from "publint/utils";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { fingerprintOf } from "../support/built-site.ts";
import { freePort } from "../support/free-port.ts";
import { type BuildRun, runBuild } from "../support/run-build.ts";
import { useTemporaryFolder } from "../support/temporary-folder.ts";

const MINUTES = 60_000;
/** After whatever is written today. */
const AT = "2100-01-01T00:00:00Z";
const folder = useTemporaryFolder();
const [home, site, unpacked] = ["home", "site", "unpacked"].map((name) => join(folder, name)) as [
  string,
  string,
  string,
];
const manifest = JSON.parse(readFileSync("package.json", "utf8")) as { version: string; dependencies: object };
const packed = join(folder, `wellformed-${manifest.version}.tgz`);

/** That of the machine, whatever runs the tests: what site's owners have. */
const PATH = (process.env["PATH"] ?? "")
  .split(delimiter)
  .filter((part) => !part.includes("node_modules"))
  .join(delimiter);
const ENVIRONMENT = {
  ...process.env,
  PATH,
  CI: "",
  GITHUB_ACTIONS: "",
  npm_config_prefer_offline: "true",
  npm_lifecycle_event: "",
};

beforeAll(async () => {
  await run(["npm", "pack", "--silent", "--pack-destination", folder], ".");
  for (const part of [home, unpacked]) mkdirSync(part);
  await run(["tar", "-xzf", packed, "-C", unpacked], ".");
  writeFileSync(join(home, "package.json"), "{}");
  await run(["npm", "install", "--no-audit", "--no-fund", "--loglevel=error", packed], home);
}, 10 * MINUTES);

describe("the packed engine", () => {
  it("has nothing that publint or attw would have otherwise", async () => {
    const tarball = readFileSync(packed);
    const { messages } = await publint({ pack: { tarball: new Uint8Array(tarball).buffer }, strict: true });
    expect(messages.map((message) => formatMessage(message, {}))).toEqual([]);
    const analysis = await checkPackage(createPackageFromTarballData(tarball));
    if (!analysis.types) throw new Error("it has no types");
    // It is for ES modules: what CommonJS and older resolvers would find is nobody's concern.
    const problems = analysis.problems.filter(
      (problem) => !("resolutionKind" in problem) || /^(node16-esm|bundler)$/.test(problem.resolutionKind),
    );
    expect(problems).toEqual([]);
  });

  it("has what a site needs, and nothing else", () => {
    const files = globSync("**", { cwd: join(unpacked, "package") }).filter((path) =>
      statSync(join(unpacked, "package", path)).isFile(),
    );
    expect(new Set(files.map((path) => path.split("/")[0]))).toEqual(
      new Set(["CHANGELOG.md", "LICENSE", "README.md", "dist", "docs", "package.json"]),
    );
    const scripts = files.filter((path) => path.endsWith(".js"));
    expect(scripts.filter((path) => !files.includes(`${path}.map`))).toEqual([]);
    const strange = files.filter((path) => /test|fixture|\.tsx$|dist\/commands\/(compile|fonts|setup)/.test(path));
    expect(strange).toEqual([]);
    expect(statSync(packed).size).toBeLessThan(2_450_000);
  });

  it("knows which modules it needs: each is among its dependencies", () => {
    const root = join(unpacked, "package/dist");
    const names = globSync("**/*.js", { cwd: root }).flatMap((file) =>
      packagesIn(readFileSync(join(root, file), "utf8")),
    );
    const { dependencies = {}, peerDependencies = {} } = JSON.parse(
      readFileSync(join(unpacked, "package/package.json"), "utf8"),
    ) as Record<string, Record<string, string>>;
    const declared = [...Object.keys(dependencies), ...Object.keys(peerDependencies), "wellformed"];
    expect([...new Set(names)].filter((name) => !declared.includes(name)).sort()).toEqual([]);
  });

  it("makes a site, and is packed beside it", async () => {
    const made = await wellformed(home, ["init", site, "--yes", "--no-install", "--url", "packed.example"]);
    expect(made.code, made.output).toBe(0);
    const { dependencies } = JSON.parse(readFileSync(join(site, "package.json"), "utf8")) as { dependencies: object };
    expect(dependencies).toEqual({ wellformed: `file:wellformed-${manifest.version}.tgz` });
    expect(readFileSync(join(site, `wellformed-${manifest.version}.tgz`)).equals(readFileSync(packed))).toBe(true);
    renameSync(join(home, "node_modules"), join(site, "node_modules"));
  });
});

describe("in a site of its own", () => {
  it("is one in whose modules an editor finds types, and mistakes", async () => {
    const tsc = [process.execPath, resolve("node_modules/typescript/bin/tsc"), "--project", site];
    expect(await run(tsc, site)).toEqual({ code: 0, output: "" });
    const settings = join(site, "_data/site.ts");
    const text = readFileSync(settings, "utf8");
    writeFileSync(settings, text.replace("  title:", "  titel:"));
    const wrong = await run(tsc, site).catch((error: { stdout: string }) => ({ code: 1, output: error.stdout }));
    writeFileSync(settings, text);
    expect(wrong.output).toContain("'titel' does not exist in type");
  });

  it("builds the bytes that the sources build, on the Node that the machine has", async () => {
    const theirs = await wellformed(site, ["build", "--at", AT, "--out", join(folder, "theirs")]);
    expect(theirs.code, theirs.output).toBe(0);
    const ours = await runBuild(["--site", site, "--at", AT, "--out", join(folder, "ours")]);
    expect(ours.code, ours.output).toBe(0);
    expect(fingerprintOf(join(folder, "theirs"))).toEqual(fingerprintOf(join(folder, "ours")));
  });

  it.each([
    ["that the machine has", "node"],
    ["that runs the tests", process.execPath],
  ])("builds the same where its package.json has no type, on the Node %s", async (_, node) => {
    const file = join(site, "package.json");
    const text = readFileSync(file, "utf8");
    const { type, ...rest } = JSON.parse(text) as Record<string, unknown>;
    expect(type).toBe("module");
    writeFileSync(file, JSON.stringify(rest));
    const out = join(folder, "typeless");
    const { code, output } = await wellformed(site, ["build", "--at", AT, "--out", out], node);
    writeFileSync(file, text);
    expect(code, output).toBe(0);
    expect(fingerprintOf(out)).toEqual(fingerprintOf(join(folder, "ours")));
  });

  it("has made a bundle of its modules where packages are found from it as from theirs", () => {
    const made = globSync("node_modules/wellformed/node_modules/.cache/wellformed/engine-*/bundle.json", { cwd: site });
    expect(made).toHaveLength(1);
  });

  it("names the file and line of what is wrong, and ends with 1", async () => {
    const broken = join(site, "posts/broken.md");
    writeFileSync(broken, "---\ntitle: Broken\ndate: 2026-01-01\ntag: x\n---\n\nText.\n");
    const { code, output } = await wellformed(site, ["check", "--at", AT]);
    expect([code, output]).toEqual([
      1,
      expect.stringContaining("posts/broken.md:4:1 tag: is not a key that is known here (write tags: [x])"),
    ]);
    renameSync(broken, join(folder, "broken.md"));
  });

  describe("in development", () => {
    let server: ChildProcess | undefined;
    afterAll(() => void server?.kill());

    it("shows a post as it is saved, and settings as they become", { timeout: 3 * MINUTES }, async () => {
      const port = await freePort();
      const args = [
        join(site, "node_modules/wellformed/dist/commands/wellformed.js"),
        "start",
        "--port",
        String(port),
        "--no-search",
      ];
      server = spawn("node", args, { cwd: site, env: ENVIRONMENT, stdio: "ignore" });
      const shows = (path: string, words: string) =>
        vi.waitFor(
          async () => {
            const text = await fetch(`http://localhost:${port}${path}`).then((answer) => answer.text());
            if (!text.includes(words)) throw new Error(`${path} does not have ${words}`);
          },
          { timeout: MINUTES, interval: 200 },
        );
      await shows("/posts/first-post/", "A first post");
      const post = join(site, "posts/first-post.md");
      writeFileSync(post, readFileSync(post, "utf8").replace("A first post", "A changed post"));
      await shows("/posts/first-post/", "A changed post");
      const settings = join(site, "_data/site.ts");
      writeFileSync(settings, readFileSync(settings, "utf8").replace("My site", "Your site"));
      await shows("/", "Your site");
    });
  });

  it("takes the next version, which changes what it needs and says so", { timeout: 5 * MINUTES }, async () => {
    const next = await packNext();
    const before = textsIn(site);
    const { code, output } = await wellformed(site, ["upgrade", "--to", next]);
    expect(code, output).toBe(0);
    const changed = [...textsIn(site)].filter(([path, text]) => before.get(path) !== text).map(([path]) => path);
    expect(changed.sort()).toEqual(["README.md", "package-lock.json", "package.json", "wellformed-99.0.0.tgz"]);
    expect(output).toContain(
      `package.json has wellformed file:wellformed-99.0.0.tgz in place of file:wellformed-${manifest.version}.tgz`,
    );
    expect(output).toContain("README.md ends with a greeting");
    expect(output).toContain("- Greet back.");
    expect((await wellformed(site, ["--version"])).output).toBe("99.0.0\n");
    expect(await wellformed(site, ["check", "--at", AT])).toEqual({
      code: 0,
      output: expect.not.stringContaining("problem"),
    });
  });
});

/** The same engine with a later version, a migration and a point for owners. */
async function packNext(): Promise<string> {
  const copy = join(folder, "next");
  cpSync(join(unpacked, "package"), copy, { recursive: true });
  const edit = (file: string, change: (text: string) => string) =>
    writeFileSync(join(copy, file), change(readFileSync(join(copy, file), "utf8")));
  edit("package.json", (text) => text.replace(`"version": "${manifest.version}"`, '"version": "99.0.0"'));
  edit("CHANGELOG.md", (text) => text.replace(/^## /m, "## 99.0.0\n\n### By hand\n\n- Greet back.\n\n## "));
  edit("dist/upgrade/migrations.js", (text) =>
    text.replace(
      "export const migrations = [",
      `export const migrations = [{ version: "99.0.0", migrate: (texts) => ({ left: [], changes: [
        { path: "README.md", text: (texts.get("README.md") ?? "") + "Hello\\n", says: "ends with a greeting" }] }) },`,
    ),
  );
  await run(["npm", "pack", "--silent", "--ignore-scripts", "--pack-destination", folder], copy);
  return join(folder, "wellformed-99.0.0.tgz");
}

/** The packages that a module asks for by name. */
function packagesIn(code: string): string[] {
  const specifiers = code.matchAll(
    /^(?:import|export)\s[^;]*?from "([^".][^"]*)"|\bimport\("([^".][^"]*)"\)|\brequire\("([^".][^"]*)"\)/gm,
  );
  return [...specifiers]
    .map(([, statically, dynamically, required]) => statically ?? dynamically ?? required ?? "")
    .filter((name) => !name.startsWith("node:"))
    .map((name) =>
      name
        .split("/")
        .slice(0, name.startsWith("@") ? 2 : 1)
        .join("/"),
    );
}

/** All that is in a site but packages and what is built. */
function textsIn(where: string): Map<string, string> {
  const files = globSync("{*,.gitignore,{_data,pages,posts}/**}", { cwd: where }).filter((path) =>
    statSync(join(where, path)).isFile(),
  );
  return new Map(files.map((path) => [path, readFileSync(join(where, path), "latin1")]));
}

function wellformed(where: string, args: string[], node = "node"): Promise<BuildRun> {
  return run([node, "node_modules/wellformed/dist/commands/wellformed.js", ...args], where).catch(
    ({ code, stdout, stderr }: { code: number; stdout: string; stderr: string }) => ({ code, output: stdout + stderr }),
  );
}

/** Rejects where the program fails. */
async function run([program = "", ...args]: string[], cwd: string): Promise<BuildRun> {
  const { stdout, stderr } = await promisify(execFile)(program, args, { cwd, env: ENVIRONMENT, maxBuffer: 1e8 });
  return { code: 0, output: stdout + stderr };
}
