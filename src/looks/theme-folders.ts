/** The folders that a site's theme is in: that of the package or folder that `theme` names, then the site's own `theme/`. */
import { existsSync, readdirSync, statSync } from "node:fs";
import { dirname, join, relative, resolve, sep } from "node:path";
import { failure, type Result, success } from "../content/problems/result.ts";

export interface ThemeFolder {
  /** Absolute. */
  dir: string;
  /** From the site's folder, with `/` between its parts, for problems. */
  name: string;
}

const SETTINGS = "_data/site.ts";

/** In the order in which they are put over ours; what comes later wins. */
export function themeFolders(siteDir: string, setting: string | undefined): Result<ThemeFolder[]> {
  const own = join(siteDir, "theme");
  const folders = existsSync(own) ? [folderAt(siteDir, own)] : [];
  if (setting === undefined) return success(folders);
  const named = setting.startsWith(".") ? resolve(siteDir, setting) : packageFolder(siteDir, setting);
  if (named && existsSync(named) && statSync(named).isDirectory())
    return success([folderAt(siteDir, named), ...folders]);
  const hint = setting.startsWith(".")
    ? "it is a path from the site's folder, such as ./my-theme"
    : `install it with npm install ${setting}, or write ./${setting} if it is a folder of the site`;
  const message = `"${setting}" is no theme that is there`;
  return failure({ file: SETTINGS, field: "theme", message, hint, written: "theme:" });
}

/** As Node finds packages, in the `node_modules` of the site's folder and of those above it. */
function packageFolder(siteDir: string, name: string): string | undefined {
  if (!/^(@[\w.-]+\/)?[\w.-]+$/.test(name)) return undefined;
  for (let dir = resolve(siteDir); ; dir = dirname(dir)) {
    const folder = join(dir, "node_modules", name);
    if (existsSync(folder)) return folder;
    if (dir === dirname(dir)) return undefined;
  }
}

function folderAt(siteDir: string, dir: string): ThemeFolder {
  return { dir, name: relative(siteDir, dir).split(sep).join("/") };
}

/** The names of the files in its `fonts/`. */
export function listFonts({ dir }: ThemeFolder): string[] {
  const fonts = join(dir, "fonts");
  return existsSync(fonts) ? readdirSync(fonts) : [];
}
