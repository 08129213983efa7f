/** Where a site can have this engine from, as a dependency in its `package.json`. */
import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import { copyFile, readFile } from "node:fs/promises";
import { basename, join, resolve } from "node:path";
import { UsageError } from "../content/problems/usage-error.ts";
import { ENGINE, engineVersion, MODULE_EXTENSION } from "./engine.ts";

/**
 * The version of a published engine. One that was installed from a packed file, or runs from its repository, is put into the
 * site's folder as a packed file, so that the site can be installed anywhere.
 */
export async function engineFor(siteDir: string): Promise<string> {
  if (MODULE_EXTENSION === ".ts") return `file:${pack(siteDir)}`;
  const file = await packedFile();
  return file ? packedInto(siteDir, file) : engineVersion();
}

/** A packed file is copied into the site's folder; a version is used as given. Throws a `UsageError` if the file does not exist. */
export async function packedInto(siteDir: string, spec: string): Promise<string> {
  if (!spec.endsWith(".tgz") || /^https?:/.test(spec)) return spec;
  const file = resolve(spec.replace(/^file:/, ""));
  if (!existsSync(file)) throw new UsageError(`there is no packed engine ${file} (any more)`);
  const to = join(siteDir, basename(file));
  if (file !== to) await copyFile(file, to);
  return `file:${basename(file)}`;
}

/** Packs the sources into a folder; the name of the file. */
function pack(folder: string): string {
  const args = ["pack", "--silent", "--pack-destination", folder];
  const printed = execFileSync("npm", args, { cwd: ENGINE, encoding: "utf8", shell: process.platform === "win32" });
  return printed.trim().split("\n").at(-1) ?? "";
}

/** The file that npm has installed this engine from; undefined for one from a registry. */
async function packedFile(): Promise<string | undefined> {
  const root = join(ENGINE, "../..");
  const text = await readFile(join(root, "node_modules/.package-lock.json"), "utf8").catch(() => "{}");
  const { packages = {} }: { packages?: Record<string, { resolved?: string }> } = JSON.parse(text);
  const resolved = packages["node_modules/wellformed"]?.resolved ?? "";
  return resolved.startsWith("file:") ? resolve(root, resolved.slice("file:".length)) : undefined;
}
