/** Reads `_data/embeds.json`, in which `wellformed embeds` keeps what it has fetched. */
import { existsSync } from "node:fs";
import { join } from "node:path";
import { EMBEDS_FILE, EMBEDS_FOLDER, type EmbedCard, EmbedCards } from "../../content/embed.ts";
import { failure, type Result, success } from "../../content/problems/result.ts";
import { readFetched } from "./read-fetched.ts";

export interface Embeds {
  /** By address. */
  cards: ReadonlyMap<string, EmbedCard>;
  /** The files of their pictures. */
  pictures: readonly string[];
}

const AGAIN = "run wellformed embeds --again, which writes the file";

/** Empty without the file. */
export async function readEmbeds(siteDir: string): Promise<Result<Embeds>> {
  const read = await readFetched(siteDir, { file: EMBEDS_FILE, schema: EmbedCards, hint: AGAIN });
  if (!read.ok) return read;
  const cards = new Map(Object.entries(read.value ?? {}));
  const pictures = [...cards.values()].flatMap(({ picture }) => (picture ? [`${EMBEDS_FOLDER}/${picture}`] : []));
  const missing = pictures.filter((file) => !existsSync(join(siteDir, file)));
  if (missing.length === 0) return success({ cards, pictures: [...new Set(pictures)] });
  return failure(
    ...missing.map((file) => ({ file: EMBEDS_FILE, message: `names ${file}, which is not there`, hint: AGAIN })),
  );
}
