/** Finds programs on the machine, and their versions. */
import { spawnSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync, realpathSync } from "node:fs";
import { delimiter, dirname, join } from "node:path";
import { type SampleLanguage, TOOLS, TOOLS_OF, type Tool } from "../../content/samples/languages.ts";
import { isAtLeast, type Needs } from "../../content/samples/needs.ts";

export interface FoundTool {
  /** Its name in transcripts: a Redis may be a Valkey. */
  name: string;
  path: string;
  /** Such as `3.11.7`; empty for a program that does not say. */
  version: string;
}

const known = new Map<string, FoundTool | undefined>();

/** Undefined if the machine has none. Each process looks once. */
export function findTool(tool: Tool): FoundTool | undefined {
  return remembered(tool, FINDERS[tool]);
}

/** A command that shells use, such as `jq`. */
function findCommand(name: string): FoundTool | undefined {
  return remembered(name, () => {
    const [path] = onPath(name);
    if (!path) return undefined;
    return { name, path, version: /\d+(\.\d+)+/.exec(outputOf(path, "--version"))?.[0] ?? "" };
  });
}

/** The tools for a language's samples and, for a shell, the commands of `needs`. Empty if the engine or Node has all it takes. */
export function toolsFor(language: SampleLanguage, needs: Needs): FoundTool[] {
  const own = (TOOLS_OF[language] ?? []).flatMap((tool) => findTool(tool) ?? []);
  const commands = isShell(language) ? commandsIn(needs).flatMap((name) => findCommand(name) ?? []) : [];
  return [...own, ...commands];
}

/** What is missing, such as `Java 21, and this machine has 17.0.9`; undefined if nothing is. */
export function lackOf(language: SampleLanguage, needs: Needs): string | undefined {
  const tools = (TOOLS_OF[language] ?? []).map((tool) => [tool, findTool(tool), needs[tool.toLowerCase()]] as const);
  const commands = isShell(language) ? commandsIn(needs) : [];
  const wanted = [...tools, ...commands.map((name) => [name, findCommand(name), needs[name]] as const)];
  const lacking = wanted.find(([, found, least = ""]) => !found || !isAtLeast(found.version, least));
  if (!lacking) return undefined;
  const [name, found, least] = lacking;
  const has = found
    ? `this machine has ${found.version || "one that does not tell its version"}`
    : "this machine has none";
  return `${[name, least].filter(Boolean).join(" ")}, and ${has}`;
}

function isShell(language: SampleLanguage): boolean {
  return language === "sh" || language === "bash";
}

/** The names in `needs` that are not tools of `TOOLS`. */
function commandsIn(needs: Needs): string[] {
  const tools = new Set<string>(TOOLS.map((tool) => tool.toLowerCase()));
  return Object.keys(needs).filter((name) => !tools.has(name));
}

function remembered(name: string, find: () => FoundTool | undefined): FoundTool | undefined {
  if (!known.has(name)) known.set(name, find());
  return known.get(name);
}

const MAC_JAVA = "/Library/Java/JavaVirtualMachines";

/** Resolves launchers such as those of pyenv and rustup, which look in the user's home, which samples don't have. */
const FINDERS: Readonly<Record<Tool, () => FoundTool | undefined>> = {
  sh: () => firstOf(onPath("sh"), (path) => ({ name: "sh", path, version: "" })),
  Bash: () => firstOf(onPath("bash"), (path) => versioned("Bash", path, outputOf(path, "--version"))),
  psql: () => {
    const paths = [...foldersIn("/usr/lib/postgresql").map((folder) => join(folder, "bin/psql")), ...onPath("psql")];
    return newest(paths.flatMap((path) => versioned("psql", path, outputOf(path, "--version")) ?? []));
  },
  Redis: () =>
    firstOf([...onPath("redis-server"), ...onPath("valkey-server")], (path) => {
      const said = outputOf(path, "--version");
      return versioned(/valkey/i.test(said) ? "Valkey" : "Redis", path, /v=\S+/.exec(said)?.[0] ?? "");
    }),
  Python: () =>
    firstOf([...onPath("python3"), ...onPath("python")], (launcher) => {
      const ask = "import sys, platform; print(sys.executable); print(platform.python_version())";
      const [path = "", version = ""] = outputOf(launcher, "-c", ask).split("\n");
      return version.startsWith("3.") ? { name: "Python", path, version } : undefined;
    }),
  Go: () =>
    firstOf(onPath("go"), (launcher) => {
      const [root = "", version = ""] = outputOf(launcher, "env", "GOROOT", "GOVERSION").split("\n");
      return versioned("Go", join(root, "bin/go"), version);
    }),
  Rust: () =>
    firstOf(onPath("rustc"), (launcher) => {
      const path = join(outputOf(launcher, "--print", "sysroot").trim(), "bin/rustc");
      return versioned("Rust", path, outputOf(path, "--version"));
    }),
  Java: () => {
    const named = Object.entries(process.env).flatMap(([name, home]) =>
      /^JAVA_HOME/.test(name) && home ? [home] : [],
    );
    const paths = onPath("java").map((path) => dirname(dirname(realpathSync(path))));
    const homes = [
      ...named,
      ...paths,
      ...foldersIn("/usr/lib/jvm"),
      ...foldersIn(MAC_JAVA).map((kit) => join(kit, "Contents/Home")),
    ];
    return newest([...new Set(homes)].flatMap((home) => jdkIn(home) ?? []));
  },
  Kotlin: () =>
    firstOf(onPath("kotlinc"), (launcher) => {
      const path = realpathSync(launcher);
      return versioned("Kotlin", path, textOf(join(dirname(dirname(path)), "build.txt")));
    }),
};

/** A development kit: a runtime alone can't compile. */
function jdkIn(home: string): FoundTool | undefined {
  const path = join(home, "bin/java");
  if (!existsSync(join(home, "bin/javac"))) return undefined;
  return versioned("Java", path, /^JAVA_VERSION="(.*)"/m.exec(textOf(join(home, "release")))?.[1] ?? "");
}

/** Takes the first number, with dots or without, from a version message. */
function versioned(name: string, path: string, said: string): FoundTool | undefined {
  const version = /\d+(\.\d+)*/.exec(said)?.[0];
  return version === undefined ? undefined : { name, path, version };
}

function firstOf(paths: readonly string[], read: (path: string) => FoundTool | undefined): FoundTool | undefined {
  for (const path of paths) {
    const tool = read(path);
    if (tool) return tool;
  }
  return undefined;
}

function newest(tools: readonly FoundTool[]): FoundTool | undefined {
  return tools.reduce<FoundTool | undefined>(
    (best, tool) => (best && isAtLeast(best.version, tool.version) ? best : tool),
    undefined,
  );
}

function onPath(name: string): string[] {
  const folders = (process.env["PATH"] ?? "").split(delimiter).filter(Boolean);
  return folders.map((folder) => join(folder, name)).filter((path) => existsSync(path));
}

function foldersIn(folder: string): string[] {
  return existsSync(folder) ? readdirSync(folder).map((name) => join(folder, name)) : [];
}

function outputOf(path: string, ...args: string[]): string {
  const { stdout, stderr } = spawnSync(path, args, { encoding: "utf8", timeout: 30_000 });
  return stdout || stderr || "";
}

function textOf(path: string): string {
  return existsSync(path) ? readFileSync(path, "utf8") : "";
}
