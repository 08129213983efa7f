/** A file of `public/`, which is published as it is: `public/images/x.png` is `/images/x.png`. */
import { posix } from "node:path";

export const PUBLIC = "public";

export interface PublicFile {
  /** Relative to the site's folder. */
  readonly file: string;
  /** Site-relative path of its copy. */
  readonly path: string;
  /** Where its copy is made from: the file itself, or what is left of it without metadata. Absolute. */
  readonly source: string;
  /** Another one whenever the file has changed. */
  readonly stamp: string;
}

/** The path at which a file of the site is published by itself; undefined for one outside of `public/`. */
export function publicPath(file: string): string | undefined {
  return file.startsWith(`${PUBLIC}/`) ? file.slice(PUBLIC.length).normalize("NFC") : undefined;
}

/** The paths at which hosts serve a file: `/demo/` as well for `/demo/index.html`. */
export function addressesOf({ path }: Pick<PublicFile, "path">): string[] {
  return posix.basename(path) === "index.html" ? [path, path.slice(0, -"index.html".length)] : [path];
}

/** Files that hosts and other programs read: they come and go with those, and nobody links to them. */
const FOR_PROGRAMS = /\/\.|^\/(CNAME|robots\.txt|_headers|_redirects)$/;

/** True for what must stay at its address once it was published. */
export function isKept({ path }: Pick<PublicFile, "path">): boolean {
  return !FOR_PROGRAMS.test(path);
}
