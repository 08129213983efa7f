/** Files that the old site published as they are: they stay at their addresses, in `public/`. */
import { statSync } from "node:fs";
import { OldAddress } from "../content/old-address.ts";
import { PUBLIC } from "../content/public-file.ts";
import { fileNameProblems } from "../content/text/file-name.ts";
import type { PlacedFile } from "./media.ts";
import type { Plan } from "./plan.ts";
import type { Left, SourceFile } from "./source-site.ts";

export interface PublicFiles {
  /** By their files of this machine: where each is if a post needs it. */
  readonly placed: ReadonlyMap<string, PlacedFile>;
  /** Those that come along whether a post needs them or not. */
  readonly copied: readonly PlacedFile[];
  /** Those that come along only if a post needs them. */
  readonly ofTheme: readonly PlacedFile[];
  readonly redirects: ReadonlyMap<string, string>;
  readonly left: readonly Left[];
}

/** Files that this engine makes, or that configure a host as the engine does. */
const ENGINES =
  /^\/(index\.html|404\.html|(sitemap[^/]*|feed|atom|rss2?|index)\.xml|(feed|published)\.json|feed\.css|_headers|_redirects|sw\.js)$/i;
/** Folders of the engine's own, in which nothing else can be. */
const ENGINES_FOLDER = /^\/(assets|pagefind)\//i;
const MOVED_TO = "/files/";
const OF_THEME = /\.([cm]?jsx?|tsx?|css|scss|sass|less|styl|map|woff2?|ttf|otf|eot)$/i;
/** Hosts, shells and addresses read something else into these. */
const NO_NAME = /[?#%\\*:|"<>\p{Cc}]/u;
const MOST_NAMES = 12;

export function publicFilesOf(files: readonly SourceFile[], { entries, redirects: known }: Plan): PublicFiles {
  const placed = new Map<string, PlacedFile>();
  const copied: PlacedFile[] = [];
  const redirects = new Map<string, string>();
  const left: Left[] = [];
  const leave = (path: string, now: string) =>
    left.push({ file: path.slice(1), construct: "file of the old site", outcome: "left", was: path, now });
  const pages = entries.map(({ path }) => path.toLowerCase());
  const taken = new Set(pages.flatMap((path) => [path, path.replace(/\/$/, ""), `${path}index.html`]));
  const folders = new Set(pages.flatMap(foldersOf));
  const published = files.filter(({ isPublished }) => isPublished);
  const demos = [...new Set(published.flatMap(({ path }) => /^(\/.+\/)[^/]*\.html?$/i.exec(path)?.[1] ?? []))];
  const ofTheme: PlacedFile[] = [];
  for (const source of published) {
    if (!("file" in source.at)) continue;
    const old = source.path.normalize("NFC");
    if (ENGINES.test(old) || known.has(old)) {
      leave(old, "nothing: this site makes its own");
      continue;
    }
    const path = old.replace(ENGINES_FOLDER, (folder) => (/assets/i.test(folder) ? MOVED_TO : `${MOVED_TO}pagefind/`));
    const key = path.toLowerCase();
    if (NO_NAME.test(path) || fileNameProblems(path, "", { file: path }).length > 0) {
      leave(old, "nothing at that address: not every host can have the name");
      continue;
    }
    if (taken.has(key) || folders.has(key)) {
      leave(old, "nothing at that address: something else has it");
      continue;
    }
    taken.add(key);
    const one: PlacedFile = { source, file: `${PUBLIC}${path}` };
    placed.set(source.at.file, one);
    if (OF_THEME.test(path) && !demos.some((folder) => old.startsWith(folder))) {
      ofTheme.push(one);
      continue;
    }
    copied.push(one);
    if (path === old) continue;
    const from = OldAddress.safeParse(old).success ? old : encodeURI(old);
    if (OldAddress.safeParse(from).success) redirects.set(from, path);
  }
  return { placed, copied, ofTheme, redirects, left };
}

/** The line of the report for files of the old theme that nothing needs. */
export function themeNote(files: readonly PlacedFile[]): Left[] {
  if (files.length === 0) return [];
  const names = files.slice(0, MOST_NAMES).map(({ source }) => source.path);
  const was = `${files.length} ${files.length === 1 ? "file" : "files"}: ${names.join(", ")}${files.length > MOST_NAMES ? " …" : ""}`;
  const construct = "scripts, styles and fonts of the old theme";
  return [{ file: "theme", construct, outcome: "noted", was, now: "nothing: this site has a theme of its own" }];
}

/** Their bytes together. */
export function bytesOfFiles(files: readonly PlacedFile[]): number {
  const sizes = files.map(({ source: { at } }) =>
    "file" in at ? (statSync(at.file, { throwIfNoEntry: false })?.size ?? 0) : 0,
  );
  return sizes.reduce((sum, size) => sum + size, 0);
}

/** The address of a file in `public/`, as Markdown has it; undefined for one elsewhere. */
export function publicAddress(file: string): string | undefined {
  if (!file.startsWith(`${PUBLIC}/`)) return undefined;
  return file.slice(PUBLIC.length).replace(/[\s()[\]{}<>"'`&^~$]/g, (one) => {
    const encoded = encodeURIComponent(one);
    return encoded === one ? `%${one.charCodeAt(0).toString(16)}` : encoded;
  });
}

/** `/a/b/` lies in `/a`. */
function foldersOf(path: string): string[] {
  const names = path.split("/").filter(Boolean);
  return names.slice(1).map((_, index) => `/${names.slice(0, index + 1).join("/")}`);
}
