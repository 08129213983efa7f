/** The command line of `wellformed init`. */
import { resolve } from "node:path";
import { UsageError } from "../../content/problems/usage-error.ts";
import { type Answers, QUESTIONS } from "../../starter/answers.ts";
import { readCommandLine, typed } from "../options/command-line.ts";

export interface InitOptions {
  /** Absolute. */
  folder: string;
  given: Partial<Answers>;
  /** `--yes`: asks nothing. */
  takesUsual: boolean;
  /** What stands for the engine in `package.json`; undefined for where this one is from. */
  engine: string | undefined;
  installs: boolean;
}

export function readInitOptions(args: string[], environment: NodeJS.ProcessEnv): InitOptions {
  const { values, positionals } = readCommandLine("init", args, environment);
  const [folder, extra] = positionals;
  const example = `${typed("init", environment)} my-site`;
  if (folder === undefined) throw new UsageError(`wellformed init takes the new site's folder: ${example}`);
  if (extra !== undefined) {
    throw new UsageError(`wellformed init takes one folder, not "${folder}" and "${extra}" (quote a name with blanks)`);
  }
  const given = QUESTIONS.flatMap(({ key }) => (values[key] === undefined ? [] : [[key, values[key]]]));
  return {
    folder: resolve(folder),
    given: Object.fromEntries(given),
    takesUsual: values.yes ?? false,
    engine: values.engine,
    installs: values.install ?? true,
  };
}
