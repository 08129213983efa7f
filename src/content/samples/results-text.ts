/** Results of statements as psql prints them. Browsers load this too, so it needs nothing else. */
import { isPlan } from "./plan.ts";
import { notificationText } from "./timeline.ts";
import type { ServerError, StatementResult } from "./transcript.ts";

/** As psql prints them, one below the other. */
export function resultsText(results: StatementResult[]): string {
  return results.map(resultText).filter(Boolean).join("\n");
}

function resultText(result: StatementResult): string {
  const { notices = [], rows, error, tag, reply, notifications = [] } = result;
  const lines = [...notices];
  if (error) lines.push(...errorLines(error));
  else if (rows && isPlan(result)) lines.push(...rows.map(([line]) => line ?? ""));
  else if (rows) lines.push(tableText(result));
  else if (reply !== undefined) lines.push(reply);
  else if (tag) lines.push(tag);
  lines.push(...notifications.map(notificationText));
  return lines.map((line) => `${line}\n`).join("");
}

export function errorLines({ code, message, detail, hint }: ServerError, severity = "ERROR"): string[] {
  const more = [detail ? [`DETAIL:  ${detail}`] : [], hint ? [`HINT:  ${hint}`] : []];
  return [`${severity}:  ${code}: ${message}`, ...more.flat()];
}

function tableText({ columns = [], rows = [] }: StatementResult): string {
  const count = rows.length === 1 ? "(1 row)" : `(${rows.length} rows)`;
  if (columns.length === 0) return count;
  const widths = columns.map(({ name }, index) => Math.max(name.length, ...rows.map((row) => row[index]?.length ?? 0)));
  const line = (cells: string[]) => ` ${cells.join(" | ")}`.trimEnd();
  const head = line(columns.map(({ name }, index) => name.padEnd(widths[index] ?? 0)));
  const rule = widths.map((width) => "-".repeat(width + 2)).join("+");
  const body = rows.map((row) =>
    line(
      row.map((cell, index) =>
        columns[index]?.numeric ? (cell ?? "").padStart(widths[index] ?? 0) : (cell ?? "").padEnd(widths[index] ?? 0),
      ),
    ),
  );
  return [head, rule, ...body, count].join("\n");
}
