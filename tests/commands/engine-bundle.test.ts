/** The engine runs from its bundle, in all of its threads, and what it says of itself names its own files. */
import { execFile } from "node:child_process";
import { globSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { promisify } from "node:util";
import { expect, it } from "vitest";
import { bundledModule, openEngineBundle } from "../../src/cache/engine-bundle.ts";
import { describeFault } from "../../src/commands/report/describe-fault.ts";
import { writeManyPosts } from "../support/many-posts.ts";
import { useTemporaryFolder } from "../support/temporary-folder.ts";
import { wellformedCommand } from "../support/wellformed-command.ts";

const folder = useTemporaryFolder();
const SOURCES = `${pathToFileURL(resolve("src")).href}/`;
/** What is loaded before there is a bundle. */
const BEFORE = [
  ...["commands/load-typescript.js", "commands/wellformed.ts", "commands/memory.ts", "commands/node-version.ts"],
  ...["cache/engine-bundle.ts", "cache/engine-files.ts", "cache/digest.ts"],
];

it("a build loads the engine's modules from their bundle, and its threads do", async () => {
  writeManyPosts(folder);
  // Of the threads, all that is loaded; of the process, what has run, since its own hooks load it.
  const log = join(folder, "threads.log");
  const hook = join(folder, "hook.mjs");
  const coverage = join(folder, "coverage");
  writeFileSync(hook, hookThatLogs(log));
  const env = { ...process.env, NODE_V8_COVERAGE: coverage, NODE_OPTIONS: `--import ${pathToFileURL(hook).href}` };
  const command = wellformedCommand(["build", "--site", folder, "--out", join(folder, "out")]);
  await promisify(execFile)(process.execPath, command, { env });
  const inThreads = readFileSync(log, "utf8").split("\n");
  expect(inThreads).toContainEqual(expect.stringMatching(/\/engine-.*\/reading\/body-worker\.mjs$/));
  const scripts = [...inThreads, ...scriptsIn(coverage)];
  expect(scripts.filter((url) => url.includes("/node_modules/@11ty/eleventy/"))).toEqual([]);
  const own = scripts.filter((url) => url.startsWith(SOURCES));
  expect(own.map((url) => url.slice(SOURCES.length)).filter((path) => !BEFORE.includes(path))).toEqual([]);
});

it("each module that a thread starts with is in the bundle", async () => {
  await openEngineBundle();
  const started = globSync("src/**/*.ts").flatMap((file) => {
    const names = readFileSync(file, "utf8").matchAll(/startThread\(new URL\("(?<name>.+?)"/g);
    return [...names].map(({ groups }) => new URL(`${groups?.["name"]}.ts`, pathToFileURL(resolve(file))).href);
  });
  expect(started.length).toBeGreaterThan(2);
  expect(started.filter((url) => bundledModule(url) === undefined)).toEqual([]);
});

it("a fault in the bundle is described with the places of the engine's files", async () => {
  await openEngineBundle();
  const bundled = bundledModule(new URL("../../src/commands/run-command.ts", import.meta.url).href) ?? "";
  const { runCommand }: { runCommand: (words: unknown) => Promise<void> } = await import(bundled);
  const description = describeFault(await runCommand(undefined).catch((error: unknown) => error));
  const source = resolve("src/commands/run-command.ts");
  const [, line = ""] = new RegExp(`at runCommand \\(${source}:(\\d+):\\d+\\)`).exec(description) ?? [];
  expect(readFileSync(source, "utf8").split("\n")[Number(line) - 1]).toContain("function runCommand");
});

it("a bundle with a file that is not whole is made again", async () => {
  const kept = join(folder, "kept");
  await openEngineBundle(kept);
  const [file = ""] = globSync(join(kept, "engine-*/commands/run-command.mjs"));
  const whole = readFileSync(file, "utf8");
  writeFileSync(file, "");
  await openEngineBundle(kept);
  expect(readFileSync(file, "utf8")).toBe(whole);
});

function hookThatLogs(file: string): string {
  return `import { appendFileSync } from "node:fs";
    import { registerHooks } from "node:module";
    import { isMainThread } from "node:worker_threads";
    const log = (url) => appendFileSync(${JSON.stringify(file)}, url + "\\n");
    if (!isMainThread) registerHooks({ load: (url, context, next) => (log(url), next(url, context)) });`;
}

/** The addresses of all modules that V8 has seen run. */
function scriptsIn(coverage: string): string[] {
  return readdirSync(coverage).flatMap((file) => {
    const { result }: { result: { url: string }[] } = JSON.parse(readFileSync(join(coverage, file), "utf8"));
    return result.map(({ url }) => url);
  });
}
