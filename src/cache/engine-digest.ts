/**
 * A digest of everything but the site that a kept value depends on: the engine's files, its packages and Node. It is part of
 * every cache key, so another version of the engine finds nothing rather than something wrong.
 */
import { engineBundle } from "./engine-bundle.ts";
import { digestOfEngine } from "./engine-files.ts";

let known: string | undefined;

export function engineDigest(): string {
  known ??= engineBundle()?.digest ?? digestOfEngine();
  return known;
}
