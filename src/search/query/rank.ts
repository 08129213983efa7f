/** Ranks pages by where the terms occur: first in titles, then in the text. */
import type { Candidate } from "./candidates.ts";
import { bestOf, type Hit, Matcher } from "./match.ts";
import type { Heading, Page, Pages } from "./page.ts";
import { titleScore } from "./titles.ts";
import { LIKENESS } from "./words/likeness.ts";
import type { Term } from "./words/terms.ts";
import { writtenWords } from "./words/words.ts";

export interface RankedPage {
  id: string;
  page: Page;
  /** In the order of the text. */
  found: Hit[];
  /** The terms that it lacks. */
  lacks: Term[];
}

/** The weights of a page's title, text and description. */
const TITLE = 2;
const TEXT = 1;
const DESCRIPTION = 0.2;
/** A word in a heading counts this many times. */
const HEADING = 3;
/** The factor of the text of a page that lacks terms. */
const LACKING = 0.45;
/** BM25's k1 and b; see Robertson and Zaragoza, The Probabilistic Relevance Framework (2009), 3.4. */
const SATURATION = 1.2;
const LENGTH_MATTERS = 0.6;

interface Read {
  candidate: Candidate;
  page: Page;
}

/** Reads pages and ranks them, the newer first where equal. `usualLength` is the mean length of a page, in words. */
export async function rank(
  candidates: Candidate[],
  terms: Term[],
  pages: Pages,
  usualLength: number,
): Promise<RankedPage[]> {
  const matcher = new Matcher(terms);
  const read = await Promise.all(
    candidates.map(async (candidate) => ({ candidate, page: await pages.get(candidate.id) })),
  );
  return read
    .map((one) => rate(one, terms, matcher, usualLength))
    .sort((a, b) => b.score - a.score || dateOf(b).localeCompare(dateOf(a)));
}

/** A page whose title has every term is about them: how often its text says so does not matter. */
function rate(
  { candidate, page }: Read,
  terms: Term[],
  matcher: Matcher,
  usualLength: number,
): RankedPage & { score: number } {
  const found = matcher.hitsIn(page.text);
  const inText = bestOf(found, terms);
  const title = writtenWords(page.text.slice(0, page.titleLength).join(" "));
  const titleHits = matcher.hitsIn(title);
  const inTitle = bestOf(titleHits, terms);
  const isNamed = inTitle.every((likeness) => likeness > 0);
  const has = (at: number) => Math.max(inText[at] ?? 0, inTitle[at] ?? 0) > LIKENESS.misspelled;
  const lacks = candidate.hasAll ? [] : terms.filter((_, at) => !has(at));
  const text = isNamed ? 1 : weighed(terms, saturated(page, found, inText, usualLength));
  const description = isNamed ? 1 : weighed(terms, bestOf(matcher.hitsIn(writtenWords(page.description)), terms));
  const covered = new Set(titleHits.map(({ position }) => position)).size;
  const score =
    TITLE * titleScore(weighed(terms, inTitle), covered, title.length) +
    TEXT * text * (lacks.length > 0 ? LACKING : 1) +
    DESCRIPTION * description;
  return { id: candidate.id, page, score, found, lacks };
}

/** How much a text says of each term, from 0 to 1: forms of a word count for less than the word, and headings for more. */
function saturated({ text, headings }: Page, found: Hit[], best: number[], usualLength: number): number[] {
  const inHeadings = new Set(headings.flatMap((heading) => positionsOf(heading)));
  const counts = best.map(() => 0);
  for (const { position, term, likeness } of found) {
    counts[term] = (counts[term] ?? 0) + likeness * (inHeadings.has(position) ? HEADING : 1);
  }
  const norm = SATURATION * (1 - LENGTH_MATTERS + (LENGTH_MATTERS * text.length) / usualLength);
  return counts.map((count, at) => ((best[at] ?? 0) ** 2 * count) / (count + norm));
}

function positionsOf({ location, length }: Heading): number[] {
  return Array.from({ length }, (_, at) => location + at);
}

/** The mean of a value of each term, by the terms' weights. */
function weighed(terms: Term[], values: number[]): number {
  const total = terms.reduce((sum, { weight }) => sum + weight, 0);
  const found = terms.reduce((sum, { weight }, at) => sum + weight * (values[at] ?? 0), 0);
  return total > 0 ? found / total : 0;
}

function dateOf({ page }: RankedPage): string {
  return page.date ?? "";
}
