/** `npm run prove` and the build, as a site's owner uses them one after the other. */
import { mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { describe, expect, it } from "vitest";
import { useServer } from "../support/proven-page.ts";
import { type BuildRun, runBuild, runCommand } from "../support/run-build.ts";
import { useTemporaryFolder } from "../support/temporary-folder.ts";

const { url } = useServer();
const site = useTemporaryFolder();
const post = join(site, "posts/x.md");
const transcript = join(site, "posts/x.proof.json");
const settings = { title: "T", url: "https://t.example/", language: "en", description: "D" };
mkdirSync(join(site, "_data"));
mkdirSync(join(site, "posts"));
symlinkSync(resolve("node_modules"), join(site, "node_modules"));
writeFileSync(join(site, "_data/site.ts"), `export default ${JSON.stringify(settings)};\n`);

const write = (sql: string, more = "") =>
  writeFileSync(
    post,
    `---\ntitle: X\ndescription: D\ndate: 2026-01-01\n---\n\nText.\n\n\`\`\`sql proof\n${sql}\n\`\`\`\n${more}`,
  );
const build = () =>
  runBuild(["--site", site, "--out", join(site, ".cache/out"), "--at", "2026-06-01T00:00:00Z", "--no-search"]);
const page = () => readFileSync(join(site, ".cache/out/posts/x/index.html"), "utf8");

function prove(...args: string[]): Promise<BuildRun> {
  return runCommand("prove", ["--site", site, ...args], { PROVE_DATABASE_URL: url() });
}

describe("a sample's life", () => {
  it("begins unproven: the build refuses it, with the line", async () => {
    write("SELECT 40 + 2 AS answer;");
    expect(await build()).toMatchObject({
      code: 1,
      output: expect.stringContaining("posts/x.md:9 this sample was never proven (run npm run prove)"),
    });
  });

  it("is proven: a transcript stands beside its page, and the page shows the result", async () => {
    expect(await prove()).toMatchObject({
      code: 0,
      output: expect.stringContaining("posts/x.md: 1 sample, 1 new result"),
    });
    expect((await build()).output).not.toContain("problem");
    expect(page()).toContain('<td class="right">42</td>');
    expect(page()).toMatch(/1 sample<\/a>, run on PostgreSQL 18\.\d+/);
    const markdown = readFileSync(join(site, ".cache/out/posts/x/index.md"), "utf8");
    expect(markdown).toContain(" answer\n--------\n     42\n(1 row)");
  });

  it("stays as it was when it is proven again, but for the day", async () => {
    const before = readFileSync(transcript, "utf8");
    expect((await prove()).output).toContain("0 new results");
    expect(readFileSync(transcript, "utf8")).toBe(before);
    expect(await prove("--check")).toMatchObject({ code: 0 });
  });

  it("changes: the build refuses it until it is proven again, and a check says what came out", async () => {
    write("SELECT 40 + 3 AS answer;");
    expect(await build()).toMatchObject({
      code: 1,
      output: expect.stringContaining("posts/x.md:9 this sample, or its place, has changed"),
    });
    const before = readFileSync(transcript, "utf8");
    const { code, output } = await prove("--check", "posts/x.md");
    expect(code).toBe(1);
    expect(output).toMatch(/posts\/x\.md:10\n {2}- {6}42\n {2}\+ {6}43\n/);
    expect(readFileSync(transcript, "utf8")).toBe(before);
  });

  it("fails: its transcript stays as it was", async () => {
    write("SELECT 1 / 0;");
    const before = readFileSync(transcript, "utf8");
    expect(await prove()).toMatchObject({
      code: 1,
      output: expect.stringContaining("posts/x.md:10 the sample failed with 22012"),
    });
    expect(readFileSync(transcript, "utf8")).toBe(before);
  });

  it("was changed by hand: the build refuses the transcript", async () => {
    write("SELECT 40 + 2 AS answer;");
    await prove();
    writeFileSync(transcript, readFileSync(transcript, "utf8").replace('"42"', '"43"'));
    expect(await build()).toMatchObject({
      code: 1,
      output: expect.stringContaining("posts/x.proof.json was changed since it was written"),
    });
  });

  it("ends: what is left of it is refused, and goes when the rest is proven", async () => {
    rmSync(post);
    expect(await build()).toMatchObject({
      code: 1,
      output: expect.stringContaining("posts/x.proof.json is a transcript that belongs to no page"),
    });
    expect(await prove()).toEqual({ code: 0, output: "No text has a sample that is proven, such as ```sql proof\n" });
    expect((await build()).code).toBe(0);
  });

  it("is not there: a file without samples can't be proven", async () => {
    expect(await prove("posts/y.md")).toMatchObject({
      code: 2,
      output: expect.stringContaining("there is no file posts/y.md\n"),
    });
    const file = join(site, "posts/y.md");
    writeFileSync(file, "---\ntitle: Y\ndescription: D\ndate: 2026-01-01\n---\n\nText.\n");
    expect(await prove("posts/y.md")).toMatchObject({
      code: 2,
      output: expect.stringContaining("posts/y.md has no samples that are proven"),
    });
    rmSync(file);
  });
});

it.each([
  ["postgres://ada@127.0.0.1:1", "PostgreSQL at 127.0.0.1:1 can't be used: connect ECONNREFUSED 127.0.0.1:1"],
  ["nowhere", 'PostgreSQL has an address such as postgres://postgres@localhost:5432, not "nowhere"'],
])("a server of PROVE_DATABASE_URL that can't be used is named: %s", async (address, message) => {
  write("SELECT 1;");
  const run = await runCommand("prove", ["--site", site], { PROVE_DATABASE_URL: address });
  expect(run).toMatchObject({ code: 2, output: expect.stringContaining(`${message}\n`) });
});
