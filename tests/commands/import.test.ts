/** `wellformed import`: what it makes is a site like one of `init`, and what is there stays. */
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { collections } from "../../src/site/collections.ts";
import { siteFrame } from "../../src/starter/site-frame.ts";
import { runCommand } from "../support/run-build.ts";
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
