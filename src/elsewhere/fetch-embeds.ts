/** Fetches what pages show of other sites into `_data/`, where builds read it without requests. */
import { mkdir, readdir, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { digestOf } from "../cache/digest.ts";
import { EMBEDS_FILE, EMBEDS_FOLDER, type EmbedCard, embeddableAt } from "../content/embed.ts";
import type { Problem } from "../content/problems/problem.ts";
import { Asker, type Asking } from "./ask.ts";
import { fetchEmbed } from "./fetch-embed.ts";

/** A line of a page with nothing but an address. */
export interface EmbedLine {
  file: string;
  line: number;
  address: string;
}

export interface EmbedsRequest {
  siteDir: string;
  lines: readonly EmbedLine[];
  /** Embeds that were fetched before. */
  known: ReadonlyMap<string, EmbedCard>;
  /** Asks about those as well. */
  again: boolean;
}

export interface FetchedEmbeds {
  fetched: number;
  /** How many known ones are no longer on any page. */
  removed: number;
  /** A failed request; what was known before stays. */
  problems: Problem[];
}

export async function fetchEmbeds(
  { siteDir, lines, known, again }: EmbedsRequest,
  asking: Asking,
  onAsk: (address: string) => void = () => {},
): Promise<FetchedEmbeds> {
  const asker = new Asker(asking);
  const cards = new Map<string, EmbedCard>();
  const problems: Problem[] = [];
  let fetched = 0;
  await mkdir(join(siteDir, EMBEDS_FOLDER), { recursive: true });
  for (const { address, file, line } of new Map(lines.map((one) => [one.address, one])).values()) {
    const before = known.get(address);
    const embeddable = embeddableAt(address);
    if (before) cards.set(address, before);
    if (!embeddable || (before && !again)) continue;
    onAsk(address);
    const answer = await fetchEmbed(embeddable, asker);
    if ("reason" in answer) {
      const hint = before ? "what was known of it stays" : "until then it is a link";
      problems.push({ file, line, message: `${address} ${answer.reason}`, hint });
      continue;
    }
    fetched += 1;
    const { card, picture } = answer.value;
    const name = `${embeddable.kind}-${digestOf(address).slice(0, 12)}.jpg`;
    if (picture) await writeFile(join(siteDir, EMBEDS_FOLDER, name), picture);
    cards.set(address, picture ? { ...card, picture: name } : card);
  }
  await save(siteDir, cards);
  return { fetched, removed: [...known.keys()].filter((address) => !cards.has(address)).length, problems };
}

/** In the order of addresses, so that two runs differ in what is new. Pictures that no card names go. */
async function save(siteDir: string, cards: ReadonlyMap<string, EmbedCard>): Promise<void> {
  const folder = join(siteDir, EMBEDS_FOLDER);
  const named = new Set([...cards.values()].map(({ picture }) => picture));
  for (const name of await readdir(folder)) {
    if (name.endsWith(".jpg") && !named.has(name)) await rm(join(folder, name));
  }
  if (named.size === 0 || (named.size === 1 && named.has(undefined))) await rm(folder, { recursive: true });
  const file = join(siteDir, EMBEDS_FILE);
  if (cards.size === 0) return rm(file, { force: true });
  const sorted = [...cards].sort(([one], [other]) => (one < other ? -1 : 1));
  await writeFile(file, `${JSON.stringify(Object.fromEntries(sorted), null, 2)}\n`);
}
