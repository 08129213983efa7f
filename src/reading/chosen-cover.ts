/** The cover that front matter chooses among an entry's timelines, or the usual one. */
import { type Cover, type CoverChoice, usualCover } from "../content/cover.ts";
import { didYouMean } from "../content/problems/nearest-name.ts";
import type { Place } from "../content/problems/problem.ts";
import { failure, type Result, success } from "../content/problems/result.ts";

/** What other engines call a cover. */
const PICTURE = /\.(?:png|jpe?g|webp|avif|gif|svg)$/i;

/** `place` is where front matter names it. */
export function chosenCover(
  name: string | false | undefined,
  choices: readonly CoverChoice[],
  place: Place,
): Result<Cover | undefined> {
  if (name === false) return success(undefined);
  if (name === undefined) return success(usualCover(choices));
  const chosen = choices.find(({ names }) => names.includes(name));
  if (chosen) return success(chosen.cover);
  const names = choices.flatMap((choice) => choice.names);
  const known = names.length === 0 ? "leave it out" : `write one of: ${names.join(", ")}`;
  const hint = PICTURE.test(name)
    ? `name a picture as image: { src: ${name}, alt: what it shows }`
    : (didYouMean(name, names) ?? known);
  const message = `no timeline of this page is called "${name}"`;
  return failure({ ...place, rule: "front-matter", field: "cover", message, hint });
}
