/** Texts are made on all cores, wherever the command was started and whatever Node was told about TypeScript. */
import { execFile } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import { expect, it } from "vitest";
import { useTemporaryFolder } from "../support/temporary-folder.ts";

const folder = useTemporaryFolder();
/** Enough for one worker. */
const POSTS = 300;

it("workers start where Node's own arguments have paths from the folder that it was started in", async () => {
  mkdirSync(join(folder, "posts"));
  mkdirSync(join(folder, "_data"));
  const settings = { title: "Many", url: "https://many.example", language: "en", description: "Many posts." };
  writeFileSync(
    join(folder, "_data/site.ts"),
    `export default ${JSON.stringify({ ...settings, shareImages: false })};`,
  );
  for (let post = 0; post < POSTS; post++) {
    const text = `---\ntitle: Post ${post}\ndate: 2020-01-01\n---\n\nText of post ${post}.\n`;
    writeFileSync(join(folder, `posts/post-${post}.md`), text);
  }
  const node = ["--import", "./src/commands/load-typescript.js", "src/commands/wellformed.ts"];
  const options = ["--site", folder, "--out", join(folder, "out"), "--no-search", "--profile"];
  const { stdout, stderr } = await promisify(execFile)(process.execPath, [...node, "build", ...options]);
  expect(stdout).toContain(" pages, ");
  expect(stderr).toMatch(/^Rendering texts +300 /m);
  expect(stderr).not.toContain("A worker failed");
});
