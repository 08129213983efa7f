/**
 * `npm run test:another [-- SITE [ARGUMENTS]]`: the tests, in a copy of the project with the content of another site in
 * place of ours; without a site, with a minimal one that has no post. ARGUMENTS are Vitest's.
 */
import { execFileSync, spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, dirname, join, resolve } from "node:path";

const CONTENT = ["posts", "projects", "_data"];
const [site = "tests/fixtures/sites/no-posts", ...args] = process.argv.slice(2);
const copy = mkdtempSync(join(tmpdir(), "another-site-"));

const tracked = execFileSync("git", ["ls-files", "--cached", "--others", "--exclude-standard", "-z"], {
  encoding: "utf8",
});
for (const file of tracked.split("\0").filter((path) => existsSync(path))) {
  if (CONTENT.includes(file.split("/")[0] ?? "")) continue;
  mkdirSync(dirname(join(copy, file)), { recursive: true });
  cpSync(file, join(copy, file));
}
for (const part of CONTENT) {
  mkdirSync(join(copy, part));
  const from = join(site, part);
  if (existsSync(from))
    cpSync(from, join(copy, part), { recursive: true, filter: (path) => basename(path) !== ".cache" });
}
symlinkSync(resolve("node_modules"), join(copy, "node_modules"));
mkdirSync(join(copy, ".cache"));
if (existsSync(".cache/browser")) cpSync(".cache/browser", join(copy, ".cache/browser"));

const status = ["tsc --noEmit", `vitest run ${args.join(" ")}`].every((command) => {
  return spawnSync(command, { cwd: copy, stdio: "inherit", shell: true }).status === 0;
});
rmSync(copy, { recursive: true, force: true });
process.exitCode = status ? 0 : 1;
