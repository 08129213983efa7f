/** Parsed front matter, kept from one build to the next: parsing YAML takes longer than rendering a page. */
import { deserialize, serialize } from "node:v8";
import { engineDigest } from "../../cache/engine-digest.ts";
import { readKept, writeKept } from "../../cache/kept-file.ts";
import type { KnownData } from "./front-matter.ts";

type Data = Map<string, { readonly data: unknown }>;

/** New ones that are worth writing the file in development, where each change makes one. */
const WORTH_A_FILE = 50;

export class KeptFrontMatter implements KnownData {
  readonly #file: string;
  #known: Data | undefined;
  #used: Data = new Map();
  #made = 0;

  constructor(file: string) {
    this.#file = file;
  }

  get(yaml: string): { readonly data: unknown } | undefined {
    const known = this.#used.get(yaml) ?? this.#all().get(yaml);
    if (known) this.#used.set(yaml, known);
    return known;
  }

  set(yaml: string, data: unknown): void {
    this.#used.set(yaml, { data });
    this.#made += 1;
  }

  /** Writes what this build has used, for later ones; the rest is forgotten. */
  save(isPreview: boolean): void {
    this.#known = this.#used;
    this.#used = new Map();
    if (this.#made < (isPreview ? WORTH_A_FILE : 1)) return;
    this.#made = 0;
    writeKept(this.#file, engineDigest(), [serialize(this.#known)]);
  }

  #all(): Data {
    if (this.#known) return this.#known;
    const kept = readKept(this.#file, engineDigest());
    const known: Data = kept ? deserialize(kept) : new Map();
    this.#known = known;
    return known;
  }
}
