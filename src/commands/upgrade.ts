/** `wellformed upgrade`: takes a newer engine, and changes what it can of the site's files by itself. */
import { execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync } from "node:fs";
import { realpath, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { UsageError } from "../content/problems/usage-error.ts";
import { compareVersions, versionIn } from "../upgrade/version.ts";
import { ENGINE, engineVersion } from "./engine.ts";
import { engineFor, packedInto } from "./engine-source.ts";
import { install, packageManagerOf } from "./package-manager.ts";
import { takeOverClone } from "./upgrade/clone-to-site.ts";
import { installedVersion, MANIFEST, readDependency, withSpec } from "./upgrade/manifest.ts";
import { migrateSite } from "./upgrade/migrate-site.ts";
import { readUpgradeOptions, type UpgradeOptions } from "./upgrade/upgrade-options.ts";

export async function upgrade(args: string[]): Promise<void> {
  const options = readUpgradeOptions(args, process.env);
  const { siteDir, from, clone, isTrial } = options;
  if (clone !== undefined) return takeOverClone(clone, options);
  if (from !== undefined) return migrateSite(siteDir, { from, isTrial });
  await takeNewEngine(options);
}

/** The new engine migrates the site: no older one knows what is new. */
async function takeNewEngine({ siteDir, to, isTrial, installs }: UpgradeOptions): Promise<void> {
  const { text, spec } = await readDependency(siteDir);
  const from = (await installedVersion(siteDir)) ?? versionIn(spec);
  if (!from) throw new UsageError(`no version is known of "${spec}" in ${MANIFEST}; npm install finds it out`);
  const isOwn = await isEngineOf(siteDir);
  const next = to ?? (isOwn ? newestVersion() : engineVersion());
  const version = versionIn(next);
  if (version && compareVersions(version, from) <= 0) {
    return console.log(
      `The site has wellformed ${from} already${version === from ? "" : `, and ${version} is older`}.`,
    );
  }
  const newSpec = isTrial ? next : to ? await packedInto(siteDir, to) : isOwn ? next : await engineFor(siteDir);
  console.log(`${MANIFEST} has wellformed ${newSpec} in place of ${spec}`);
  const left = spec.startsWith("file:wellformed-")
    ? [`${spec.slice("file:".length)} is not needed any more: delete it`]
    : [];
  const isThis = !isOwn && !to;
  if (isTrial) {
    if (isThis) return migrateSite(siteDir, { from, isTrial, left });
    return console.log(`Nothing was written. npx wellformed@${next} upgrade --dry-run says what else it changes.`);
  }
  await writeFile(join(siteDir, MANIFEST), withSpec(text, newSpec));
  const manager = packageManagerOf(siteDir, process.env["npm_config_user_agent"]);
  if (installs) await install(siteDir, manager);
  if (isThis) return migrateSite(siteDir, { from, isTrial, left });
  if (installs) return migrateWith(siteDir, from);
  console.log(`Now type: ${manager} install && npx wellformed upgrade --from ${from}`);
}

/** Whether the engine that runs is the one in the site's `node_modules`. */
async function isEngineOf(siteDir: string): Promise<boolean> {
  const installed = join(siteDir, "node_modules/wellformed");
  return existsSync(installed) && (await realpath(installed)) === (await realpath(ENGINE));
}

/** That which npm would install. */
function newestVersion(): string {
  try {
    const args = ["view", "wellformed", "version"];
    return execFileSync("npm", args, {
      encoding: "utf8",
      stdio: ["ignore", "pipe", "ignore"],
      shell: process.platform === "win32",
    }).trim();
  } catch {
    throw new UsageError("npm does not know of a newer wellformed; --to takes a version, or a packed file");
  }
}

/** With the engine that is installed now. */
async function migrateWith(siteDir: string, from: string): Promise<void> {
  const command = join(siteDir, "node_modules/wellformed/dist/commands/wellformed.js");
  const args = [command, "upgrade", "--from", from, "--site", siteDir];
  const [code] = await once(spawn(process.execPath, args, { stdio: "inherit" }), "exit");
  if (code !== 0) process.exitCode = Number(code ?? 1);
}
