/** Brings what others said of posts, and keeps it in `_data/`, where builds read it: they ask nobody. */
import { mkdir, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { absoluteUrl } from "../content/address.ts";
import type { Entry } from "../content/entry.ts";
import { postCopyAt } from "../content/post-copy.ts";
import type { Problem } from "../content/problems/problem.ts";
import { type CopyCounts, REACTIONS_FILE, type Reactions } from "../content/reactions.ts";
import { Asker, type Asking } from "./ask.ts";
import { fetchCopyCounts } from "./fetch-copy-counts.ts";
import { fetchMentions } from "./fetch-mentions.ts";

type Reacted = Pick<Entry, "file" | "path" | "aliases" | "syndication">;

export interface ReactionsRequest {
  siteDir: string;
  site: { readonly url: string };
  /** Where webmentions are asked for; undefined for a site that has none. */
  api: string | undefined;
  /** Those that are published. */
  entries: readonly Reacted[];
  /** What was fetched before. */
  known: Reactions;
}

export interface FetchedReactions {
  reactions: Reactions;
  /** Of what nothing came; what was known of it stays. */
  problems: Problem[];
}

const STAYS = "what was known of it stays";

export async function fetchReactions(
  request: ReactionsRequest,
  asking: Asking,
  onAsk: (address: string) => void = () => {},
): Promise<FetchedReactions> {
  const asker = new Asker(asking);
  const mentions = await mentionsFor(request, asker, onAsk);
  const copies = await countsFor(request, asker, onAsk);
  const reactions = { copies: copies.counts, mentions: mentions.mentions };
  await save(request.siteDir, reactions);
  return { reactions, problems: [...mentions.problems, ...copies.problems] };
}

async function mentionsFor(
  { site, api, entries, known }: ReactionsRequest,
  asker: Asker,
  onAsk: (address: string) => void,
): Promise<{ mentions: Reactions["mentions"]; problems: Problem[] }> {
  if (api === undefined) return { mentions: {}, problems: [] };
  const pages = entries.map(({ path, aliases }) => ({
    path,
    addresses: [path, ...aliases.filter((alias) => alias.startsWith("/"))].map((one) => absoluteUrl(site, one)),
  }));
  onAsk(api);
  const answer = await fetchMentions(pages, api, asker);
  if ("value" in answer) return { mentions: answer.value, problems: [] };
  const problem = { file: "_data/site.ts", field: "services.webmentions", hint: STAYS };
  return { mentions: known.mentions, problems: [{ ...problem, message: `${api} ${answer.reason}` }] };
}

async function countsFor(
  { entries, known }: ReactionsRequest,
  asker: Asker,
  onAsk: (address: string) => void,
): Promise<{ counts: Reactions["copies"]; problems: Problem[] }> {
  const counts = new Map<string, CopyCounts>();
  const problems: Problem[] = [];
  const fileOf = new Map(entries.flatMap(({ file, syndication }) => syndication.map((one) => [one, file] as const)));
  for (const [address, file] of fileOf) {
    const copy = postCopyAt(address);
    if (!copy) continue;
    onAsk(address);
    const answer = await fetchCopyCounts(copy, asker);
    const found = "value" in answer ? answer.value : known.copies[address];
    if (found) counts.set(address, found);
    if ("reason" in answer) {
      const message = `${address} ${answer.reason}`;
      problems.push({ file, field: "syndication", message, written: address, hint: STAYS });
    }
  }
  return { counts: Object.fromEntries(counts), problems };
}

/** In the order of addresses, so that two runs differ in what is new. */
async function save(siteDir: string, { copies, mentions }: Reactions): Promise<void> {
  const file = join(siteDir, REACTIONS_FILE);
  const isEmpty = Object.keys(copies).length === 0 && Object.keys(mentions).length === 0;
  if (isEmpty) return rm(file, { force: true });
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, `${JSON.stringify({ copies: sorted(copies), mentions: sorted(mentions) }, null, 2)}\n`);
}

function sorted<Value>(record: Readonly<Record<string, Value>>): Record<string, Value> {
  return Object.fromEntries(Object.entries(record).sort(([one], [other]) => (one < other ? -1 : 1)));
}
