/** Outcomes as plain text: as psql prints them, for the Markdown that readers take along, and as words, for search. */

import { ENGLISH, type Speak, speakerOf } from "../words/words.ts";
import { branchText, raceOf, sameText } from "./race.ts";
import { errorLines, resultsText } from "./results-text.ts";
import { happeningOf, holdingText, notificationText, sessionsOf } from "./timeline.ts";
import type { Outcome, RaceOutcome, Response, ServerError, StatementResult, TimelineEvent } from "./transcript.ts";

/** `speak` has the words that are not the server's. */
export function outcomeText(outcome: Outcome, speak: Speak = speakerOf(ENGLISH)): string {
  const { results, events, races, response } = outcome;
  if (response) return `${responseText(response)}\n`;
  if (races) return racesText(outcome, races, speak);
  if (events) return eventsText(events, sessionsOf(events), 1, speak);
  return outcome.output === undefined ? resultsText(results ?? []) : `${outputText(outcome)}\n`;
}

/** What a program printed, and how it ended where it failed. */
function outputText({ output = "", exit }: Outcome): string {
  return [...(output ? [output] : []), ...(exit ? [exitText(exit)] : [])].join("\n");
}

/** As shells and Go call it, in every language. */
export function exitText(exit: number): string {
  return `exit status ${exit}`;
}

export function responseText({ status, headers, body }: Response): string {
  const head = [status, ...headers.map(([name, value]) => `${name}: ${value}`)].join("\n");
  return body ? `${head}\n\n${body.trimEnd()}` : head;
}

/** Words for search: SQLSTATEs, messages, plans, cells, comments. */
export function outcomeWords({ results = [], events = [], races, output, response }: Outcome): string {
  const race = races && raceOf(races);
  const all = race ? [...race.shared, ...race.branches.flatMap((branch) => branch.events)] : events;
  const words = [...results.map(resultWords), ...all.map(eventWords), output ?? "", response?.body ?? ""];
  return [...all.map(({ session, text }) => (session ? "" : text)), ...words].filter(Boolean).join("\n\n");
}

function eventWords({ results = [], disconnected, notifications = [] }: TimelineEvent): string {
  const lost = disconnected ? [errorWords(disconnected)] : [];
  return [...results.map(resultWords), ...lost, ...notifications.map(notificationText)].filter(Boolean).join("\n\n");
}

function resultWords(result: StatementResult): string {
  const { notices = [], error, reply = "", rows = [], columns = [], notifications = [] } = result;
  const said = error ? [errorWords(error)] : [];
  const cells = rows.flat().filter((cell) => cell !== null);
  const came = notifications.map(notificationText);
  return [...notices, ...said, reply, ...columns.map(({ name }) => name), ...cells, ...came].filter(Boolean).join(" ");
}

function errorWords({ code, message, detail, hint }: ServerError): string {
  return [code, message, detail, hint].filter(Boolean).join(" ");
}

/** The beginning that all outcomes share, then each of them with its number of runs. */
function racesText(outcome: Outcome, races: RaceOutcome[], speak: Speak): string {
  const race = raceOf(races);
  const { shared, branches, runs } = race;
  const sessions = sessionsOf(races.flatMap(({ events }) => events));
  const next = shared.filter(({ session }) => session).length + 1;
  const start = shared.length > 0 ? eventsText(shared, sessions, 1, speak) : "";
  if (branches.length === 1) return `${start}\n${sameText(outcome, runs, speak)}\n`;
  const parts = branches.map((branch, index) => {
    const head = `${branchText(branch, index + 1, race, speak)}:\n`;
    return branch.events.length > 0 ? head + eventsText(branch.events, sessions, next, speak) : head;
  });
  return [start, ...parts].filter(Boolean).join("\n");
}

/** Numbered steps with their results; comments have no numbers. */
function eventsText(events: TimelineEvent[], sessions: string[], first: number, speak: Speak): string {
  const width = Math.max(...sessions.map(({ length }) => length));
  let number = first;
  const lines = events.map((event) => {
    const { session, text } = event;
    if (!session) return `-- ${text}`;
    const happening = happeningOf(event, speak);
    const [what = "", ...below] = [text?.replace(/\s*\n\s*/g, " "), happening].filter((line) => line !== undefined);
    const step = `${String(number++).padStart(2)}  ${session.padEnd(width)}  ${what}`;
    const said = [...below, answersOf(event), holdingText(event, speak)].filter(Boolean).join("\n");
    return said ? `${step}\n${said.replace(/^/gm, "      ")}` : step;
  });
  return `${lines.join("\n")}\n`;
}

function answersOf({ results = [], disconnected, notifications = [], versions }: TimelineEvent): string {
  const lost = disconnected ? errorLines(disconnected, "FATAL") : [];
  const shown = versions ? resultsText([versions]).trimEnd() : "";
  return [resultsText(results).trimEnd(), ...lost, ...notifications.map(notificationText), shown]
    .filter(Boolean)
    .join("\n");
}
