/** Makes a build, or an earlier release, live at a destination. Whenever it is killed, either the old or the new one is live, whole. */
import { OutsideError } from "../../content/problems/outside-error.ts";
import { UsageError } from "../../content/problems/usage-error.ts";
import type { BuiltFolder } from "./built-folder.ts";
import type { Destination } from "./destination.ts";
import { explained } from "./explain.ts";
import { keptBy, keptReleases } from "./release.ts";
import { ReleaseFolder, type State } from "./release-folder.ts";
import { isHere, sendByRsync, sendByTar } from "./send.ts";

/** How many releases are kept at most. */
const RELEASES = 5;
/** Folders whose files have digests in their names. */
const WITH_DIGESTS = ["assets", "pagefind"];

export type Published =
  | { readonly kind: "unchanged"; readonly name: string }
  | {
      readonly kind: "live";
      readonly name: string;
      /** How many files are new, unchanged, and kept from earlier builds. */
      readonly files: { readonly new: number; readonly same: number; readonly kept: number };
      /** Endings of the compressed copies that the release before had, where this one has none. */
      readonly copiesLost: readonly string[];
    };

export interface Publishing {
  readonly destination: Destination;
  /** The site's URL, which tells its folder from that of another site. */
  readonly site: string;
  /** With drafts, which take no published site's place. */
  readonly drafts: boolean;
  /** Builds what is published; called when it is known that the destination can be written. */
  readonly build: () => Promise<BuiltFolder>;
}

/**
 * Throws a `UsageError` if the destination belongs to another site, or is the published one and there are drafts, and an
 * `OutsideError` if it can't be reached or written.
 */
export function publishRelease({ destination, site, drafts, build }: Publishing): Promise<Published> {
  return inFolder(destination, async (folder) => {
    const { live } = await taken(folder, destination, site);
    if (drafts && live !== undefined && !(await folder.hasDrafts(live))) {
      const hint = `name another folder, such as ${destination.name.replace(/\/+$/, "")}-preview`;
      throw new UsageError(`${destination.name} has the published site, whose place drafts would take (${hint})`);
    }
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
      // The release is live already: the next publish removes what this one can't.
      await removeOld(folder, name).catch(() => {});
      const files = { new: fresh, same: built.files.size - fresh, kept: kept.size };
      const own = present.filter((file) => !before?.kept.has(file));
      return { kind: "live", name, files, copiesLost: endingsOf(built.files).length > 0 ? [] : endingsOf(own) };
    } catch (error) {
      // If the connection is lost, the next publish will find an unfinished release.
      const state = await folder.state().catch(() => undefined);
      if (state?.kind === "ours" && state.live !== name) await folder.discard(name).catch(() => {});
      throw error;
    }
  });
}

/** Endings of compressed copies of the engine's own files; a site's `public/` may have archives. */
function endingsOf(files: Iterable<string>): string[] {
  const found = [...files].flatMap((file) => /^(?:assets|pagefind)\/.*\.(br|gz|zst)$/.exec(file)?.[1] ?? []);
  return [...new Set(found)].sort();
}

/** Makes the release before the live one live again, but for drafts in the place of the published site. Returns the names of both. */
export function publishBefore(destination: Destination, site: string): Promise<{ now: string; was: string }> {
  return inFolder(destination, async (folder) => {
    const { live } = await taken(folder, destination, site);
    if (live === undefined) throw new UsageError(`nothing is live in ${destination.name} yet`);
    const names = await folder.predecessors();
    const before = names.get(live);
    if (!before || !names.has(before))
      throw new UsageError(`${destination.name} has no release before ${live}, which is live`);
    if ((await folder.hasDrafts(before)) && !(await folder.hasDrafts(live))) {
      const message = `the release before ${live} has drafts, which would take the place of the published site`;
      throw new UsageError(`${message} in ${destination.name}; publish what is to be live`);
    }
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

/** Locks the folder, if it is the site's or can become the site's. */
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
  // Another process may have changed it before it was locked.
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
