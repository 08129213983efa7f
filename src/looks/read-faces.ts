/** The faces that a theme has of its own, cut and measured. */
import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { basename, join } from "node:path";
import { didYouMean } from "../content/problems/nearest-name.ts";
import type { Problem } from "../content/problems/problem.ts";
import { failure, type Result, success } from "../content/problems/result.ts";
import { type Cache, digestOf } from "../pictures/cache.ts";
import type { Family, FamilyFiles } from "../theme/faces.ts";
import type { Tokens } from "../theme/tokens/tokens.ts";
import type { Generic } from "./faces/fallback-face.ts";
import type { FamilyRequest, FontFile } from "./faces/family-files.ts";
import type { ReadTokens } from "./read-tokens.ts";
import { listFonts, type ThemeFolder } from "./theme-folders.ts";

export interface ReadFaces {
  text?: FamilyFiles;
  code?: FamilyFiles;
  systemText?: string;
  /** Stands for the face of text in the names of what is kept between builds; empty for ours. */
  name: string;
  advice: Problem[];
  /** Absolute paths of the font files. */
  inputs: string[];
}

const ROLES: readonly ["text" | "code", Family][] = [
  ["text", "Text"],
  ["code", "Code"],
];
/** Without these nothing can be read at all. */
const LETTERS = /[A-Za-z0-9]/;

export async function readFaces(read: ReadTokens, cache: Cache): Promise<Result<ReadFaces>> {
  const found: ReadFaces = { name: "", advice: [], inputs: [] };
  const problems: Problem[] = [];
  for (const [role, family] of ROLES) {
    const asked = askedOf(read.tokens.faces?.[role]);
    const folder = read.folderOf.get(role);
    if (!asked || !folder) continue;
    if ("system" in asked) {
      found.systemText = asked.system;
      continue;
    }
    const place = { file: read.fileOf.get(`faces.${role}`) ?? "theme/tokens.ts", field: `faces.${role}` };
    const files: FontFile[] = [];
    for (const name of asked.files) {
      const path = join(folder.dir, "fonts", name);
      if (existsSync(path)) {
        files.push({ name: basename(name), bytes: await readFile(path) });
        found.inputs.push(path);
        continue;
      }
      const hint = didYouMean(name, listFonts(folder)) ?? `put it in ${folder.name}/fonts/`;
      problems.push({ ...place, message: `there is no ${name} in ${folder.name}/fonts/`, hint, written: name });
    }
    if (files.length < asked.files.length) continue;
    const cut = await familyOf({ family, files, generic: asked.fallback }, folder, cache);
    if (!cut.ok) {
      problems.push(...cut.problems);
      continue;
    }
    const { missing, ...own } = cut.value;
    const first = `${folder.name}/fonts/${asked.files[0]}`;
    if (missing.some((letter) => LETTERS.test(letter))) {
      const message = `lacks ${missing.filter((letter) => LETTERS.test(letter)).join(" ")}`;
      problems.push({ file: first, message, hint: "take a face that has all letters and figures" });
    } else if (missing.length > 0) {
      const message = `lacks ${missing.join(" ")}, which are taken from another face where a page has them`;
      found.advice.push({ file: first, message });
    }
    found[role] = own;
    if (role === "text") found.name = digestOf(files.map(({ bytes }) => digestOf(bytes)).join(" ")).slice(0, 16);
  }
  return problems.length > 0 ? failure(...problems) : success(found);
}

type Asked = { system: string } | { files: string[]; fallback: Generic | undefined };

function askedOf(face: NonNullable<Tokens["faces"]>["text"]): Asked | undefined {
  if (face === undefined) return undefined;
  if (typeof face === "string") return { files: [face], fallback: undefined };
  if (Array.isArray(face)) return { files: face, fallback: undefined };
  if ("system" in face) return face;
  return { files: typeof face.files === "string" ? [face.files] : face.files, fallback: face.fallback };
}

async function familyOf(
  request: FamilyRequest,
  { name }: ThemeFolder,
  cache: Cache,
): Promise<Result<FamilyFiles & { missing: string[] }>> {
  // What reads and cuts fonts takes long to load, and few themes have a face of their own.
  const { familyFiles } = await import("./faces/family-files.ts");
  try {
    return success(await familyFiles(request, cache));
  } catch (error) {
    const file = `${name}/fonts/${request.files[0]?.name}`;
    const message = `can't be read as a font: ${error instanceof Error ? error.message : String(error)}`;
    return failure({ file, message, hint: "put a woff2, woff, ttf or otf file there" });
  }
}
