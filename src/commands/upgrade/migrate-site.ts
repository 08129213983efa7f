/** Brings the files of a site to what this engine expects, and says what is left. */
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { migrate, withChanges } from "../../upgrade/migration.ts";
import { migrations } from "../../upgrade/migrations.ts";
import { byHand } from "../../upgrade/release-notes.ts";
import { ENGINE, engineVersion } from "../engine.ts";
import { describeChange } from "./describe-change.ts";
import { readSiteTexts, writeChanges } from "./site-texts.ts";

/** It says what else is wrong, and loses no address that was published. */
export const CHECK = "npx wellformed check";

export interface MigrateOptions {
  /** The version that the files are as. */
  from: string;
  isTrial: boolean;
  /** Of files, where they are not in the site's folder yet. */
  readFrom?: string;
  /** What else is left to do. */
  left?: readonly string[];
  /** What to type when it is done. */
  next?: string;
}

export async function migrateSite(
  siteDir: string,
  { from, isTrial, readFrom = siteDir, left = [], next = CHECK }: MigrateOptions,
): Promise<void> {
  const to = engineVersion();
  const texts = await readSiteTexts(readFrom);
  const migrated = migrate(texts, from, to, migrations);
  let present = texts;
  for (const change of migrated.changes) {
    console.log(describeChange(change, present));
    present = withChanges(present, [change]);
  }
  if (!isTrial) await writeChanges(siteDir, migrated.changes);
  if (migrated.changes.length === 0) console.log(`No file has to be another from ${from} to ${to}.`);
  const changeLog = await readFile(join(ENGINE, "CHANGELOG.md"), "utf8");
  const all = [...migrated.left, ...left, ...byHand(changeLog, from, to)];
  if (all.length > 0) console.log(["Left to you:", ...all.map((one) => `- ${one}`)].join("\n"));
  console.log(isTrial ? "Nothing was written." : `Now type: ${next}`);
}
