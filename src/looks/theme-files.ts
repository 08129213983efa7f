/** The files of a theme's folder, each with what it is for. */
import { readdirSync } from "node:fs";
import { join, parse } from "node:path";
import { namesOf } from "../content/names-of.ts";
import { didYouMean } from "../content/problems/nearest-name.ts";
import type { Problem } from "../content/problems/problem.ts";
import { type ComponentName, components } from "../theme/components.ts";
import { type PageName, pages } from "../theme/pages.ts";
import type { ThemeFolder } from "./theme-folders.ts";

export interface ThemeFiles {
  /** Absolute paths, all of them. */
  tokens?: string;
  style?: string;
  components: Map<ComponentName, string>;
  pages: Map<PageName, string>;
  /** By the name that texts have for them. */
  directives: Map<string, string>;
  scripts: string[];
  fonts: string[];
}

/** The files that a theme may consist of; others, such as a README, are ignored. */
const READ = /\.([cm]?[jt]sx?|css|woff2?|ttf|otf)$/;
const NOT_READ = /\.(d\.[cm]?ts|(test|spec|config)\.[cm]?[jt]sx?)$/;
const MODULE = /\.[cm]?[jt]sx?$/;
const FONT = /\.(woff2?|ttf|otf)$/;
const TOP = ["tokens.ts", "style.css", "components/", "pages/", "client/", "fonts/"];

/** `others` are files without a role of their own, which a file with one must use. */
export function themeFiles({ dir, name }: ThemeFolder): { files: ThemeFiles; others: string[]; problems: Problem[] } {
  const files: ThemeFiles = { components: new Map(), pages: new Map(), directives: new Map(), scripts: [], fonts: [] };
  const others: string[] = [];
  const problems: Problem[] = [];
  for (const path of listed(dir)) {
    const at = join(dir, path);
    const { dir: folder, name: stem, base } = parse(path);
    if (/^tokens\.[cm]?[jt]s$/.test(path)) files.tokens = at;
    else if (path === "style.css") files.style = at;
    else if (folder === "client" && MODULE.test(base)) files.scripts.push(at);
    else if (folder.split("/")[0] === "fonts" && FONT.test(base)) files.fonts.push(at);
    else if (folder === "components" && MODULE.test(base)) place(files.components, components, stem, at, others);
    else if (folder === "components/directives" && MODULE.test(base)) files.directives.set(stem, at);
    else if (folder === "pages" && MODULE.test(base)) place(files.pages, pages, stem, at, others);
    else others.push(at);
  }
  // Two spellings of one name: either may be the one that is meant.
  for (const twice of [twins(dir, "components"), twins(dir, "pages")].flat()) {
    const message = `stands for what ${name}/${twice.first} stands for`;
    problems.push({ file: `${name}/${twice.second}`, message, hint: "keep one of them" });
  }
  return { files, others, problems };
}

/** The problem of a file that nothing uses. */
export function notUsed({ dir, name }: ThemeFolder, file: string): Problem {
  const path = file
    .slice(dir.length + 1)
    .split("\\")
    .join("/");
  const { dir: folder, name: stem } = parse(path);
  const [table, kind] =
    folder === "components" ? [components, "component"] : folder === "pages" ? [pages, "page"] : [undefined, ""];
  if (table) {
    const names = Object.keys(table);
    const hint = didYouMean(stem, names) ?? `there are ${names.join(", ")}`;
    return { file: `${name}/${path}`, message: `stands for no ${kind} of the engine, and no file imports it`, hint };
  }
  const near = didYouMean(folder ? `${folder.split("/")[0]}/` : path, TOP);
  const hint = near ?? `a theme has ${TOP.join(", ")}, and what they import`;
  return { file: `${name}/${path}`, message: "is not used by the theme", hint };
}

/** Puts a file under the name that it stands for, which may be written as `EntryList`, `entryList` or `entry-list`. */
function place<Name extends string>(
  into: Map<Name, string>,
  table: Readonly<Record<Name, unknown>>,
  stem: string,
  file: string,
  others: string[],
): void {
  const name = namesOf(table).find((one) => plain(one) === plain(stem));
  if (name === undefined) others.push(file);
  else into.set(name, file);
}

function plain(name: string): string {
  return name.replaceAll("-", "").toLowerCase();
}

function twins(dir: string, folder: string): { first: string; second: string }[] {
  const known = new Map<string, string>();
  return listed(dir)
    .filter((path) => parse(path).dir === folder && MODULE.test(path))
    .flatMap((path) => {
      const key = plain(parse(path).name);
      const first = known.get(key);
      known.set(key, first ?? path);
      return first ? [{ first, second: path }] : [];
    });
}

/** Below the folder, with `/` between the parts of a path; packages and hidden files are no part of a theme. */
function listed(dir: string, folder = ""): string[] {
  return readdirSync(join(dir, folder), { withFileTypes: true })
    .filter(({ name }) => !name.startsWith(".") && name !== "node_modules")
    .sort((one, other) => (one.name < other.name ? -1 : 1))
    .flatMap((entry) => {
      const path = folder ? `${folder}/${entry.name}` : entry.name;
      if (entry.isDirectory()) return listed(dir, path);
      return READ.test(path) && !NOT_READ.test(path) ? [path] : [];
    });
}
