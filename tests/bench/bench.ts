/** `npm run bench -- SUBJECT [ARGUMENT]`: measures one subject and fails where it misses its target. */
import { benchBuilds } from "./builds.ts";
import { benchDevelopment } from "./development.ts";
import { benchFeatures } from "./features.ts";
import { benchGrowth } from "./growth.ts";
import { writeHandbook } from "./search/handbook.ts";
import { writeSearches } from "./search/write-searches.ts";
import { benchSearch } from "./search.ts";
import { benchServing } from "./serving.ts";
import { benchShareImages } from "./share-images.ts";

/** Each prints what it measured and returns the targets that were missed. */
const SUBJECTS: Record<string, (argument: string | undefined, second: string | undefined) => Promise<string[]>> = {
  build: benchBuilds,
  development: (count) => benchDevelopment(count),
  features: (folder, peers) => benchFeatures(folder, peers),
  growth: () => benchGrowth(),
  "share-images": (rounds) => benchShareImages(roundsOf(rounds)),
  search: (folder = ".") => benchSearch(folder),
  serving: (rounds) => benchServing(roundsOf(rounds)),
  searches: (folder = ".") => writeSearches(folder),
  handbook: async (html = ".", folder = ".") => {
    writeHandbook(html, folder);
    return [];
  },
};

const [name = "build", argument, second] = process.argv.slice(2);
const subject = SUBJECTS[name];
if (!subject) {
  console.error(
    `usage: npm run bench -- [${Object.keys(SUBJECTS).join("|")}] [rounds, rounds and essays such as 3x10000, a number of essays, a folder of posts, or two of a book] [peers such as hugo,eleventy,astro]`,
  );
  process.exitCode = 1;
} else {
  const missed = await subject(argument, second);
  for (const target of missed) console.error(`Missed: ${target}`);
  if (missed.length > 0) process.exitCode = 1;
}

function roundsOf(argument = "3"): number {
  const rounds = Number(argument);
  if (!(rounds >= 1)) throw new Error(`"${argument}" is not a number of rounds`);
  return rounds;
}
