/** Options of all commands: one table says what each takes, what its help prints and what the document has. */
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { COMMANDS, type CommandName, helpOf } from "../../src/commands/option-table.ts";
import { readBuildOptions, readProveOptions, readServeOptions } from "../../src/commands/options.ts";
import { runCommand } from "../support/run-build.ts";
import { useTemporaryFolder } from "../support/temporary-folder.ts";

const folder = useTemporaryFolder();
const files: Record<CommandName, string> = { build: "build", check: "check", start: "dev", prove: "prove" };
const names = Object.keys(COMMANDS) as CommandName[];

describe("--help", () => {
  it.each(names.flatMap((name) => [[name, "--help"] as const, [name, "-h"] as const]))(
    "of %s prints its options and does nothing else: %s",
    async (name, flag) => {
      const { code, output } = await runCommand(files[name], [flag], {}, folder);
      expect(code).toBe(0);
      expect(output).toBe(`${helpOf(name)}\n`);
    },
  );

  it("helps whoever has another option wrong, too", async () => {
    const { code, output } = await runCommand("build", ["--prot", "1", "--help"], {}, folder);
    expect({ code, output }).toEqual({ code: 0, output: `${helpOf("build")}\n` });
  });

  it("fits on a terminal of 100 columns", () => {
    const long = names.flatMap((name) => helpOf(name).split("\n")).filter((line) => line.length > 100);
    expect(long).toEqual([]);
  });

  it.each(names)("is in the document, word for word: %s", (name) => {
    expect(readFileSync("docs/commands.md", "utf8")).toContain(`\`\`\`text\n${helpOf(name)}\n\`\`\``);
  });
});

describe("an option that is wrong", () => {
  const refusals: [CommandName, string[], string][] = [
    ["start", ["--prot", "1"], "npm start has no option --prot (did you mean --port?)"],
    ["start", ["--Port", "1"], "npm start has no option --Port (did you mean --port?)"],
    ["start", ["-p", "1"], "npm start has no option -p (did you mean --port?)"],
    ["start", ["--out", "x"], "npm start has no option --out; npm run build and npm run check have"],
    ["build", ["--external"], "npm run build has no option --external; npm run check has"],
    ["build", ["--zebra"], "npm run build has no option --zebra (npm run build -- --help lists them)"],
    ["build", ["--no-serch"], "npm run build has no option --no-serch (did you mean --no-search?)"],
    ["build", ["--no-site"], "npm run build has no option --no-site (did you mean --site?)"],
    ["prove", ["--chekc"], "npm run prove has no option --chekc (did you mean --check?)"],
    ["start", ["--port"], "--port takes N, and nothing follows it"],
    ["build", ["--out", "--at", "x"], "--out takes DIR, and --at follows it"],
    ["build", ["--out="], "--out takes DIR, and nothing follows it"],
    ["build", ["--out", ""], "--out takes DIR, and nothing follows it"],
    ["check", ["--external=yes"], '--external takes no value, not "yes"'],
    ["build", ["--no-search=1"], '--no-search takes no value, not "1"'],
    ["build", ["--at", "2026-01-01T00:00:00Z", "--at", "2026-01-02T00:00:00Z"], "--at stands twice"],
    ["start", ["--port", "70000"], '--port takes a number such as 8080, not "70000"'],
    ["start", ["--port", "0x50"], '--port takes a number such as 8080, not "0x50"'],
    ["start", ["--host", "http://x/"], '--host takes a name or an address such as 0.0.0.0, not "http://x/"'],
    [
      "start",
      ["3000"],
      'npm start does not take "3000"; npm passes options on behind "--" only: npm start -- --port N',
    ],
    ["build", ["posts"], 'npm run build does not take "posts"; npm passes options on behind "--" only'],
  ];

  it.each(refusals)("of %s is named, with what to write: %j", (name, args, says) => {
    expect(() => read(name, args)).toThrow(says);
  });

  it.each([
    ["start", { npm_config_port: "true" }, ["3000"], "npm kept --port for itself: write npm start -- --port N"],
    ["check", { npm_config_external: "true" }, [], "npm kept --external for itself: write npm run check -- --external"],
    ["build", { npm_config_search: "" }, [], "npm kept --no-search for itself: write npm run build -- --no-search"],
    ["build", { npm_config_path_prefix: "/x/" }, [], "npm kept --path-prefix for itself"],
  ] as const)("that npm took for its own is named: %s %j", (name, environment, args, says) => {
    expect(() => read(name, [...args], environment)).toThrow(says);
  });

  it("of npm that another command would know is nobody's business here", () => {
    expect(() => read("build", [], { npm_config_port: "3000", npm_config_loglevel: "silent" })).not.toThrow();
  });

  it("ends in a line or two, with nothing done and no stack", async () => {
    const { code, output } = await runCommand("dev", ["--prot", "1"], {}, folder);
    expect(code).toBe(1);
    expect(output.trim().split("\n")).toHaveLength(1);
    expect(existsSync(join(folder, ".cache"))).toBe(false);
  });
});

describe("options that are right", () => {
  it("are read, in both spellings", () => {
    expect(read("start", ["--port=3000", "--host", "0.0.0.0", "--no-search"])).toMatchObject({
      port: 3000,
      host: "0.0.0.0",
      search: false,
    });
    expect(read("prove", ["posts/a.md", "--check", "posts/b.md"])).toMatchObject({
      files: ["posts/a.md", "posts/b.md"],
      check: true,
    });
  });

  it("have their defaults", () => {
    expect(read("start", [])).toMatchObject({ port: 8080, host: "localhost", search: true, pathPrefix: undefined });
    expect(read("check", [])).toMatchObject({ out: ".cache/check", external: false, format: "text" });
  });
});

function read(name: CommandName, args: string[], environment: NodeJS.ProcessEnv = {}): unknown {
  if (name === "start") return readServeOptions(args, environment);
  if (name === "prove") return readProveOptions(args, environment);
  return readBuildOptions(name, args, environment);
}
