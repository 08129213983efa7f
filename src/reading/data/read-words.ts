/** Reads `_data/words/`: a file for each language, with phrases in the site's own words, or in a language that we lack. */
import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import { failure, type Result, success } from "../../content/problems/result.ts";
import { Language } from "../../content/text/text.ts";
import { OwnWords } from "../../content/words/words.ts";
import { validate } from "../front-matter/validate.ts";
import { placeOfKey } from "./data-places.ts";
import { readData } from "./read-data.ts";

const FOLDER = "_data/words";
const File = z.strictObject({ words: OwnWords });
const MODULE = /\.ts$/;

/** By language tag, after which the files are named. */
export async function readWords(siteDir: string): Promise<Result<Readonly<Record<string, OwnWords>>>> {
  const names = (await readdir(join(siteDir, FOLDER)).catch(() => [])).filter((name) => MODULE.test(name)).sort();
  const words: Record<string, OwnWords> = {};
  for (const name of names) {
    const file = `${FOLDER}/${name}`;
    const tag = name.replace(MODULE, "");
    if (!Language.safeParse(tag).success) {
      const hint = "name it after a language, such as eo.ts or de-CH.ts";
      return failure({ file, message: `"${tag}" is not a language tag`, hint });
    }
    const data = await readData(siteDir, file);
    if (!data.ok) return data;
    const valid = validate(File, { words: data.value }, ([, ...path]) => placeOfKey(siteDir, file, path));
    if (!valid.ok) return valid;
    words[tag] = valid.value.words;
  }
  return success(words);
}
