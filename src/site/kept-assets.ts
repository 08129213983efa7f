/** A theme's styles, scripts and fonts, kept from one build to the next, since most edits touch none of them. */
import { deserialize, serialize } from "node:v8";
import { digestOf } from "../cache/digest.ts";
import { engineDigest } from "../cache/engine-digest.ts";
import { readKept, writeKept } from "../cache/kept-file.ts";
import { buildAssets } from "../theme/assets.ts";
import type { ThemeAssets } from "../theme/theme.ts";

export class KeptAssets {
  readonly #file: string;
  #made = 0;

  constructor(file: string) {
    this.#file = file;
  }

  /** How often they were built, and not kept. */
  get made(): number {
    return this.#made;
  }

  /** As `buildAssets`. */
  build: typeof buildAssets = async (words, looks) => {
    const basis = [engineDigest(), digestOf(serialize([words, looks]))].join(" ");
    const kept = readKept(this.#file, basis);
    if (kept) return deserialize(kept);
    this.#made += 1;
    const assets: ThemeAssets = await buildAssets(words, looks);
    writeKept(this.#file, basis, [serialize(assets)]);
    return assets;
  };
}
