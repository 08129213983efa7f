/** The command line of `wellformed upgrade`. */
import { existsSync } from "node:fs";
import { resolve } from "node:path";
import { UsageError } from "../../content/problems/usage-error.ts";
import { versionIn } from "../../upgrade/version.ts";
import { readCommandLine } from "../options/command-line.ts";
import { folderOf } from "../options/option-values.ts";

export interface UpgradeOptions {
  /** Absolute; with `clone`, the folder that is made. */
  siteDir: string;
  /** The version that the site's files are as; then nothing but these is changed. */
  from: string | undefined;
  /** What stands for the new engine in `package.json`; undefined for the newest, or the one that runs. */
  to: string | undefined;
  /** The folder of a cloned repository, from which a site is made. */
  clone: string | undefined;
  /** Says what it would do, and does nothing. */
  isTrial: boolean;
  installs: boolean;
}

export function readUpgradeOptions(args: string[], environment: NodeJS.ProcessEnv): UpgradeOptions {
  const { values } = readCommandLine("upgrade", args, environment);
  const { from, to } = values;
  const clone = values["from-clone"];
  if (from !== undefined && versionIn(from) !== from) {
    throw new UsageError(`--from takes a version such as 0.2.0, not "${from}"`);
  }
  if (clone !== undefined && from !== undefined)
    throw new UsageError("--from-clone goes without --from: a clone is older");
  return {
    siteDir: clone === undefined ? folderOf(values.site) : resolve(values.site ?? "."),
    ...{ from, to },
    clone: clone === undefined ? undefined : cloneFolder(clone),
    isTrial: values["dry-run"] ?? false,
    installs: values.install ?? true,
  };
}

function cloneFolder(folder: string): string {
  const clone = resolve(folder);
  if (existsSync(`${clone}/_data/site.ts`) && existsSync(`${clone}/src`)) return clone;
  throw new UsageError(
    `--from-clone takes a clone of the engine's repository with a site in it, and ${clone} is not one`,
  );
}
