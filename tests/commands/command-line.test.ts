/** Options of all commands: one table says what each takes, what its help prints and what the document has. */
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { readInitOptions } from "../../src/commands/init/init-options.ts";
import { nodeProblem } from "../../src/commands/node-version.ts";
import { readBuildOptions } from "../../src/commands/options/build-options.ts";
import { argumentsOf } from "../../src/commands/options/command-line.ts";
import { helpOf, helpOfAll } from "../../src/commands/options/help.ts";
import { type CommandName, commandNames } from "../../src/commands/options/option-table.ts";
import {
  readImportOptions,
  readProveOptions,
  readSearchOptions,
  readServeOptions,
} from "../../src/commands/options/options.ts";
import { type BuildRun, runCommand } from "../support/run-build.ts";
import { useTemporaryFolder } from "../support/temporary-folder.ts";

const folder = useTemporaryFolder();
const names = commandNames();

describe("--help", () => {
  it.each(names.flatMap((name) => [[name, "--help"] as const, [name, "-h"] as const]))(
    "of %s prints its options and does nothing else: %s",
    async (name, flag) => {
      const { code, output } = await runCommand(name, [flag], {}, folder);
      expect(code).toBe(0);
      expect(output).toBe(`${helpOf(name)}\n`);
    },
  );

  it("helps whoever has another option wrong, too", async () => {
    const { code, output } = await runCommand("build", ["--prot", "1", "--help"], {}, folder);
    expect({ code, output }).toEqual({ code: 0, output: `${helpOf("build")}\n` });
  });

  it.each([["--help"], ["-h"], ["help"], []])("of the whole lists the commands: %s", async (...words) => {
    expect(await runWords(words)).toEqual({ code: 0, output: `${helpOfAll()}\n` });
  });

  it("fits on a terminal of 100 columns", () => {
    const texts = [helpOfAll(), ...names.map(helpOf)];
    const long = texts.flatMap((text) => text.split("\n")).filter((line) => line.length > 100);
    expect(long).toEqual([]);
  });

  it.each([["wellformed", helpOfAll()], ...names.map((name) => [name, helpOf(name)])])(
    "is in the document, word for word: %s",
    (_, help) => {
      expect(readFileSync("docs/commands.md", "utf8")).toContain(`\`\`\`text\n${help}\n\`\`\``);
    },
  );
});

describe("a command", () => {
  it.each([
    ["biuld", '"biuld" (did you mean "build"?)'],
    ["Check", '"Check" (did you mean "check"?)'],
    ["deploy-everything", '"deploy-everything" (wellformed --help lists the commands)'],
    ["--prot", '"--prot" (wellformed --help lists the commands)'],
    ["constructor", '"constructor" (wellformed --help lists the commands)'],
  ])("that does not exist is an error, with the nearest: %s", async (word, says) => {
    expect(await runWords([word])).toEqual({ code: 2, output: `wellformed has no command ${says}\n` });
  });

  it("says its version", async () => {
    const { version } = JSON.parse(readFileSync("package.json", "utf8")) as { version: string };
    expect(await runWords(["--version"])).toEqual({ code: 0, output: `${version}\n` });
  });

  it("does not run on a Node that is too old, and says so", () => {
    for (const old of ["18.20.8", "20.18.3"]) expect(nodeProblem(old)).toContain(`or later, and this is ${old}`);
    for (const enough of ["20.19.0", "22.1.0", "24.0.0", "100.0.0"]) expect(nodeProblem(enough)).toBe(undefined);
    const { engines } = JSON.parse(readFileSync("package.json", "utf8")) as { engines: { node: string } };
    expect(nodeProblem("1.0.0")).toContain(`Node ${engines.node.replace(">=", "")} or later`);
  });
});

