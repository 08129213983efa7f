/** Third stage: all problems of the site, in one list. */
import { checkAddresses, checkFolders, checkNames, checkParents } from "../checks/addresses.ts";
import { adviseOn } from "../checks/advice.ts";
import { checkCollectionPaths } from "../checks/collection-paths.ts";
import { checkEntryIds } from "../checks/entry-ids.ts";
import { checkLedger } from "../checks/ledger.ts";
import { checkLinks } from "../checks/links.ts";
import { checkNavigation } from "../checks/navigation.ts";
import { checkOldAddresses } from "../checks/old-addresses.ts";
import { checkNeeds, checkProvenVersions } from "../checks/proven-versions.ts";
import { checkRedirects } from "../checks/redirects.ts";
import { adviseOnRedirects } from "../checks/redirects-at-hosts.ts";
import { checkSearchTargets } from "../checks/searches.ts";
import { checkUnreadFiles } from "../checks/unread-files.ts";
import { addressKeys, outputOf } from "../content/address.ts";
import { followsFrom } from "../content/broken-files.ts";
import { mediaOf } from "../content/content.ts";
import type { Baseline } from "../content/problems/baseline.ts";
import type { Finding, Problem } from "../content/problems/problem.ts";
import { by } from "../content/problems/rule.ts";
import { addressesOf } from "../content/public-file.ts";
import { besideOf, writtenBeside } from "./beside-pages.ts";
import type { DerivedSite } from "./derive.ts";
import { ENGINE, placedRedirects } from "./pages.ts";

export interface CheckedSite extends DerivedSite {
  /** They keep the site from being published. */
  readonly problems: readonly Finding[];
  /** Things that could be better but are not wrong. */
  readonly advice: readonly Finding[];
}

/** A site after its problems were held against its baseline. */
export interface JudgedSite extends CheckedSite {
  /** Problems of the baseline, which do not keep the site from being published. */
  readonly accepted: readonly Finding[];
  /** Problems of the baseline that are gone. */
  readonly fixed: Baseline;
}

/** Files and folders of the output that no page may have. */
const TAKEN = ["/assets", "/pagefind", "/feed.css", "/_headers", "/published.json"].map((path) => ({
  path,
  file: ENGINE,
}));

/** In development the ledger is not checked, since drafts come and go. */
export function check(site: DerivedSite): CheckedSite {
  const { read, content, ledger } = site;
  const { at, preview } = read.options;
  const paths = publishedPaths(site);
  const mayFollow = followsFrom(read.broken, read.collections);
  const problems = [
    ...by("other", read.problems),
    ...by("unread-file", checkUnreadFiles(read.unread, usedFiles(site))),
    ...by("address", checkClaims(site)),
    ...by("navigation", checkNavigation(content.site, paths, mayFollow)),
    ...by("link-target", checkLinks(content, paths, mayFollow)),
    ...by("redirect", checkRedirects(content, paths, mayFollow)),
    ...by("entry-id", checkEntryIds(content)),
    ...by("search", checkSearchTargets(read.searches, paths, mayFollow)),
    ...by("proof", checkNeeds(read.proven)),
    ...(preview ? [] : by("proof", checkProvenVersions(read.proven, read.transcripts.known, content.site))),
    ...(preview
      ? []
      : by("published", checkLedger(read.published, ledger.now, content, { withheld: read.withheld, mayFollow }))),
  ];
  const advice = [
    ...by("theme", read.theme.advice),
    ...by("file", read.advice),
    ...by("other", adviseOn(content, at)),
    ...by("redirect-at-host", adviseOnHost(site)),
  ];
  return { ...site, problems, advice };
}

function adviseOnHost(site: DerivedSite): Problem[] {
  const { content, feeds } = site;
  return adviseOnRedirects(placedRedirects(content, publishedPaths(site), feeds), content.site.host);
}

/** The paths that links can lead to. */
export function publishedPaths({ read, content, otherPages, documents }: DerivedSite): Set<string> {
  const pages = otherPages.filter(({ standsFor }) => !standsFor);
  const made = [...pages, ...documents, ...content.entries].map(({ path }) => path);
  const copies = content.entries.flatMap(besideOf);
  return new Set([...made, ...copies, ...read.publicFiles.flatMap(addressesOf)]);
}

/** The content files, and the files beside them that some page publishes or shows. */
function usedFiles({ content }: DerivedSite): Set<string> {
  const { assets, pictures } = mediaOf(content);
  const shown = content.entries.flatMap(({ body }) => body.sources);
  return new Set([...[...assets, ...pictures].map(({ file }) => file), ...shown]);
}

/** A redirect from `/assets/`, which other engines use too: it can't clash with our files there, whose names have digests. */
function isOldAsset({ path, standsFor }: DerivedSite["otherPages"][number]): boolean {
  return standsFor !== undefined && /^\/assets\/(?!(pictures|share|diagrams)\/)/.test(path);
}

/** No two things may claim one address, and each needs a path that can be a file's name. */
function checkClaims({ read: { publicFiles }, content, otherPages, documents }: DerivedSite): Problem[] {
  const { entries } = content;
  const ownPages = otherPages.filter(({ standsFor }) => !standsFor);
  const pages = [...ownPages, ...documents.map(({ path }) => ({ path, file: ENGINE })), ...entries];
  const beside = mediaOf(content).assets;
  // Two entries at one address are reported once, and not again for each file beside them.
  const copyPaths = new Map(entries.flatMap(writtenBeside).map((path) => [addressKeys(path).at(0), path]));
  const copies = [...copyPaths.values()].map((path) => ({ path, file: ENGINE }));
  const written = pages.map(({ path, file }) => ({ path: `/${outputOf(path)}`, file }));
  const files = [...TAKEN, ...copies, ...written, ...beside, ...publicFiles];
  const standing = otherPages.filter((page) => !page.standsFor?.implied && !isOldAsset(page));
  const twice = checkCollectionPaths(
    content,
    ownPages.map(({ path }) => path),
  );
  const addresses = checkAddresses([...TAKEN, ...copies, ...pages], [...beside, ...publicFiles]);
  const claims = standing.map(({ path, file, standsFor }) => ({ path, file, field: standsFor?.written?.from }));
  return [
    ...by("settings", twice),
    // What the engine wants twice then follows from the settings.
    ...(twice.length > 0 ? addresses.filter(({ file }) => file !== ENGINE) : addresses),
    ...checkFolders(entries),
    ...by("redirect", checkOldAddresses(content, [...TAKEN, ...copies, ...pages, ...beside, ...publicFiles])),
    ...checkParents([...claims, ...entries, ...beside, ...publicFiles], files),
    // Names of tags are checked where they are written: see check-heads.ts.
    ...checkNames([...entries, ...beside, ...publicFiles]),
  ];
}
