/** `wellformed import`: what it makes is a site like one of `init`, and what is there stays. */
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { describe, expect, it } from "vitest";
import { KIND_NAMES } from "../../src/import/check-request.ts";
import { PACKAGES } from "../../src/import/optional.ts";
import { KINDS } from "../../src/import/sources/kinds.ts";
import { collections } from "../../src/site/collections.ts";
import { siteFrame } from "../../src/starter/site-frame.ts";
import { runCommand, spawnCommand } from "../support/run-build.ts";
import { useTemporaryFolder } from "../support/temporary-folder.ts";

const MINUTES = 60_000;
const site = join(useTemporaryFolder(), "site");
const args = ["auto", "tests/fixtures/import/trees/zola", "--site", site];
const read = (file: string) => readFileSync(join(site, file), "utf8");

// The engine is packed into the folder.
it("makes what a new site has beside its content, and leaves an editor's settings that are there", {
  timeout: 5 * MINUTES,
}, async () => {
  mkdirSync(join(site, ".vscode"), { recursive: true });
  writeFileSync(join(site, ".vscode/settings.json"), "{}\n");
  const made = await runCommand("import", args);
  expect(made.code, made.output).toBe(0);
  expect(made.output).toContain(`Now type: cd ${site} && npm install && npm start\n`);
  const { dependencies } = JSON.parse(read("package.json")) as { dependencies: { wellformed: string } };
  for (const [file, text] of siteFrame(dependencies.wellformed, collections))
    expect(read(file)).toBe(file === ".vscode/settings.json" ? "{}\n" : text);
  expect(read(".vscode/schemas/posts.json")).toContain("Front matter: ");

  writeFileSync(join(site, "package.json"), "{}\n");
  expect((await runCommand("import", args)).output).not.toContain("Now type");
  expect(read("package.json")).toBe("{}\n");
});

it("has its kinds where nothing is loaded for them", () => {
  expect([...KIND_NAMES].sort()).toEqual(KINDS.map(({ name }) => name).sort());
});

it("docs have the line that installs what it needs", () => {
  const line = `npm install --save-dev ${PACKAGES.join(" ")}`;
  expect(readFileSync("docs/importing.md", "utf8")).toContain(`\`${line}\``);
});

describe("without the packages that it needs", () => {
  const withoutPackages = { NODE_OPTIONS: `--import ${resolve("tests/fixtures/faults/no-import-packages.mjs")}` };
  it.each([
    { words: ["import", "hugoo", "x"], says: '"hugoo" can\'t be imported (did you mean hugo?)' },
    { words: ["import", "squarespace", "x"], says: '"squarespace" can\'t be imported (write auto or one of jekyll, ' },
    { words: ["import", "hugo"], says: "wellformed import takes KIND and PATH" },
    { words: ["import", "hugo", "nowhere"], says: `there is nothing at ${resolve("nowhere")}` },
    { words: ["export", "a", "b"], says: "wellformed export takes one folder" },
    {
      words: ["import", "zola", "tests/fixtures/import/trees/zola"],
      says: "need packages that are not installed: npm ",
    },
  ])("$words says: $says", { timeout: MINUTES }, async ({ words, says }) => {
    const { code, output } = await spawnCommand([...words, "--site", `${site}-not`], withoutPackages);
    expect(output).toContain(says);
    expect(code).toBe(2);
  });
});
