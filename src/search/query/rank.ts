/** Ranks pages by what their titles, texts and descriptions say about the terms. */
import { type Candidate, HAS_ALL, NAMED, TEXT, TITLE } from "./candidates.ts";
import { bestOf, type Hit, Matcher } from "./match.ts";
import type { Page, Pages } from "./page.ts";
import { titleScore } from "./titles.ts";
import { type WeighedTerm, weighed } from "./weighed-terms.ts";
import { LIKENESS } from "./words/likeness.ts";
import { writtenWords } from "./words/words.ts";

export interface RankedPage {
  /** The page's number; the newest page is 0. */
  number: number;
  page: Page;
  /** The hits of required terms, in the order of the text. */
  found: Hit[];
  /** The required terms that the page lacks. */
  lacks: WeighedTerm[];
  /** True if the page's title has every term. */
  isNamed: boolean;
  /** The weight of each term. */
  weights: number[];
}

/** The weights of a description, and of terms that stand near each other. */
const DESCRIPTION = 0.13;
const NEARNESS = 0.35;
/** Taken off for a text that has each term only in another form: the index knows stems, which do not tell forms apart. */
const OTHER_FORM = 0.1;
/** Distances in words at which neighbouring terms count for half, and for nothing. */
const HALF_AS_NEAR = 4;
const TOO_FAR = 30;

/** Reads pages and ranks them; among equals the newer ones come first. */
export async function rank(candidates: Candidate[], terms: WeighedTerm[], pages: Pages): Promise<RankedPage[]> {
  const matcher = new Matcher(terms);
  const read = await Promise.all(
    candidates.map(async (candidate) => ({ candidate, page: await pages.get(candidate.page) })),
  );
  return read
    .map(({ candidate, page }) => rate(candidate, page, terms, matcher))
    .sort((a, b) => b.score - a.score || a.number - b.number);
}

function rate(
  candidate: Candidate,
  page: Page,
  terms: WeighedTerm[],
  matcher: Matcher,
): RankedPage & { score: number } {
  const found = matcher.hitsIn(page.text.slice(page.titleLength)).map((hit) => moved(hit, page.titleLength));
  const title = writtenWords(page.text.slice(0, page.titleLength).join(" "));
  const titleHits = matcher.hitsIn(title, true);
  const inText = bestOf(found, terms);
  const inTitle = bestOf(titleHits, terms);
  const inDescription = bestOf(matcher.hitsIn(writtenWords(page.description)), terms);
  const has = (at: number) => Math.max(inText[at] ?? 0, inTitle[at] ?? 0) > LIKENESS.misspelled;
  const lacks = terms.filter((term, at) => term.isRequired && !term.postings.has(candidate.page) && !has(at));
  const covered = new Set(titleHits.map(({ position }) => position)).size;
  const isNamed = inTitle.every((likeness) => likeness > 0);
  const score =
    TITLE *
      titleScore(
        weighed(terms, (_, at) => inTitle[at] ?? 0),
        covered,
        title.length,
      ) +
    (isNamed
      ? NAMED
      : TEXT * candidate.text +
        DESCRIPTION * weighed(terms, (_, at) => inDescription[at] ?? 0) +
        NEARNESS * nearness(found, terms) -
        OTHER_FORM * weighed(terms, (_, at) => (isOtherForm(inText[at]) ? 1 : 0))) +
    (candidate.hasAll || isNamed ? HAS_ALL : 0);
  return {
    number: candidate.page,
    page,
    found: [...titleHits, ...found].filter(({ term }) => terms[term]?.isRequired),
    lacks,
    isNamed,
    weights: terms.map(({ weight }) => weight),
    score,
  };
}

function isOtherForm(likeness = 0): boolean {
  return likeness > 0 && likeness < LIKENESS.same;
}

function moved(hit: Hit, by: number): Hit {
  return { ...hit, position: hit.position + by };
}

/** How near neighbouring terms come to each other in the text, from 0 to 1. */
function nearness(found: Hit[], terms: WeighedTerm[]): number {
  const required = [...terms.keys()].filter((at) => terms[at]?.isRequired);
  let [total, sum] = [0, 0];
  for (const [at, term] of required.entries()) {
    const next = required[at + 1];
    if (next === undefined) break;
    const weight = ((terms[term]?.weight ?? 0) + (terms[next]?.weight ?? 0)) / 2;
    const apart = leastApart(found, term, next);
    total += weight;
    if (apart < TOO_FAR) sum += weight / (1 + (apart - 1) / HALF_AS_NEAR);
  }
  return total > 0 ? sum / total : 0;
}

/** The smallest distance between two terms, in words. Hits are in the order of the text. */
function leastApart(found: Hit[], one: number, other: number): number {
  let least = Number.POSITIVE_INFINITY;
  let last: Hit | undefined;
  for (const hit of found) {
    if (hit.term !== one && hit.term !== other) continue;
    if (last && last.term !== hit.term && hit.position > last.position)
      least = Math.min(least, hit.position - last.position);
    last = hit;
  }
  return least;
}
