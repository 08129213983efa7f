/** The Node that programs run in: our own, or another major version from npm. */

import { spawnSync } from "node:child_process";
import { access } from "node:fs/promises";
import { join } from "node:path";
import { majorOf } from "../content/samples/version.ts";
import { releaseFolder } from "./release.ts";

export interface NodeRelease {
  /** The program. */
  path: string;
  /** Such as `24.21.0`. */
  version: string;
}

/** Our own. */
export const OWN_NODE: NodeRelease = { path: process.execPath, version: process.versions.node };

export async function nodeRelease(major: number | undefined, siteDir: string): Promise<NodeRelease> {
  if (major === undefined || majorOf(OWN_NODE.version) === major) return OWN_NODE;
  const folder = await releaseFolder({ system: "Node", major }, siteDir);
  const path = join(folder, process.platform === "win32" ? "bin/node.exe" : "bin/node");
  await access(path);
  const { stdout } = spawnSync(path, ["--version"], { encoding: "utf8" });
  return { path, version: stdout.trim().replace(/^v/, "") };
}

/** The version of SQLite that it has, such as `3.53.4`. */
export function sqliteVersion({ path }: NodeRelease): string {
  return spawnSync(path, ["--print", "process.versions.sqlite"], { encoding: "utf8" }).stdout.trim();
}
