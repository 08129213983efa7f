/** The shape of a reader: one kind of thing that can be imported. Each is a file of this folder and a row of `kinds.ts`. */
import type { ImportRules } from "../rules.ts";
import type { SourceSite } from "../source-site.ts";

export interface SourceKind {
  /** As it is written on the command line: `jekyll`. */
  readonly name: string;
  /** As people call it: `a Jekyll site`. */
  readonly title: string;
  /** What shows that a path is of this kind, such as `_config.yml and _posts/`; undefined where nothing does. */
  detect(path: LookedAt): Promise<string | undefined> | string | undefined;
  /** Reads all of it. What is wrong with one entry is a line of the report, and no error. */
  read(path: string, options: SourceOptions): Promise<SourceSite>;
}

/** What `detect` may ask of a path. */
export interface LookedAt {
  /** Absolute. */
  readonly path: string;
  readonly isFolder: boolean;
  /** True if the folder has a file or folder of this name. */
  has(name: string): boolean;
  /** The beginning of a file of the folder, or of the file itself for `""`; empty where there is none. */
  start(name: string): string;
}

export interface SourceOptions {
  /** What the site's own tags mean; see `rules.ts`. */
  readonly rules: ImportRules;
  /** Called now and then with how far it is. */
  readonly progress?: ((done: number, all: number) => void) | undefined;
}
