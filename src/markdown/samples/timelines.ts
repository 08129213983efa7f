/** Several sessions side by side, time downwards; who waits is drawn as waiting, as long as it lasts. */

import { goesOn, readTimeline, sessionsOf } from "../../content/samples/timeline.ts";
import type { TimelineEvent } from "../../content/samples/transcript.ts";
import { escapeMarkup } from "../../content/text/escape.ts";
import { highlight } from "../highlight.ts";
import { type Medium, on } from "../medium.ts";
import { resultsHtml, type Shown, unprovenHtml } from "./outcomes.ts";

/** A session's class, by its place. */
const COLUMNS = ["a", "b", "c", "d"];

export function timelineHtml(code: string, { outcome, title }: Shown, medium: Medium): string {
  const events: TimelineEvent[] = outcome?.events ?? stepsOf(code);
  const sessions = sessionsOf(events);
  const columnOf = (session: string) => COLUMNS[sessions.indexOf(session)] ?? "";
  const waiting = new Set<string>();
  const items = events.map((event) => {
    const isWaiting = [...waiting].filter((session) => session !== event.session).map(columnOf);
    if (event.session) waiting[event.waitsFor ? "add" : "delete"](event.session);
    return itemHtml(event, { column: columnOf(event.session ?? ""), isWaiting, medium });
  });
  const names = sessions.map((session) => `<b>${escapeMarkup(session)}</b>`).join("");
  const head = medium === "page" ? `<p aria-hidden="true">${names}</p>\n` : "";
  const caption = title ? `<figcaption>${escapeMarkup(title)}</figcaption>\n` : "";
  const unproven = outcome ? "" : unprovenHtml(medium);
  const list = `<ol>\n${items.join("")}</ol>\n`;
  return `<figure${on(medium, `class="timeline of-${sessions.length}"`)}>\n${caption}${head}${list}${unproven}</figure>\n`;
}

interface Place {
  column: string;
  /** The columns of those who wait meanwhile. */
  isWaiting: string[];
  medium: Medium;
}

function itemHtml(event: TimelineEvent, { column, isWaiting, medium }: Place): string {
  const { session, text = "", results, waitsFor, crashes } = event;
  if (!session)
    return `<li${on(medium, 'class="between"')}>${bars(isWaiting, medium)}<p>${escapeMarkup(text)}</p></li>\n`;
  const sql = medium === "page" ? highlight(text, "sql") : escapeMarkup(text);
  const parts = [
    text && `<pre><code>${sql}</code></pre>\n`,
    !text && !crashes && `<em>${goesOn(event)}</em>\n`,
    waitsFor && `<em>waits for ${escapeMarkup(waitsFor.join(" and "))}</em>\n`,
    crashes && "<em>crashes</em>\n",
    results && resultsHtml(results, medium),
  ];
  const name = `<b>${escapeMarkup(session)}</b>${medium === "feed" ? ": " : "\n"}`;
  const body = name + parts.filter(Boolean).join("");
  if (medium === "feed") return `<li>${body}</li>\n`;
  const place = waitsFor ? `${column} waits` : column;
  return `<li class="${place}">${bars(isWaiting, medium)}<section>${body}</section></li>\n`;
}

function bars(isWaiting: string[], medium: Medium): string {
  return medium === "page" ? isWaiting.map((column) => `<i class="${column}"></i>`).join("") : "";
}

function stepsOf(code: string): TimelineEvent[] {
  return readTimeline(code).steps.map(({ session, text }) => ({
    session,
    text,
    ...(text === undefined && { crashes: true as const }),
  }));
}
