/**
 * The outcome of a sample, below it: result sets as tables, commands' tags, errors with their SQLSTATE, output. Without
 * `samp`, which savers that know few elements (article-extractor) leave out with all that is in it.
 */

import { exitText, responseText } from "../../content/samples/outcome-text.ts";
import { isPlan } from "../../content/samples/plan.ts";
import { notificationText } from "../../content/samples/timeline.ts";
import type { Notification, Outcome, ServerError, StatementResult } from "../../content/samples/transcript.ts";
import { escapeMarkup } from "../../content/text/escape.ts";
import type { Speech } from "../../content/words/words.ts";
import { inMarkup } from "../extension.ts";
import { type Medium, on } from "../medium.ts";
import { tokenKey } from "../token-key.ts";
import { type Elsewhere, elsewhereHtml } from "./elsewhere.ts";
import { planHtml } from "./plans.ts";

/** A sample as its page shows it; without an outcome it still has to be proven. */
export interface Shown {
  outcome: Outcome | undefined;
  elsewhere?: readonly Elsewhere[];
  title: string | undefined;
  /** The id by which it is referred to. */
  label?: string | undefined;
  classes?: readonly string[] | undefined;
}

/** On a sample's token, or on that of its outcome where it has one of its own. */
export const shownKey = tokenKey<Shown>("shown");

const PROVE = "npm run prove";
/** How many characters fit on the smallest screen. */
const WIDE = 40;
/**
 * Postlight's parser, which Feedbin and NetNewsWire read pages with, drops a table of fewer than 25 characters, unless a
 * class says that it is content (hAtom's `entry-content`, WordPress's assets).
 */
const SHORT = 25;

export function outcomeHtml(
  { outcome, elsewhere = [] }: Omit<Shown, "title" | "label">,
  medium: Medium,
  speech: Speech,
): string {
  if (!outcome) return unprovenHtml(medium, speech);
  const draw = ({ results = [], output, exit, response }: Outcome) => {
    if (response) return outputHtml(responseText(response), medium, speech);
    if (output === undefined) return resultsHtml(results, medium, speech);
    const ended = exit ? `<p${on(medium, 'class="error"')}><b>${exitText(exit)}</b></p>\n` : "";
    return outputHtml(output, medium, speech) + ended;
  };
  const html = draw(outcome) + elsewhereHtml(elsewhere, outcome, medium, draw);
  return html && `<div${on(medium, 'class="outcome"')}>\n${html}</div>\n`;
}

/** Stands where an outcome will, in development. */
export function unprovenHtml(medium: Medium, speech: Speech): string {
  const words = inMarkup(speech)("notProven", { command: PROVE }).replace(PROVE, `<code>${PROVE}</code>`);
  return `<p${on(medium, 'class="unproven"')}>${words}</p>\n`;
}

export function resultsHtml(results: StatementResult[], medium: Medium, speech: Speech): string {
  return results.map((result) => resultHtml(result, medium, speech)).join("");
}

function resultHtml(result: StatementResult, medium: Medium, speech: Speech): string {
  const { notices = [], notifications = [] } = result;
  return lineHtml(notices) + answerHtml(result, medium, speech) + notificationsHtml(notifications);
}

function answerHtml(result: StatementResult, medium: Medium, speech: Speech): string {
  const { error, tag, rows, reply } = result;
  if (error) return errorHtml(error, medium, speech);
  if (rows && isPlan(result)) {
    const lines = rows.map(([line]) => line ?? "");
    return planHtml(lines, medium, speech);
  }
  if (rows) return rowsHtml(result, medium, speech);
  if (reply !== undefined) return outputHtml(reply, medium, speech);
  return tag ? lineHtml([tag]) : "";
}

export function notificationsHtml(notifications: Notification[]): string {
  return lineHtml(notifications.map(notificationText));
}

function lineHtml(lines: string[]): string {
  return lines.map((line) => `<p><code>${escapeMarkup(line)}</code></p>\n`).join("");
}

function rowsHtml({ columns = [], rows = [] }: StatementResult, medium: Medium, speech: Speech): string {
  const speak = inMarkup(speech);
  const isNumeric = (index: number) => columns[index]?.numeric;
  const right = (index: number) => (isNumeric(index) ? on(medium, 'class="right"') : "");
  const head = columns.map(
    ({ name }, index) => `<th${on(medium, 'scope="col"')}${right(index)}>${escapeMarkup(name)}</th>`,
  );
  const body = rows.map((row) => {
    const cells = row.map(
      (cell, index) => `<td${right(index)}>${cell === null ? "<i>null</i>" : escapeMarkup(cell)}</td>`,
    );
    return `<tr>${cells.join("")}</tr>\n`;
  });
  const letters = [...columns.map(({ name }) => name), ...rows.flat()].join("").length;
  const open = letters < SHORT ? `<table${on(medium, 'class="entry-content-asset"')}>` : "<table>";
  const table = `${open}\n<thead><tr>${head.join("")}</tr></thead>\n<tbody>\n${body.join("")}</tbody>\n</table>\n`;
  const none = rows.length === 0 ? `<p><code>${speak("noRows")}</code></p>\n` : "";
  // What is wide scrolls by itself, and the keyboard has to reach it.
  const width = columns.map(({ name }, index) => Math.max(name.length, ...rows.map((row) => row[index]?.length ?? 0)));
  const isWide = width.reduce((sum, characters) => sum + characters + 3, 0) > WIDE;
  if (columns.length === 0) return `<p><code>${speak("rows", { count: rows.length })}</code></p>\n`;
  if (medium === "feed" || !isWide) return table + none;
  return `<div class="table" tabindex="0" role="group" aria-label="${speak("result")}">\n${table}</div>\n${none}`;
}

/** `severity` is the server's word for it. */
export function errorHtml(
  { code, message, detail, hint }: ServerError,
  medium: Medium,
  speech: Speech,
  severity: "ERROR" | "FATAL" = "ERROR",
): string {
  const speak = inMarkup(speech);
  const more = [detail && speak("detail", { text: detail }), hint && speak("hint", { text: hint })].filter(Boolean);
  const lines = more.map((line) => `<br>${line}`).join("\n");
  return `<p${on(medium, 'class="error"')}><b>${severity} ${escapeMarkup(code)}</b> ${escapeMarkup(message)}${lines}</p>\n`;
}

function outputHtml(output: string, medium: Medium, speech: Speech): string {
  if (!output) return "";
  const label = on(medium, `tabindex="0" role="group" aria-label="${inMarkup(speech)("output")}"`);
  return `<pre${label}>${escapeMarkup(output)}</pre>\n`;
}
