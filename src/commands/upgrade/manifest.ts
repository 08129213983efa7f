/** The engine as a dependency in a site's `package.json`. */
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { UsageError } from "../../content/problems/usage-error.ts";

export const MANIFEST = "package.json";
const DEPENDENCY = /("wellformed"\s*:\s*)"((?:[^"\\]|\\.)*)"/;

export interface EngineDependency {
  /** All of `package.json`. */
  text: string;
  /** `0.2.0`, `^0.2.0`, `file:wellformed-0.2.0.tgz` … */
  spec: string;
}

/** Throws a `UsageError` where the site does not depend on the engine. */
export async function readDependency(siteDir: string): Promise<EngineDependency> {
  const text = await readFile(join(siteDir, MANIFEST), "utf8").catch(() => "{}");
  const [, , spec] = DEPENDENCY.exec(text) ?? [];
  if (spec !== undefined) return { text, spec };
  const hint = "a site in a clone of the engine is taken over by wellformed upgrade --from-clone";
  throw new UsageError(`${join(siteDir, MANIFEST)} does not have wellformed among its dependencies (${hint})`);
}

/** The text with another engine; nothing else is another. */
export function withSpec(text: string, spec: string): string {
  return text.replace(DEPENDENCY, (_, start: string) => start + JSON.stringify(spec));
}

/** That of the engine in the site's `node_modules`; undefined where there is none. */
export async function installedVersion(siteDir: string): Promise<string | undefined> {
  const text = await readFile(join(siteDir, "node_modules/wellformed/package.json"), "utf8").catch(() => "{}");
  const { version }: { version?: string } = JSON.parse(text);
  return version;
}
