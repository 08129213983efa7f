/** Every check of the content as a whole, and what builds published before. */
import { checkAddresses, checkNames, checkPlaces } from "../checks/addresses.ts";
import { checkEntryIds } from "../checks/entry-ids.ts";
import { checkLedger } from "../checks/ledger.ts";
import { checkLinks } from "../checks/links.ts";
import { checkNavigation } from "../checks/navigation.ts";
import { checkRedirects } from "../checks/redirects.ts";
import { bodiesOf, type Content } from "../content/content.ts";
import { addToLedger, type Ledger, ledgerOf } from "../content/ledger.ts";
import type { Problem } from "../content/problems/problem.ts";
import { isPagePath } from "../content/redirect.ts";
import { feedsOf, subscriptionsOf } from "../feeds/feeds.ts";
import { markdownPath } from "../feeds/plain-text.ts";
import { ENGINE, type PageRow } from "./pages.tsx";

/** Files, and folders with all below them, that are written beside the pages. */
const TAKEN = ["/assets", "/pagefind", "/feed.css", "/_headers"].map((path) => ({ path, file: ENGINE }));

/** Adds what is wrong to `problems`, and returns the paths of everything that is published. */
export function checkContent(
  content: Content,
  rows: PageRow[],
  documents: { path: string }[],
  problems: Problem[],
): Set<string> {
  const atHosts = content.redirects.filter(({ from }) => !isPagePath(from));
  const entries = [...content.posts, ...content.projects];
  const pages = [...rows, ...documents.map(({ path }) => ({ path, file: ENGINE })), ...entries];
  const beside = bodiesOf(content).flatMap(({ body }) => body.assets);
  // Entries of one address are a problem of their own, and their copies no further one.
  const copyPaths = new Set(entries.map((entry) => markdownPath(entry).normalize("NFC")));
  const copies = [...copyPaths].map((path) => ({ path, file: ENGINE }));
  const redirects = atHosts.map(({ from: path, file }) => ({ path, file }));
  const files = [...TAKEN, ...copies, ...pages.filter(({ path }) => !path.endsWith("/")), ...beside];
  // The names of tags are looked at where they are written: see check-heads.ts.
  const named = [...rows.filter(({ file }) => file !== ENGINE), ...entries, ...beside];
  const paths = new Set(pages.map(({ path }) => path));
  problems.push(
    ...checkAddresses([...TAKEN, ...copies, ...pages, ...redirects], beside),
    ...checkPlaces([...rows, ...entries, ...redirects, ...beside], files),
    ...checkNames(named),
    ...checkNavigation(content.site, paths),
    ...checkLinks(content, paths),
    ...checkRedirects(content, paths),
    ...checkEntryIds(content),
  );
  return paths;
}

/** What was published so far and what is now, together. */
export interface LedgerStatus {
  ledger: Ledger;
  /** Addresses that no build has noted before. */
  added: string[];
}

export function holdAgainstLedger(
  before: Ledger,
  content: Content,
  rows: PageRow[],
  problems: Problem[],
): LedgerStatus {
  const pages = [...rows.filter(({ listed }) => listed), ...content.posts, ...content.projects];
  const feeds = feedsOf(content).flatMap(subscriptionsOf);
  const now = ledgerOf(
    content,
    [...pages, ...feeds].map(({ path }) => path),
  );
  problems.push(...checkLedger(before, now, content));
  return { ledger: addToLedger(before, now), added: [...now.keys()].filter((path) => !before.has(path)) };
}
