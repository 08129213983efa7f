/** Entries about the same things, found by the words that tell them from the others (tf–idf, cosine similarity). */
import type { Entry } from "./entry.ts";
import type { HeldText } from "./text/held-text.ts";

/** How much of a text is looked at: its beginning says what it is about, and 10,000 entries must not take long. */
const MOST_CHARACTERS = 3000;
/** By how many of its most telling words an entry is compared. */
const MOST_TERMS = 20;
const MOST_RELATED = 3;
/** A word that more entries than this share tells little, and would cost the most. */
const MOST_SHARING = 500;
const LEAST_SIMILAR = 0.08;
const WORD = /[\p{L}\p{N}_]{3,}/gu;
const TAG_WEIGHT = 4;
const TITLE_WEIGHT = 3;

/** An entry's telling words with their weights, whose squares add up to 1. */
type Profile = [term: string, weight: number][];

/** For each word the entries that have it, by index, and its weight in each. */
type Index = Map<string, { entries: number[]; weights: number[] }>;

/** The most similar others of each entry, by its file, best first; parts of its own series, which it lists anyway, are left out. */
export function relatedEntries(entries: readonly Entry[]): Map<string, Entry[]> {
  const profiles = profilesOf(entries);
  const index = indexOf(profiles);
  return new Map(
    entries.map(({ file, series }, at) => {
      const scores = scoresOf(profiles[at] ?? [], index);
      const isWanted = (other: number) => other !== at && !(series && entries[other]?.series === series);
      return [file, best(scores, isWanted).flatMap((other) => entries[other] ?? [])];
    }),
  );
}

function indexOf(profiles: Profile[]): Index {
  const index: Index = new Map();
  for (const [at, profile] of profiles.entries()) {
    for (const [term, weight] of profile) {
      const sharing = index.get(term) ?? { entries: [], weights: [] };
      sharing.entries.push(at);
      sharing.weights.push(weight);
      index.set(term, sharing);
    }
  }
  return index;
}

/** By index, of those entries only that share a word: of all, most share none. */
function scoresOf(profile: Profile, index: Index): Map<number, number> {
  const scores = new Map<number, number>();
  for (const [term, weight] of profile) {
    const { entries = [], weights = [] } = index.get(term) ?? {};
    if (entries.length > MOST_SHARING) continue;
    entries.forEach((entry, at) => {
      scores.set(entry, (scores.get(entry) ?? 0) + weight * (weights[at] ?? 0));
    });
  }
  return scores;
}

/** The indexes of the highest scores; of equal ones the first, which is the newest. */
function best(scores: ReadonlyMap<number, number>, isWanted: (index: number) => boolean): number[] {
  const found: number[] = [];
  const isBetter = (one: number, other: number) => {
    const [ofOne, ofOther] = [scores.get(one) ?? 0, scores.get(other) ?? 0];
    return ofOne > ofOther || (ofOne === ofOther && one < other);
  };
  for (const [index, score] of scores) {
    if (score <= LEAST_SIMILAR || !isWanted(index)) continue;
    const place = found.findIndex((other) => isBetter(index, other));
    if (place === -1 && found.length === MOST_RELATED) continue;
    found.splice(place === -1 ? found.length : place, 0, index);
    found.length = Math.min(found.length, MOST_RELATED);
  }
  return found;
}

function profilesOf(entries: readonly Entry[]): Profile[] {
  const counts = entries.map(countTerms);
  const frequencies = new Map<string, number>();
  for (const terms of counts) {
    for (const term of terms.keys()) frequencies.set(term, (frequencies.get(term) ?? 0) + 1);
  }
  return counts.map((terms) => {
    const weighted = [...terms].map(([term, count]): [string, number] => {
      const rarity = Math.log(entries.length / (frequencies.get(term) ?? 1));
      return [term, (1 + Math.log(count)) * rarity];
    });
    // A word of one entry alone relates it to nothing.
    const telling = weighted
      .filter(([term]) => (frequencies.get(term) ?? 0) > 1)
      .sort(byWeight)
      .slice(0, MOST_TERMS);
    const length = Math.hypot(...telling.map(([, weight]) => weight)) || 1;
    return telling.map(([term, weight]) => [term, weight / length]);
  });
}

function countTerms({ title, summary = "", tags, body }: Entry): Map<string, number> {
  const counts = new Map<string, number>();
  const count = (text: string, weight: number) => {
    for (const [word] of text.toLowerCase().matchAll(WORD)) counts.set(word, (counts.get(word) ?? 0) + weight);
  };
  count(title, TITLE_WEIGHT);
  count(`${summary} ${body.headings.map(({ text }) => text).join(" ")}`, 1);
  for (const { text } of body.sections.slice(0, 3)) {
    for (const [word, times] of beginningOf(text)) counts.set(word, (counts.get(word) ?? 0) + times);
  }
  for (const tag of tags) counts.set(`#${tag}`, TAG_WEIGHT);
  return counts;
}

/** By a section's text, the words of its beginning: in development most texts are the same in each build. */
const beginnings = new WeakMap<HeldText, ReadonlyMap<string, number>>();

function beginningOf(text: HeldText): ReadonlyMap<string, number> {
  const known = beginnings.get(text);
  if (known) return known;
  const counts = new Map<string, number>();
  const beginning = text().slice(0, MOST_CHARACTERS / 3);
  for (const [word] of beginning.toLowerCase().matchAll(WORD)) counts.set(word, (counts.get(word) ?? 0) + 1);
  beginnings.set(text, counts);
  return counts;
}

function byWeight([termA, a]: [string, number], [termB, b]: [string, number]): number {
  return b - a || (termA < termB ? -1 : 1);
}
