/** `wellformed reactions`: brings webmentions, and likes of posts' own copies, so that builds need no network. */
import { Temporal } from "temporal-polyfill";
import { collectionsOf } from "../content/own-collections.ts";
import { ContentError } from "../content/problems/problem.ts";
import { fetchReactions } from "../elsewhere/fetch-reactions.ts";
import { readReactions } from "../reading/data/read-reactions.ts";
import { readSite } from "../reading/data/read-site.ts";
import { readContent } from "../reading/read-content.ts";
import { sourcesIn } from "../reading/read-files.ts";
import { collections } from "../site/collections.ts";
import { readTools } from "../site/tools.ts";
import { readReactionsOptions } from "./options/options.ts";
import { count } from "./report/numbers.ts";

const PAUSE_MS = 1000;

export async function reactions(args: string[]): Promise<void> {
  const { siteDir } = readReactionsOptions(args, process.env);
  const settings = await readSite(siteDir);
  if (!settings.ok) throw new ContentError(settings.problems, sourcesIn(siteDir));
  const site = settings.value;
  const known = await readReactions(siteDir);
  const options = { siteDir, at: Temporal.Now.instant(), preview: false };
  const { entries } = await readContent(options, site, collectionsOf(collections, site), await readTools(siteDir));
  const request = {
    ...{ siteDir, site, entries, api: site.services.webmentions?.api },
    // A file that can't be read is written anew.
    known: known.ok ? known.value : { copies: {}, mentions: {} },
  };
  const asking = { fetch, siteUrl: site.url, pauseMs: PAUSE_MS };
  const fetched = await fetchReactions(request, asking, (address) => console.log(address));
  const { copies, mentions } = fetched.reactions;
  const mentioned = Object.values(mentions).flat().length;
  console.log(`${count(mentioned, "webmention")}, ${count(Object.keys(copies).length, "copy", "copies")} counted`);
  if (fetched.problems.length > 0) throw new ContentError(fetched.problems, sourcesIn(siteDir));
}
