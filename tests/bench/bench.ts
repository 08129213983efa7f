/** `npm run bench -- SUBJECT [ROUNDS]`: measures one subject and fails where it misses its target. */
import { benchBuild } from "./build-2000.ts";
import { benchShareImages } from "./share-images.ts";

/** Each prints what it measured and returns the targets that were missed. */
const SUBJECTS: Record<string, (rounds: number) => Promise<string[]>> = {
  build: benchBuild,
  "share-images": benchShareImages,
};

const [name = "build", rounds = "3"] = process.argv.slice(2);
const subject = SUBJECTS[name];
if (!subject || !(Number(rounds) >= 1)) {
  console.error(`usage: npm run bench -- [${Object.keys(SUBJECTS).join("|")}] [rounds]`);
  process.exitCode = 1;
} else {
  const missed = await subject(Number(rounds));
  for (const target of missed) console.error(`Missed: ${target}`);
  if (missed.length > 0) process.exitCode = 1;
}
