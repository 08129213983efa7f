/** How a program of each language is run: what compiles it, if anything, and what it is started with. */
import { join } from "node:path";
import type { SampleLanguage, Tool } from "../../content/samples/languages.ts";
import { majorOf } from "../../content/samples/version.ts";
import type { NodeRelease } from "../node-release.ts";
import type { ProgramFolders } from "./program-folders.ts";
import { type FoundTool, findTool } from "./tools.ts";

const FIRST_TO_CONFINE_NETWORK = 25;
/** Where compilers put programs, in the page's folder. */
const BUILT = ".built";

/** Its output is shown only if it fails. */
export interface Compilation {
  command: string[];
  /** The file that it makes. */
  built: string;
  /** Of the compiler. */
  version: string;
}

export interface ProgramSteps {
  compile?: Compilation;
  run: string[];
  /** Besides those that all programs have. */
  environment: Record<string, string>;
}

/** `file` lies in the working folder. The language's tool must be there. */
export function stepsOf(
  language: SampleLanguage,
  file: string,
  { working, packages, compiled }: ProgramFolders,
  node: NodeRelease,
): ProgramSteps {
  const plain = { environment: {} };
  const built = join(working, BUILT, file);
  switch (language) {
    case "sh":
      return { ...plain, run: [pathOf("sh"), file] };
    case "bash":
      return { ...plain, run: [pathOf("Bash"), file] };
    case "python":
      // In the order of a terminal, and sets in the same order each time.
      return { ...plain, run: [pathOf("Python"), file], environment: { PYTHONUNBUFFERED: "1", PYTHONHASHSEED: "0" } };
    case "go":
      return {
        compile: { version: versionOf("Go"), command: [pathOf("Go"), "build", "-o", built, file], built },
        run: [built],
        environment: {
          ...{ GOCACHE: join(compiled, "go"), GOPATH: join(compiled, "go-packages") },
          ...{ GO111MODULE: "off", GOPROXY: "off", GOTOOLCHAIN: "local", GOFLAGS: "", CGO_ENABLED: "0" },
        },
      };
    case "rust":
      return {
        ...plain,
        compile: { version: versionOf("Rust"), command: [pathOf("Rust"), "--edition=2021", "-o", built, file], built },
        run: [built],
      };
    case "java":
      return { ...plain, run: [pathOf("Java"), ...QUICK_JAVA, file] };
    case "kotlin": {
      const java = pathOf("Java");
      const jar = `${built}.jar`;
      return {
        compile: {
          version: versionOf("Kotlin"),
          command: [pathOf("Kotlin"), file, "-include-runtime", "-d", jar],
          built: jar,
        },
        run: [java, ...QUICK_JAVA, "-jar", jar],
        environment: { JAVA_HOME: join(java, "../..") },
      };
    }
    default:
      return { ...plain, run: [node.path, ...permissionsFor(node, working, packages), file] };
  }
}

/** Leaves out what only long-running programs need. */
const QUICK_JAVA = ["-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"];

function toolNamed(tool: Tool): FoundTool {
  const found = findTool(tool);
  if (!found) throw new Error(`it needs ${tool}, and this machine has none`);
  return found;
}

function pathOf(tool: Tool): string {
  return toolNamed(tool).path;
}

function versionOf(tool: Tool): string {
  return toolNamed(tool).version;
}

/**
 * Node's permission model: https://nodejs.org/docs/latest-v24.x/api/permissions.html. Before Node 25 it does not cover
 * the network, which programs need for their database; later, it can allow all of it or nothing.
 */
export function permissionsFor({ version }: NodeRelease, folder: string, packages: readonly string[]): string[] {
  const readable = [folder, ...packages].map((path) => `--allow-fs-read=${path}`);
  const may = [...readable, `--allow-fs-write=${folder}`];
  const network = majorOf(version) >= FIRST_TO_CONFINE_NETWORK ? ["--allow-net"] : [];
  return [
    "--permission",
    ...may,
    ...network,
    "--disable-warning=SecurityWarning",
    "--disable-warning=ExperimentalWarning",
  ];
}
