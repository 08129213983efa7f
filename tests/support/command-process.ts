/**
 * A process that runs `wellformed` again and again, as a process of its own does, so that the engine's modules are loaded
 * once for many runs. It takes a `CommandRun` as a message and answers with a `CommandResult`.
 */
import { createRequire, registerHooks } from "node:module";
import { resolve } from "node:path";
import { pathToFileURL } from "node:url";

export interface CommandRun {
  /** `build`, `check`, … */
  name: string;
  args: string[];
  /** All of its environment. */
  environment: NodeJS.ProcessEnv;
  cwd: string;
}

export interface CommandResult {
  code: number;
  /** Standard output, then standard error. */
  output: string;
}

const home = process.cwd();
const engine = pathToFileURL(resolve("src")).href;
/** Modules of CommonJS, as which a site's settings are read where no `package.json` says otherwise. */
const { cache } = createRequire(import.meta.url);
let runs = 0;

// A site's settings are read again by each run, as in a process of its own.
registerHooks({
  resolve(specifier, context, next) {
    const resolved = next(specifier, context);
    return isOfSite(resolved.url) ? { ...resolved, url: `${resolved.url}?run=${runs}` } : resolved;
  },
});

function isOfSite(url: string): boolean {
  return /^file:.*\.[cm]?[jt]sx?$/.test(url) && !url.includes("/node_modules/") && !url.startsWith(`${engine}/`);
}

process.on("message", async (run: CommandRun) => process.send?.(await result(run)));
process.on("disconnect", () => process.exit());

async function result({ name, args, environment, cwd }: CommandRun): Promise<CommandResult> {
  runs += 1;
  for (const path of Object.keys(cache)) if (isOfSite(pathToFileURL(path).href)) delete cache[path];
  const written = { stdout: "", stderr: "" };
  const { stdout, stderr, env, argv } = process;
  const original = { stdout: stdout.write, stderr: stderr.write, env: { ...env }, argv: [...argv] };
  const file = resolve(home, "src/commands/wellformed.ts");
  try {
    stdout.write = keepIn("stdout");
    stderr.write = keepIn("stderr");
    setEnvironment(environment);
    process.argv = [...argv.slice(0, 1), file, ...(name ? [name] : []), ...args];
    process.exitCode = undefined;
    process.chdir(cwd);
    await import(`${pathToFileURL(file).href}?run=${runs}`);
    return { code: Number(process.exitCode ?? 0), output: written.stdout + written.stderr };
  } catch (error) {
    return { code: 1, output: `${written.stdout}${written.stderr}${error instanceof Error ? error.stack : error}` };
  } finally {
    stdout.write = original.stdout;
    stderr.write = original.stderr;
    setEnvironment(original.env);
    process.argv = original.argv;
    process.exitCode = undefined;
    process.chdir(home);
  }

  function keepIn(stream: "stdout" | "stderr"): typeof stdout.write {
    return (chunk: string | Uint8Array) => {
      written[stream] += chunk.toString();
      return true;
    };
  }
}

function setEnvironment(environment: NodeJS.ProcessEnv): void {
  for (const name of Object.keys(process.env)) if (!(name in environment)) delete process.env[name];
  Object.assign(process.env, environment);
}
