/** The program that installs a site's packages. */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync } from "node:fs";
import { join } from "node:path";

/** By the lockfile of each. */
const LOCKFILES = {
  "package-lock.json": "npm",
  "pnpm-lock.yaml": "pnpm",
  "yarn.lock": "yarn",
  "bun.lock": "bun",
  "bun.lockb": "bun",
} as const;

export type PackageManager = (typeof LOCKFILES)[keyof typeof LOCKFILES];

/** The one whose lockfile is in the folder, or else the one that has started this process. `userAgent` is `pnpm/10.1.0 node/…`. */
export function packageManagerOf(folder: string, userAgent = ""): PackageManager {
  const known = Object.entries(LOCKFILES);
  const [, byLockfile] = known.find(([file]) => existsSync(join(folder, file))) ?? [];
  const [, byAgent] = known.find(([, name]) => userAgent.startsWith(`${name}/`)) ?? [];
  return byLockfile ?? byAgent ?? "npm";
}

/** Installs what `package.json` asks for; throws where that fails, when the program has said why. */
export async function install(folder: string, manager: PackageManager): Promise<void> {
  const quiet = manager === "npm" ? ["--no-audit", "--no-fund", "--loglevel=error"] : [];
  const child = spawn(manager, ["install", ...quiet], {
    cwd: folder,
    stdio: ["ignore", "inherit", "inherit"],
    shell: process.platform === "win32",
  });
  const [code] = await once(child, "exit");
  if (code !== 0) throw new Error(`${manager} install failed in ${folder}`);
}
