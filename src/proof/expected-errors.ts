/** Errors must be announced, so that each is one that the author meant. */
import type { Problem } from "../content/problems/problem.ts";
import type { Sample } from "../content/samples/sample.ts";
import { type Outcome, type RaceOutcome, statusOf, type TimelineEvent } from "../content/samples/transcript.ts";
import { addOutcomes } from "./timelines/races.ts";

type Complaint = Pick<Problem, "message" | "hint">;

/** `known` are the outcomes that one that races had before; `errors` those that came, where the outcome has them as text alone. */
export function unexpectedIn(
  outcome: Outcome,
  sample: Sample,
  known: RaceOutcome[],
  errors = errorsIn(outcome),
): Complaint | undefined {
  if (outcome.races) return unexpectedInRace(addOutcomes(known, outcome.races, sample.varies), sample);
  const codes = errors.map(({ code }) => code);
  const { fails } = sample;
  if (codes.join() === fails.join()) return otherMessage(errors, sample);
  if (errors.length === 0) return didNotFail(fails);
  const first = errors.find(({ code }, index) => code !== fails[index]) ?? errors[0];
  return {
    message: `the sample failed with ${codes.join()}${first?.message ? `: ${first.message}` : ""}`,
    hint: `write fails=${codes.join()} if it is meant to`,
  };
}

/** Of outcomes, each may have any of the errors that are announced; each of those must be in one of them. */
function unexpectedInRace(outcomes: RaceOutcome[], sample: Sample): Complaint | undefined {
  const { fails } = sample;
  const errors = outcomes.flatMap(({ events }) => errorsIn({ events }));
  const codes = [...new Set(errors.map(({ code }) => code))];
  const unannounced = errors.find(({ code }) => !fails.includes(code));
  if (unannounced) {
    const { code, message } = unannounced;
    const hint = `write fails=${codes.join()} if it is meant to`;
    return { message: `the sample failed with ${code} in one of its outcomes: ${message}`, hint };
  }
  const missing = fails.filter((code) => !codes.includes(code));
  if (missing.length > 0) return didNotFail(missing);
  return otherMessage(
    fails.map((code) => errors.find((error) => error.code === code) ?? { code, message: "" }),
    sample,
  );
}

/** The right SQLSTATE may come for another reason than the one that was announced. */
function otherMessage(errors: { code: string; message: string }[], { messages = [] }: Sample): Complaint | undefined {
  const at = errors.findIndex(({ message }, index) => !message.includes(messages[index] ?? ""));
  const { code, message } = errors[at] ?? {};
  if (code === undefined) return undefined;
  return {
    message: `the sample failed with ${code} for another reason than "${messages[at]}": ${message}`,
    hint: "announce a part of that message if it is meant to",
  };
}

function didNotFail(codes: string[]): Complaint {
  return { message: `the sample was to fail with ${codes.join()}, and did not`, hint: "leave fails=… out" };
}

function errorsIn({ results = [], events = [], exit, output, response }: Outcome): { code: string; message: string }[] {
  if (response) return statusOf(response) < 400 ? [] : [{ code: String(statusOf(response)), message: response.body }];
  if (exit) return [{ code: String(exit), message: output ?? "" }];
  return [...results.map(({ error }) => error), ...events.flatMap(errorsOf)].filter((error) => error !== undefined);
}

function errorsOf({ results = [], disconnected }: TimelineEvent) {
  return [...results.map(({ error }) => error), disconnected];
}