describe("an option that is wrong", () => {
  const refusals: [CommandName, string[], string][] = [
    ["start", ["--prot", "1"], "wellformed start has no option --prot (did you mean --port?)"],
    ["start", ["--Port", "1"], "wellformed start has no option --Port (did you mean --port?)"],
    ["start", ["-p", "1"], "wellformed start has no option -p (did you mean --port?)"],
    ["start", ["--out", "x"], "wellformed start has no option --out; build, check, published and host have"],
    ["build", ["--external"], "wellformed build has no option --external; check has"],
    ["build", ["--zebra"], "wellformed build has no option --zebra (npx wellformed build --help lists them)"],
    ["build", ["--no-serch"], "wellformed build has no option --no-serch (did you mean --no-search?)"],
    ["build", ["--no-site"], "wellformed build has no option --no-site (did you mean --site?)"],
    ["prove", ["--chekc"], "wellformed prove has no option --chekc (did you mean --check?)"],
    ["start", ["--port"], "--port takes N, and nothing follows it"],
    ["build", ["--out", "--at", "x"], "--out takes DIR, and --at follows it"],
    ["build", ["--out="], "--out takes DIR, and nothing follows it"],
    ["build", ["--out", ""], "--out takes DIR, and nothing follows it"],
    ["check", ["--external=yes"], '--external takes no value, not "yes"'],
    ["build", ["--no-search=1"], '--no-search takes no value, not "1"'],
    ["build", ["--at", "2026-01-01T00:00:00Z", "--at", "2026-01-02T00:00:00Z"], "--at is given twice"],
    ["start", ["--port", "70000"], '--port takes a number such as 8080, not "70000"'],
    ["start", ["--port", "0x50"], '--port takes a number such as 8080, not "0x50"'],
    ["start", ["--host", "http://x/"], '--host takes a name or an address such as 0.0.0.0, not "http://x/"'],
    [
      "start",
      ["3000"],
      'wellformed start does not take "3000"; its values have options: npx wellformed start --port N',
    ],
    [
      "build",
      ["posts"],
      'wellformed build does not take "posts"; its values have options: npx wellformed build --site DIR',
    ],
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

  it("is told in the words of who has called, as a script or by its name", () => {
    const script = { npm_lifecycle_event: "start" };
    expect(() => read("start", ["3000"], script)).toThrow('behind "--" only: npm start -- --port N');
    expect(() => read("start", ["--zebra"], script)).toThrow("(npm start -- --help lists them)");
    expect(() => read("start", ["--zebra"], { npm_lifecycle_event: "npx" })).toThrow("(npx wellformed start --help");
  });

  it("of npm that another command would know is nobody's business here", () => {
    expect(() => read("build", [], { npm_config_port: "3000", npm_config_loglevel: "silent" })).not.toThrow();
    expect(() => readInitOptions(["site"], { npm_config_yes: "" })).not.toThrow();
  });

  it("ends in a line or two, with nothing done and no stack", async () => {
    const { code, output } = await runCommand("start", ["--prot", "1"], {}, folder);
    expect(code).toBe(2);
    expect(output.trim().split("\n")).toHaveLength(1);
    expect(existsSync(join(folder, ".cache"))).toBe(false);
  });
});

describe("options that are right", () => {
  it("may stand behind a -- that pnpm passes on from a script", () => {
    const script = { npm_lifecycle_event: "build" };
    expect(argumentsOf("build", ["--", "--out", "x"], script)).toEqual(["--out", "x"]);
    expect(argumentsOf("build", ["--", "--out", "x"], {})).toEqual(["--", "--out", "x"]);
  });

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

  it("are not taken for options where they can only be words to search for", () => {
    expect(read("search", ["-> json", "--limit", "3"])).toMatchObject({ text: "-> json", limit: 3 });
    expect(read("search", ["--literal", "-1", "--", "--out"])).toMatchObject({ text: "-1 --out", literal: true });
    expect(() => read("search", ["json", "--limit", "-1"])).toThrow("--limit takes N, and -1 follows it");
  });

  it("have their defaults", () => {
    expect(read("start", [])).toMatchObject({ port: 8080, host: "localhost", search: true, pathPrefix: undefined });
    expect(read("check", [])).toMatchObject({ out: ".cache/check", external: false, format: "text" });
  });
});

function runWords([first = "", ...rest]: string[]): Promise<BuildRun> {
  return runCommand(first, rest, {}, folder);
}

function read(name: CommandName, args: string[], environment: NodeJS.ProcessEnv = {}): unknown {
  if (name === "start") return readServeOptions(args, environment);
  if (name === "search") return readSearchOptions(args, environment);
  if (name === "prove") return readProveOptions(args, environment);
  if (name === "import") return readImportOptions(["auto", ".", ...args], environment);
  if (name === "build" || name === "check") return readBuildOptions(name, args, environment);
  throw new Error(`no options of ${name} are read here`);
}
