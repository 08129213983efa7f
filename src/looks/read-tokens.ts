/** The tokens of a theme, merged from its folders, with the problems of each file. */
import type { Problem } from "../content/problems/problem.ts";
import { failure, type Result, success } from "../content/problems/result.ts";
import { problemsIn } from "../reading/front-matter/validate.ts";
import { type ColourInput, type Palette, paletteOf } from "../theme/tokens/palette.ts";
import { Tokens } from "../theme/tokens/tokens.ts";
import type { ThemeFolder } from "./theme-folders.ts";

/** A file of tokens, with what it exports. */
export interface TokensFile {
  folder: ThemeFolder;
  /** From the site's folder. */
  file: string;
  exports: Readonly<Record<string, unknown>>;
}

export interface ReadTokens {
  tokens: Tokens;
  palette: Palette;
  /** The folder whose tokens have a face, by its key in `faces`. */
  folderOf: ReadonlyMap<string, ThemeFolder>;
  /** The file that has a key of one group, such as `colours.accent`. */
  fileOf: ReadonlyMap<string, string>;
}

export function readTokens(files: readonly TokensFile[]): Result<ReadTokens> {
  const problems: Problem[] = [];
  const folderOf = new Map<string, ThemeFolder>();
  const fileOf = new Map<string, string>();
  let tokens: Tokens = {};
  for (const { folder, file, exports } of files) {
    const value = exports["default"];
    if (value === undefined) {
      const hint = "write export default defineTokens({ … })";
      problems.push({ file, message: "has no default export", hint });
      continue;
    }
    const checked = Tokens.safeParse(value);
    if (!checked.success) {
      const found = problemsIn(checked.error, value, Tokens, () => ({ file }));
      problems.push(...found.map((problem) => ({ ...problem, written: lastKeyOf(problem.field) })));
      continue;
    }
    const { colours, faces, ...others } = checked.data;
    for (const key of Object.keys(faces ?? {})) folderOf.set(key, folder);
    for (const key of Object.keys(colours ?? {})) fileOf.set(`colours.${key}`, file);
    for (const key of Object.keys(faces ?? {})) fileOf.set(`faces.${key}`, file);
    tokens = {
      ...{ ...tokens, ...others },
      colours: { ...tokens.colours, ...colours },
      faces: { ...tokens.faces, ...faces },
    };
  }
  if (problems.length > 0) return failure(...problems);
  const { palette, reasons } = paletteOf(definedOf(tokens.colours));
  const illegible = reasons.map(({ key, ...reason }): Problem => {
    const file = fileOf.get(`colours.${key.split(".")[0]}`) ?? "theme/tokens.ts";
    return { ...reason, file, field: `colours.${key}` };
  });
  if (illegible.length > 0) return failure(...illegible);
  return success({ tokens, palette, folderOf, fileOf });
}

function definedOf(colours: Tokens["colours"] = {}): ColourInput {
  return colours;
}

/** As an object of a module has it: `accent:`. */
function lastKeyOf(field = ""): string {
  const keys = field.split(".").filter((key) => !/^\d+$/.test(key));
  return `${keys.at(-1) ?? ""}:`;
}
