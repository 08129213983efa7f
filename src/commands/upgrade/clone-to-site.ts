/** Makes a site's folder of what a clone of the engine's repository has of a site. */

import { existsSync } from "node:fs";
import { cp, mkdir, readdir } from "node:fs/promises";
import { join, relative } from "node:path";
import { UsageError } from "../../content/problems/usage-error.ts";
import { collections } from "../../site/collections.ts";
import { siteFrame } from "../../starter/site-frame.ts";
import { leftInClone, SITE_FOLDERS } from "../../upgrade/clone.ts";
import { engineFor, packedInto } from "../engine-source.ts";
import { inTheWay } from "../init/in-the-way.ts";
import { install, packageManagerOf } from "../package-manager.ts";
import { writeNew } from "../write-new.ts";
import { CHECK, migrateSite } from "./migrate-site.ts";
import type { UpgradeOptions } from "./upgrade-options.ts";

/** The last version that was cloned, and not installed. */
const LAST_CLONED = "0.1.0";

/** Leaves the clone alone. Files are copied byte for byte, and changes to the copies are reported. */
export async function takeOverClone(clone: string, { siteDir, to, isTrial, installs }: UpgradeOptions): Promise<void> {
  const names = await inTheWay(siteDir);
  if (names.length > 0) {
    throw new UsageError(
      `${siteDir} is not empty: it has ${names.join(", ")} (--site names the folder of the new site)`,
    );
  }
  const manager = packageManagerOf(siteDir, process.env["npm_config_user_agent"]);
  const folders = SITE_FOLDERS.filter((folder) => existsSync(join(clone, folder)));
  for (const folder of folders) console.log(`${folder}/ is copied from ${clone}`);
  if (!isTrial) {
    await mkdir(siteDir, { recursive: true });
    for (const folder of folders) await cp(join(clone, folder), join(siteDir, folder), { recursive: true });
    const engine = to ? await packedInto(siteDir, to) : await engineFor(siteDir);
    const files = siteFrame(engine, collections);
    const kept = await writeNew(siteDir, files);
    for (const path of files.keys()) console.log(`${path} ${kept.has(path) ? "stays as it was" : "is new"}`);
    if (installs) await install(siteDir, manager);
  }
  const left = leftInClone(await readdir(clone));
  const steps = [relative(".", siteDir) && `cd ${siteDir}`, !installs && `${manager} install`, CHECK];
  const next = steps.filter(Boolean).join(" && ");
  await migrateSite(siteDir, { from: LAST_CLONED, isTrial, readFrom: clone, left, next });
}
