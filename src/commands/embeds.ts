/** `wellformed embeds`: brings titles and stills of what pages embed from other sites, so that builds need no network. */
import { Temporal } from "temporal-polyfill";
import { ContentError } from "../content/problems/problem.ts";
import { fetchEmbeds } from "../elsewhere/fetch-embeds.ts";
import { readEmbeds } from "../reading/data/read-embeds.ts";
import { readSite } from "../reading/data/read-site.ts";
import { readContent } from "../reading/read-content.ts";
import { sourcesIn } from "../reading/read-files.ts";
import { collections } from "../site/collections.ts";
import { readTools } from "../site/tools.ts";
import { readEmbedsOptions } from "./options/options.ts";
import { count } from "./report/numbers.ts";

const PAUSE_MS = 1000;

export async function embeds(args: string[]): Promise<void> {
  const { siteDir, again } = readEmbedsOptions(args, process.env);
  const settings = await readSite(siteDir);
  const known = await readEmbeds(siteDir);
  if (!settings.ok) throw new ContentError(settings.problems, sourcesIn(siteDir));
  const options = { siteDir, at: Temporal.Now.instant(), preview: true };
  const { entries } = await readContent(options, settings.value, collections, await readTools(siteDir));
  const lines = entries.flatMap(({ file, body }) => body.embeds.map((embed) => ({ ...embed, file })));
  // A file that can't be read is written anew.
  const cards = known.ok ? known.value.cards : new Map();
  const request = { siteDir, lines, known: cards, again: again || !known.ok };
  const asking = { fetch, siteUrl: settings.value.url, pauseMs: PAUSE_MS };
  const { fetched, removed, problems } = await fetchEmbeds(request, asking, (address) => console.log(address));
  console.log(`${count(fetched, "card")} fetched, ${lines.length} in use, ${removed} removed`);
  if (problems.length > 0) throw new ContentError(problems, sourcesIn(siteDir));
}
