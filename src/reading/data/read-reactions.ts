/** Reads `_data/reactions.json`, in which `wellformed reactions` keeps what it has fetched. */
import { type Result, success } from "../../content/problems/result.ts";
import { REACTIONS_FILE, Reactions } from "../../content/reactions.ts";
import { readFetched } from "./read-fetched.ts";

const AGAIN = "run wellformed reactions, which writes the file";

/** Empty without the file. */
export async function readReactions(siteDir: string): Promise<Result<Reactions>> {
  const read = await readFetched(siteDir, { file: REACTIONS_FILE, schema: Reactions, hint: AGAIN });
  return read.ok ? success(read.value ?? { copies: {}, mentions: {} }) : read;
}
