/** Second stage: everything that follows from what was read, by a pure function. */
import { randomUUID } from "node:crypto";
import { Observer } from "../cache/observer.ts";
import { type Content, type ContentParts, contentOf } from "../content/content.ts";
import { contentEditions } from "../content/content-editions.ts";
import type { Alternate } from "../content/editions.ts";
import { formerYears } from "../content/former-years.ts";
import { addToLedger, type Ledger, ledgerOf } from "../content/ledger.ts";
import { addressesOf, isKept } from "../content/public-file.ts";
import { type FeedDocument, feedDocuments } from "../feeds/documents.ts";
import { type FeedRow, feedsOf, subscriptionsOf } from "../feeds/feeds.ts";
import { alternatesOf } from "./alternates.ts";
import { movedBelow } from "./moved-below.ts";
import { type Addresses, observedContent, observedEntry } from "./observed-content.ts";
import { type EditionFeed, type OtherPage, otherPages } from "./pages.ts";
import type { ReadSite } from "./read.ts";

export interface DerivedSite {
  readonly read: ReadSite;
  /** Notes which content each file is made of. */
  readonly observer: Observer;
  readonly content: Content;
  /** One for each language of the site; in a site with one language, `content` itself. */
  readonly editions: readonly Content[];
  /** The languages of each page, by its path; pages in one language are left out. */
  readonly alternates: ReadonlyMap<string, readonly Alternate[]>;
  readonly feeds: readonly EditionFeed[];
  /** The documents of feeds, whose texts are made on demand. */
  readonly documents: readonly EditionDocument[];
  /** Addresses of the whole site, then of each edition that is not all of it: plain data, not observed. */
  readonly addresses: readonly Addresses[];
  /** The pages that are not entries, and the files that are made like pages. */
  readonly otherPages: readonly OtherPage[];
  readonly ledger: LedgerStatus;
}

export interface EditionDocument extends FeedDocument {
  /** The index of its edition in the site's `addresses`. */
  readonly addresses: number;
}

export interface LedgerStatus {
  /** What this build publishes. */
  readonly now: Ledger;
  /** That, and all that was published so far. */
  readonly all: Ledger;
  /** Addresses that no build has published before. */
  readonly added: readonly string[];
}

/** Files of the engine that one in `public/` replaces. */
const REPLACED = new Set(["/robots.txt", "/llms.txt"]);

export function derive(read: ReadSite, observer: Observer = new Observer()): DerivedSite {
  const parts = withObserved(read, observer);
  const pages = withFormerYears(contentOf(parts), read.published);
  const moved = movedBelow(pages, feedsOf(pages), read.published);
  const whole = { ...pages, redirects: [...pages.redirects, ...moved] };
  const content = observedContent(observer, whole);
  const plain = contentEditions(whole, parts);
  const nameOf = (edition: Content) => (edition === whole ? "" : `@${edition.root}`);
  const editions = plain.map((edition) =>
    edition === whole ? content : observedContent(observer, edition, nameOf(edition)),
  );
  const contents = [...new Set([whole, ...plain])];
  const addresses = contents.map((one): Addresses => ({ site: one.site, paths: one.paths, edition: nameOf(one) }));
  const feeds = editions.flatMap((edition) => feedsOf(edition).map((feed) => ({ ...feed, edition })));
  const documents = editions.flatMap((edition, at) =>
    feedDocuments(
      edition.site,
      feeds.filter((feed) => feed.edition === edition),
    ).map((document): EditionDocument => ({ ...document, addresses: contents.indexOf(plain[at] ?? whole) })),
  );
  const own = new Set(read.publicFiles.flatMap(addressesOf));
  const others = otherPages({ content, editions, feeds, documents }, read.collections, own, read.words?.terms).filter(
    ({ path }) => !(REPLACED.has(path) && own.has(path)),
  );
  return {
    ...{ read, observer, content, editions, feeds, documents, addresses },
    alternates: observer.watchMap("alternates", alternatesOf(content, others)),
    otherPages: others,
    ledger: ledgerStatus(read.published, content, feeds, [
      ...others.filter(({ listed }) => listed),
      ...read.publicFiles.filter(isKept),
    ]),
  };
}

/** What was read, with its entries observed: all else is derived from these. */
function withObserved(read: ReadSite, observer: Observer): ContentParts {
  // An entry without a digest counts as changed.
  const digestOf = (file: string) => read.digests.get(file) ?? randomUUID();
  return { ...read, entries: read.entries.map((entry) => observedEntry(observer, entry, digestOf(entry.file))) };
}

function withFormerYears(content: Content, published: Ledger): Content {
  return { ...content, redirects: [...content.redirects, ...formerYears(content, published)] };
}

function ledgerStatus(
  before: Ledger,
  content: Content,
  feeds: readonly FeedRow[],
  others: readonly { path: string }[],
): LedgerStatus {
  const kept = [...others, ...content.entries, ...feeds.flatMap(subscriptionsOf)];
  const now = ledgerOf(
    content,
    kept.map(({ path }) => path),
  );
  return { now, all: addToLedger(before, now), added: [...now.keys()].filter((path) => !before.has(path)) };
}
