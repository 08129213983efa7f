/** The cover of an entry: the timeline that its front matter names, or the usual one. */
import { type Cover, type CoverChoice, usualCover } from "../../content/cover.ts";
import { didYouMean } from "../../content/problems/nearest-name.ts";
import type { Place } from "../../content/problems/problem.ts";
import { failure, type Result, success } from "../../content/problems/result.ts";

/** `place` finds the key in front matter. It parses the YAML again, so it is only called for problems. */
export function chosenCover(
  name: string | false | undefined,
  choices: readonly CoverChoice[],
  place: () => Place,
): Result<Cover | undefined> {
  if (name === false) return success(undefined);
  if (name === undefined) return success(usualCover(choices));
  const chosen = choices.find(({ names }) => names.includes(name));
  if (chosen) return success(chosen.cover);
  const names = choices.flatMap((choice) => choice.names);
  const hint = names.length === 0 ? "leave it out" : (didYouMean(name, names) ?? `write one of: ${names.join(", ")}`);
  const message = `no timeline of this page is called "${name}"`;
  return failure({ ...place(), rule: "front-matter", field: "coverTimeline", message, hint });
}
