/** The terms of a search with their weights, and with the pages that have them. */
import type { Postings, PostingsReader } from "./words/postings.ts";
import type { Term } from "./words/terms.ts";

export interface WeighedTerm extends Term {
  /** Near 0 for a word that every page has, 1 for a word of one page. */
  weight: number;
  /** False for a function word beside others: no page has to have it. */
  isRequired: boolean;
  /** How much each page says of it; empty for a term that is not required. */
  postings: Postings;
}

/** The weight of a function word beside other words is multiplied by this. */
const FUNCTION_WORD = 0.15;
/** Below 1, so that rare and frequent words differ less than in BM25. */
const RARITY = 0.7;

/** The site has words for all `terms`; `all` is the number of its pages. */
export function weighedTerms(terms: Term[], all: number, reader: PostingsReader): Promise<WeighedTerm[]> {
  const hasOthers = terms.some(({ isFunctionWord }) => !isFunctionWord);
  return Promise.all(
    terms.map(async (term) => {
      const isRequired = !hasOthers || !term.isFunctionWord;
      const postings = isRequired ? await postingsOf(term, reader) : new Map<number, number>();
      const rarity = rarityOf(Math.max(postings.size, isRequired ? 1 : term.pages), all);
      return { ...term, isRequired, postings, weight: rarity * (isRequired ? 1 : FUNCTION_WORD) };
    }),
  );
}

/** The postings of all stems of a term together; a stem counts by its likeness. */
async function postingsOf({ stems }: Term, reader: PostingsReader): Promise<Postings> {
  const lists = await Promise.all(
    [...stems].map(async ([stem, likeness]) => [await reader.of(stem), likeness] as const),
  );
  const [[only, likeness] = [new Map<number, number>(), 1] as const] = lists;
  if (lists.length === 1 && likeness === 1) return only;
  const sums = new Map<number, number>();
  for (const [list, factor] of lists) {
    for (const [page, frequency] of list) sums.set(page, (sums.get(page) ?? 0) + factor * frequency);
  }
  return sums;
}

/** Inverse document frequency as in BM25, scaled to the site. */
function rarityOf(pages: number, all: number): number {
  const rarity = Math.log(1 + (all - pages + 0.5) / (pages + 0.5)) / Math.log(1 + all);
  return Math.max(rarity, 0.01) ** RARITY;
}

/** The mean of a value of each term, weighted by the terms' weights. */
export function weighed(terms: WeighedTerm[], of: (term: WeighedTerm, at: number) => number): number {
  let [total, sum] = [0, 0];
  terms.forEach((term, at) => {
    total += term.weight;
    sum += term.weight * of(term, at);
  });
  return total > 0 ? sum / total : 0;
}
