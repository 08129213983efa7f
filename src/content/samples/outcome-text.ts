/** What came out of a sample as plain text: as psql prints it, for the Markdown that readers take along, and as words, for search. */
import { goesOn, sessionsOf } from "./timeline.ts";
import { isPlan, type Outcome, type StatementResult, type TimelineEvent } from "./transcript.ts";

export function outcomeText({ results, events, output }: Outcome): string {
  if (events) return eventsText(events);
  return output === undefined ? resultsText(results ?? []) : `${output}\n`;
}

/** What came out of a sample as words that can be searched for: SQLSTATEs, messages, plans, cells. */
export function outcomeWords({ results = [], events = [], output }: Outcome): string {
  const all = [...results, ...events.flatMap((event) => event.results ?? [])];
  const comments = events.flatMap(({ session, text }) => (session ? [] : (text ?? [])));
  return [...comments, ...all.map(resultWords), output ?? ""].filter(Boolean).join("\n\n");
}

function resultWords({ notices = [], error, rows = [], columns = [] }: StatementResult): string {
  const said = error ? [error.code, error.message, error.detail, error.hint] : [];
  const cells = rows.flat().filter((cell) => cell !== null);
  return [...notices, ...said, ...columns.map(({ name }) => name), ...cells].filter(Boolean).join(" ");
}

function resultsText(results: StatementResult[]): string {
  return results.map(resultText).filter(Boolean).join("\n");
}

function resultText(result: StatementResult): string {
  const { notices = [], rows, error, tag } = result;
  const lines = [...notices];
  if (error) {
    lines.push(`ERROR:  ${error.code}: ${error.message}`);
    if (error.detail) lines.push(`DETAIL:  ${error.detail}`);
    if (error.hint) lines.push(`HINT:  ${error.hint}`);
  } else if (rows && isPlan(result)) lines.push(...rows.map(([line]) => line ?? ""));
  else if (rows) lines.push(tableText(result));
  else if (tag) lines.push(tag);
  return lines.map((line) => `${line}\n`).join("");
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

/** Steps by their numbers, with what each gave. */
function eventsText(events: TimelineEvent[]): string {
  const width = Math.max(...sessionsOf(events).map(({ length }) => length));
  const lines = events.map((event, index) => {
    const { session, text, results, waitsFor, crashes } = event;
    if (!session) return `-- ${text}`;
    const what = text?.replace(/\s*\n\s*/g, " ") ?? (crashes ? "crashes" : goesOn(event));
    const step = `${String(index + 1).padStart(2)}  ${session.padEnd(width)}  ${what}`;
    if (waitsFor) return `${step}\n      waits for ${waitsFor.join(" and ")}`;
    const said = resultsText(results ?? []).trimEnd();
    return said ? `${step}\n${said.replace(/^/gm, "      ")}` : step;
  });
  return `${lines.join("\n")}\n`;
}
