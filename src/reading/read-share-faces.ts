/** Reads further faces for share images, from packages of the site: for letters that its own face lacks. */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { digestOf } from "../cache/digest.ts";
import type { Problem } from "../content/problems/problem.ts";
import { failure, type Result, success } from "../content/problems/result.ts";
import { Typeface } from "../pictures/typeface.ts";

export interface ShareFaces {
  typeface: Typeface;
  /** The font files that were added to those of the site's own face. */
  files: string[];
}

const SETTINGS = "_data/site.ts";
/** How packages name files of the regular weight; a large script may be in a hundred of them. */
const REGULAR = /(?:-400-normal|[-_]Regular|-regular)\.(?:woff2|ttf|otf)$/;

/** `packages` are names as in `@fontsource/noto-serif-jp`, tried in their order after `own`. */
export function readShareFaces(siteDir: string, packages: readonly string[], own: Typeface): Result<ShareFaces> {
  const problems: Problem[] = [];
  const files = packages.flatMap((name) => {
    const folder = folderOf(siteDir, name);
    const place = { file: SETTINGS, rule: "theme" as const, field: "shareImages.faces", written: name };
    if (!folder) {
      problems.push({ ...place, message: `there is no package ${name}`, hint: `npm install ${name}` });
      return [];
    }
    const found = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((file) => REGULAR.test(file));
    if (found.length === 0) {
      const message = `the package ${name} has no upright face of the regular weight`;
      problems.push({ ...place, message, hint: "name a package of fonts, such as @fontsource/noto-serif-jp" });
    }
    return found.sort().map((file) => join(folder, file));
  });
  if (problems.length > 0) return failure(...problems);
  const fonts = files.map((file) => readFileSync(file));
  const name = [own.name, ...fonts.map((bytes) => digestOf(bytes))].join(" ");
  return success({ files, typeface: new Typeface([...own.files, ...fonts], digestOf(name)) });
}

/** The folder of a package, searched for upwards as Node does: font packages do not export their files. */
function folderOf(siteDir: string, name: string): string | undefined {
  for (let folder = siteDir; ; folder = dirname(folder)) {
    const installed = join(folder, "node_modules", name);
    if (existsSync(join(installed, "package.json"))) return installed;
    if (dirname(folder) === folder) return undefined;
  }
}
