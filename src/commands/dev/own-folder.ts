/** Each server has an output folder of its own, so that two never write into, or serve, the same one. */
import { mkdir, mkdtemp, readdir, rm } from "node:fs/promises";
import { join } from "node:path";
import { isAlive } from "../../publish/is-alive.ts";

/** An empty folder in `<site>/.cache/dev/`, with the process's number in its name. Those of servers that are gone are removed. */
export async function makeOwnFolder(siteDir: string): Promise<string> {
  const parent = join(siteDir, ".cache/dev");
  await mkdir(parent, { recursive: true });
  for (const name of await readdir(parent)) {
    // This process has made none yet: a folder with its number is from an earlier one, as often in containers.
    const pid = Number(/^(\d+)-/.exec(name)?.[1]);
    const isInUse = pid > 0 && pid !== process.pid && isAlive(pid);
    if (!isInUse) await rm(join(parent, name), { recursive: true, force: true });
  }
  return mkdtemp(join(parent, `${process.pid}-`));
}
