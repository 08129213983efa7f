/** Reads `_data/embeds.json`, in which `wellformed embeds` keeps what it has fetched. */
import { existsSync } from "node:fs";
import { join } from "node:path";
import { EMBEDS_FILE, EMBEDS_FOLDER, type EmbedCard, EmbedCards } from "../content/embed.ts";
import { failure, type Result, success } from "../content/problems/result.ts";
import { readOptionalFile } from "./read-files.ts";
import { problemsIn } from "./validate.ts";

export interface Embeds {
  /** By address. */
  cards: ReadonlyMap<string, EmbedCard>;
  /** Their pictures, from the site's folder. */
  pictures: readonly string[];
}

const AGAIN = "run wellformed embeds --again, which writes the file";

/** Nothing without the file. */
export async function readEmbeds(siteDir: string): Promise<Result<Embeds>> {
  const text = await readOptionalFile(siteDir, EMBEDS_FILE);
  if (!text.ok) return text;
  if (text.value === undefined) return success({ cards: new Map(), pictures: [] });
  const data = parsed(text.value);
  if (data === undefined) return failure({ file: EMBEDS_FILE, message: "is not JSON", hint: AGAIN });
  const checked = EmbedCards.safeParse(data);
  if (!checked.success) {
    const found = problemsIn(checked.error, data, EmbedCards, () => ({ file: EMBEDS_FILE }));
    return failure(...found.map((problem) => ({ ...problem, hint: problem.hint ?? AGAIN })));
  }
  const cards = new Map(Object.entries(checked.data));
  const pictures = [...cards.values()].flatMap(({ picture }) => (picture ? [`${EMBEDS_FOLDER}/${picture}`] : []));
  const missing = pictures.filter((file) => !existsSync(join(siteDir, file)));
  if (missing.length === 0) return success({ cards, pictures: [...new Set(pictures)] });
  return failure(
    ...missing.map((file) => ({ file: EMBEDS_FILE, message: `names ${file}, which is not there`, hint: AGAIN })),
  );
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
