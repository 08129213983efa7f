/** Second stage: everything that follows from what was read. A pure function. */
import { randomUUID } from "node:crypto";
import { Observer } from "../cache/observer.ts";
import type { Body } from "../content/body.ts";
import { type Content, type ContentParts, contentOf } from "../content/content.ts";
import { addToLedger, type Ledger, ledgerOf } from "../content/ledger.ts";
import { formerYears } from "../content/listing.ts";
import { type FeedDocument, feedDocuments } from "../feeds/documents.ts";
import { type FeedRow, feedsOf, subscriptionsOf } from "../feeds/feeds.ts";
import { observedBody, observedContent, observedEntry } from "./observed-content.ts";
import { type OtherPage, otherPages } from "./pages.ts";
import type { ReadSite } from "./read.ts";

export interface DerivedSite {
  readonly read: ReadSite;
  /** Notes which of the content is read while a file is made of it. */
  readonly observer: Observer;
  readonly content: Content;
  readonly feeds: readonly FeedRow[];
  /** The documents of feeds; their texts are made when asked for. */
  readonly documents: readonly FeedDocument[];
  /** Every page that is not an entry's, and every file that is made like a page. */
  readonly otherPages: readonly OtherPage[];
  readonly ledger: LedgerStatus;
}

export interface LedgerStatus {
  /** What this build publishes. */
  readonly now: Ledger;
  /** The same with what was published so far. */
  readonly all: Ledger;
  /** Addresses that no build has published before. */
  readonly added: readonly string[];
}

export function derive(read: ReadSite): DerivedSite {
  const observer = new Observer();
  const derived = withFormerYears(contentOf(withObserved(read, observer)), read.published);
  const content = observedContent(observer, derived);
  const feeds = feedsOf(content);
  const pages = otherPages(content, feeds, read.collections);
  return {
    ...{ read, observer, content, feeds },
    documents: feedDocuments(content.site, feeds),
    otherPages: pages,
    ledger: ledgerStatus(read.published, content, feeds, pages),
  };
}

/** The bodies and entries that everything else is derived from. */
function withObserved(read: ReadSite, observer: Observer): ContentParts {
  const { entries, intro, about, digests } = read;
  // What has no digest is never the same as before.
  const digestOf = (file: string) => digests.get(file) ?? randomUUID();
  const fragment = (file: string, body: Body | undefined) => body && observedBody(observer, file, body, digestOf(file));
  return {
    ...read,
    entries: entries.map((entry) => observedEntry(observer, entry, digestOf(entry.file))),
    intro: fragment("_data/intro.md", intro),
    about: fragment("_data/about.md", about),
  };
}

function withFormerYears(content: Content, published: Ledger): Content {
  return { ...content, redirects: [...content.redirects, ...formerYears(content, published)] };
}

function ledgerStatus(
  before: Ledger,
  content: Content,
  feeds: readonly FeedRow[],
  pages: readonly OtherPage[],
): LedgerStatus {
  const kept = [...pages.filter(({ listed }) => listed), ...content.entries, ...feeds.flatMap(subscriptionsOf)];
  const now = ledgerOf(
    content,
    kept.map(({ path }) => path),
  );
  return { now, all: addToLedger(before, now), added: [...now.keys()].filter((path) => !before.has(path)) };
}
