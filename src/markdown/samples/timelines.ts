/** Draws several sessions side by side, time downwards, with their waits as long as these last. */

import { branchText, raceOf, sameText } from "../../content/samples/race.ts";
import { happeningOf, holdingText, readTimeline, sessionsOf } from "../../content/samples/timeline.ts";
import type { Outcome, RaceOutcome, TimelineEvent } from "../../content/samples/transcript.ts";
import { escapeMarkup } from "../../content/text/escape.ts";
import { type Speak, type Speech, speakerOf } from "../../content/words/words.ts";
import { highlight } from "../highlight.ts";
import { runsIn } from "../languages/language.ts";
import { marksOfCode } from "../listing-title.ts";
import { type Medium, on } from "../medium.ts";
import { elsewhereHtml } from "./elsewhere.ts";
import { errorHtml, notificationsHtml, resultsHtml, type Shown, unprovenHtml } from "./outcomes.ts";

/** A session's class, by its place. */
const COLUMNS = ["a", "b", "c", "d"];

export function timelineHtml(
  code: string,
  { outcome, elsewhere = [], title, label, classes }: Shown,
  medium: Medium,
  speech: Speech,
): string {
  const events = outcome?.events ?? outcome?.races?.[0]?.events ?? stepsOf(code);
  const sessions = sessionsOf(events);
  const drawing: Drawing = {
    sessions,
    medium,
    speech,
    speak: speakerOf(speech),
    waiting: new Set(),
    holding: new Set(),
    next: 1,
  };
  const lists = outcome?.races ? raceHtml(outcome, outcome.races, drawing) : listHtml(events, drawing);
  const names = sessions.map((session) => `<b>${escapeMarkup(session)}</b>`).join(" ");
  const head = medium === "page" ? `<p aria-hidden="true">${names}</p>\n` : "";
  const caption = title ? `<figcaption>${escapeMarkup(title)}</figcaption>\n` : "";
  const draw = (other: Outcome) => timelineHtml(code, { outcome: other, title: undefined }, medium, speech);
  const others = outcome ? elsewhereHtml(elsewhere, outcome, medium, draw) : "";
  const unproven = outcome ? "" : unprovenHtml(medium, speech);
  const marks = medium === "page" ? marksOfCode({ label, classes }, ["timeline", `of-${sessions.length}`]) : "";
  return `<figure${marks}>\n${caption}${head}${lists}${unproven}${others}</figure>\n`;
}

/** A timeline that is drawn downwards. */
interface Drawing {
  sessions: string[];
  medium: Medium;
  speech: Speech;
  speak: Speak;
  /** Sessions that wait where the drawing has got to. */
  waiting: Set<string>;
  /** Sessions that hold something there. */
  holding: Set<string>;
  /** The number of the next step; comments have none. */
  next: number;
}

/** What all outcomes begin with once, then each of them. */
function raceHtml(outcome: Outcome, races: RaceOutcome[], drawing: Drawing): string {
  const race = raceOf(races);
  const { shared, branches, runs } = race;
  const start = shared.length > 0 ? listHtml(shared, drawing) : "";
  if (branches.length === 1) return start + branchHead(sameText(outcome, runs, drawing.speak), drawing);
  const parts = branches.map((branch, index) => {
    const { events } = branch;
    const list = events.length > 0 ? listHtml(events, copyOf(drawing)) : "";
    return branchHead(branchText(branch, index + 1, race, drawing.speak), drawing) + list;
  });
  return start + parts.join("");
}

/** For one of several ways in which the timeline continues. */
function copyOf(drawing: Drawing): Drawing {
  return { ...drawing, waiting: new Set(drawing.waiting), holding: new Set(drawing.holding) };
}

function branchHead(text: string, { medium }: Drawing): string {
  return `<p${on(medium, 'class="branch"')}><strong>${escapeMarkup(text)}</strong></p>\n`;
}

/** Comments stand in the item before them: as items of their own they would be numbered as steps. */
function listHtml(events: TimelineEvent[], drawing: Drawing): string {
  const start = drawing.next === 1 ? "" : ` start="${drawing.next}"`;
  const items: string[] = [];
  let before = "";
  for (const event of events) {
    const { session, text = "" } = event;
    if (session) {
      items.push(itemHtml(event, session, drawing));
      drawing.next++;
      continue;
    }
    const comment = `<p>${escapeMarkup(text)}</p>\n`;
    if (items.length === 0) before += comment;
    else items.push(`${items.pop()}${comment}`);
  }
  return `${before}<ol${start}>\n${items.map((item) => `${item}</li>\n`).join("")}</ol>\n`;
}

/** Without its end tag. */
function itemHtml(event: TimelineEvent, session: string, drawing: Drawing): string {
  const name = `<b>${escapeMarkup(session)}</b>`;
  if (drawing.medium === "feed") return `<li>${name}: ${partsHtml(event, drawing)}${versionsHtml(event, drawing)}`;
  const { sessions, waiting, holding } = drawing;
  const { waitsFor, holds = {} } = event;
  const columnOf = (name: string) => COLUMNS[sessions.indexOf(name)] ?? "";
  for (const [name, things] of Object.entries(holds)) holding[things.length > 0 ? "add" : "delete"](name);
  const others = [...waiting].filter((name) => name !== session);
  const held = [...holding].filter((name) => !others.includes(name));
  const bars = [
    ...others.map((name) => `<i class="${columnOf(name)}"></i>`),
    ...held.map((name) => `<i class="${columnOf(name)} h"></i>`),
  ].join("");
  waiting[waitsFor ? "add" : "delete"](session);
  const place = waitsFor ? `${columnOf(session)} waits` : columnOf(session);
  return `<li class="${place}">${bars}<section>${name}\n${partsHtml(event, drawing)}</section>${versionsHtml(event, drawing)}`;
}

/** They are the table's and no session's, so they have the whole width. */
function versionsHtml({ versions }: TimelineEvent, { medium, speech }: Drawing): string {
  return versions ? `<div${on(medium, 'class="versions"')}>\n${resultsHtml([versions], medium, speech)}</div>\n` : "";
}

/** A step, what happens to its session, and what was answered. */
function partsHtml(event: TimelineEvent, { medium, speech, speak }: Drawing): string {
  const { text, results = [], disconnected, notifications = [] } = event;
  const happening = happeningOf(event, speak);
  const holding = holdingText(event, speak);
  const sql = medium === "page" ? highlight(runsIn(text ?? "", "sql")) : escapeMarkup(text ?? "");
  const parts = [
    text && `<pre><code>${sql}</code></pre>\n`,
    happening && `<em>${escapeMarkup(happening)}</em>\n`,
    resultsHtml(results, medium, speech),
    disconnected && errorHtml(disconnected, medium, speech, "FATAL"),
    notificationsHtml(notifications),
    holding && `<small>${escapeMarkup(holding)}</small>\n`,
  ];
  return parts.filter(Boolean).join("");
}

function stepsOf(code: string): TimelineEvent[] {
  return readTimeline(code).map(({ session, text }) => ({
    session,
    text,
    ...(text === undefined && { crashes: true as const }),
  }));
}
