/** The shape of a reader: one kind of thing that can be imported. Each is a file of this folder and a row of `kinds.ts`. */
import type { ImportRules } from "../rules.ts";
import type { SourceSite } from "../source-site.ts";

export interface SourceKind {
  /** As it is written on the command line: `jekyll`. */
  readonly name: string;
  /** As people call it: `a Jekyll site`. */
  readonly title: string;
  /** The evidence that a path is of this kind, such as `_config.yml and _posts/`; undefined if there is none. */
  detect(path: LookedAt): Promise<string | undefined> | string | undefined;
  /** Reads all of it. Faults of single entries are lines of the report, not errors. */
  read(path: string, options: SourceOptions): Promise<SourceSite>;
}

/** What `detect` may look at. */
export interface LookedAt {
  /** Absolute. */
  readonly path: string;
  readonly isFolder: boolean;
  /** Of what lies in the folder itself, sorted; none for a file. */
  readonly names: readonly string[];
  /** True if the folder has a file or folder of this name. */
  has(name: string): boolean;
  /** The beginning of a file of the folder, or of the file itself for `""`; empty where there is none. */
  start(name: string): string;
}

export interface SourceOptions {
  /** Rules for the site's own tags; see `rules.ts`. */
  readonly rules: ImportRules;
  /** Called now and then with how far it is. */
  readonly progress?: ((done: number, all: number) => void) | undefined;
}
