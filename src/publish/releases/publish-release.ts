/** Makes a build the live release of a destination, or an earlier release. Killed at any moment, one or the other is live, whole. */
import { OutsideError } from "../../content/problems/outside-error.ts";
import { UsageError } from "../../content/problems/usage-error.ts";
import type { BuiltFolder } from "./built-folder.ts";
import type { Destination } from "./destination.ts";
import { explained } from "./explain.ts";
import { keptBy, keptReleases } from "./release.ts";
import { ReleaseFolder, type State } from "./release-folder.ts";
import { isHere, sendByRsync, sendByTar } from "./send.ts";

/** How many releases there are at most. */
const RELEASES = 5;
/** Those with files whose names have digests. */
const WITH_DIGESTS = ["assets", "pagefind"];

export type Published =
  | { readonly kind: "unchanged"; readonly name: string }
  | {
      readonly kind: "live";
      readonly name: string;
      /** How many files are new, as before, and of earlier builds. */
      readonly files: { readonly new: number; readonly same: number; readonly kept: number };
    };

export interface Publishing {
  readonly destination: Destination;
  /** The site's address, by which its folder is known from that of another. */
  readonly site: string;
  /** Makes what is published, when it is known that it can be. */
  readonly build: () => Promise<BuiltFolder>;
}

/** Throws a `UsageError` where the destination is not the site's, and an `OutsideError` where it can't be reached or written. */
export function publishRelease({ destination, site, build }: Publishing): Promise<Published> {
  return inFolder(destination, async (folder) => {
    const { live } = await taken(folder, destination, site);
    const built = await build();
    const before = live === undefined ? undefined : await folder.release(live);
    if (live !== undefined && before?.digest === built.digest) return { kind: "unchanged", name: live };
    const present = live === undefined ? [] : await folder.filesIn(live, WITH_DIGESTS);
    const kept = keptBy(built.files, before ?? { kept: new Map() }, present, Math.floor(Date.now() / 1000));
    const name = await folder.begin();
    try {
      await send(folder, { destination, from: built.folder, to: `releases/${name}`, live }, name);
      if (live !== undefined) await folder.keep(live, name, kept.keys());
      const fresh = await folder.finish(name, { before: live, digest: built.digest, kept });
      // It is live: what can't be removed now is left to the next one.
      await removeOld(folder, name).catch(() => {});
      return { kind: "live", name, files: { new: fresh, same: built.files.size - fresh, kept: kept.size } };
    } catch (error) {
      // Where the connection is lost, the next one finds it unfinished.
      const state = await folder.state().catch(() => undefined);
      if (state?.kind === "ours" && state.live !== name) await folder.discard(name).catch(() => {});
      throw error;
    }
  });
}

/** Returns the names of the release that is live again, and of the one that was. */
export function publishBefore(destination: Destination, site: string): Promise<{ now: string; was: string }> {
  return inFolder(destination, async (folder) => {
    const { live } = await taken(folder, destination, site);
    if (live === undefined) throw new UsageError(`nothing is live in ${destination.name} yet`);
    const names = await folder.predecessors();
    const before = names.get(live);
    if (!before || !names.has(before))
      throw new UsageError(`${destination.name} has no release before ${live}, which is live`);
    await folder.back(before, live);
    return { now: before, was: live };
  });
}

async function inFolder<Value>(
  destination: Destination,
  work: (folder: ReleaseFolder) => Promise<Value>,
): Promise<Value> {
  const folder = new ReleaseFolder(destination);
  try {
    return await work(folder);
  } catch (error) {
    throw explained(error, destination);
  } finally {
    await folder.close();
  }
}

async function send(folder: ReleaseFolder, sending: Parameters<typeof sendByTar>[0], name: string): Promise<void> {
  if ((await isHere("rsync")) && (await folder.has("rsync"))) return sendByRsync(sending);
  await sendByTar(sending);
  if (sending.live !== undefined) await folder.shareWith(sending.live, name);
}

/** Takes the folder, if it is the site's or can become it. */
async function taken(
  folder: ReleaseFolder,
  destination: Destination,
  site: string,
): Promise<{ live: string | undefined }> {
  check(await folder.state(), destination, site);
  const other = await folder.lock(site);
  if (other !== undefined)
    throw new OutsideError(
      `process ${other} publishes to ${destination.name} at this moment; wait for it, or end it there`,
    );
  // Another may have been here meanwhile.
  const state = await folder.state();
  check(state, destination, site);
  return { live: state.kind === "ours" ? state.live : undefined };
}

async function removeOld(folder: ReleaseFolder, live: string): Promise<void> {
  const names = await folder.predecessors();
  await folder.prune(keptReleases(live, RELEASES, (one) => names.get(one)));
}

function check(state: State, { name }: Destination, site: string): void {
  const hint = "name a folder that is new, empty, or has releases of this site";
  if (state.kind === "file") throw new UsageError(`${name} is no folder (${hint})`);
  if (state.kind === "other")
    throw new UsageError(`${name} holds what was never published: ${state.names.join(", ")} (${hint})`);
  if (state.kind === "ours" && state.site !== site) {
    const moved = "if the site has moved, write its new address into releases/site there";
    throw new UsageError(`${name} has the releases of ${state.site}, and this is ${site} (${hint}; ${moved})`);
  }
}
