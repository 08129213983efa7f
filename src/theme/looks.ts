/** What a site's theme adds to our styles, scripts and fonts, or puts in their place. */
import type { FamilyFiles } from "./faces.ts";
import type { Palette } from "./tokens/palette.ts";
import type { Tokens } from "./tokens/tokens.ts";

export interface Looks {
  readonly tokens: Tokens;
  readonly palette: Palette;
  /** In place of our faces. */
  readonly text?: FamilyFiles | undefined;
  readonly code?: FamilyFiles | undefined;
  /** Families of the reader's machine that text is set in, as CSS lists them; no face for text is loaded then. */
  readonly systemText?: string | undefined;
  /** Come after ours, in their order; addresses of files are below `/assets/`. */
  readonly styles: readonly string[];
  readonly scripts: readonly OwnScript[];
  /** By the site-relative path at which they are published. */
  readonly files: ReadonlyMap<string, Uint8Array>;
}

export interface OwnScript {
  /** Without its extension. */
  name: string;
  contents: Uint8Array;
  /** What in a page's HTML shows that it is needed. */
  needed: RegExp;
}
