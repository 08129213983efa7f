/** What samples gave, as the table of a chart: each row of their last results, with a label of the sample before it. */
import type { GivenTable } from "../../content/drawing.ts";
import { didYouMean } from "../../content/problems/nearest-name.ts";
import { isPlan } from "../../content/samples/plan.ts";
import type { ProvenSample, StatementResult } from "../../content/samples/transcript.ts";
import type { Notes } from "../extension.ts";

/** The first column, which has the labels. */
const LABELS = "sample";

/**
 * `written` is a sample's name, or several between commas, each with a label and a colon before it if need be:
 * `without an index: before.sql, with one: after.sql`. Of several samples, the table has the columns that all of them have.
 * Undefined where something is wrong, which is a problem; `unproven` where a sample still has to be proven.
 */
export function tableOfSamples(
  written: string,
  proven: Notes["proven"],
  problem: (message: string, hint?: string) => void,
): GivenTable | "unproven" | undefined {
  const parts = namedIn(written, proven);
  const found = parts.map(({ label, name }) => {
    const [sample, second] = proven.filter(({ names }) => names.includes(name));
    if (!sample) problem(`there is no sample "${name}"`, hintFor(name, proven));
    else if (second) problem(`there are two samples "${name}"`, "give each a title or an id of its own");
    return sample && !second ? { label, name, sample } : undefined;
  });
  const known = found.filter((each) => each !== undefined);
  if (known.length < found.length) return undefined;
  if (known.some(({ sample }) => !sample.known)) return "unproven";
  const tables = known.map(({ label, name, sample }) => ({ label, table: tableIn(sample.known, name, problem) }));
  const all = tables.flatMap(({ label, table }) => (table ? [{ label, table }] : []));
  const [first] = all;
  if (!first || all.length < tables.length) return undefined;
  const columns = first.table.columns.filter((name) => all.every(({ table }) => table.columns.includes(name)));
  const rows = all.flatMap(({ label, table }) => {
    const places = all.length > 1 ? columns.map((name) => table.columns.indexOf(name)) : columns.map((_, at) => at);
    return table.rows.map((row) => [label, ...places.map((place) => row[place] ?? "")]);
  });
  return { columns: [LABELS, ...columns], rows };
}

/** A name with a comma or a colon can be written alone. */
function namedIn(written: string, proven: Notes["proven"]): { label: string; name: string }[] {
  const isName = (text: string) => proven.some(({ names }) => names.includes(text));
  if (isName(written)) return [{ label: written, name: written }];
  return written.split(",").map((part) => {
    const text = part.trim();
    const [, label, name] = /^(.*?)\s*:\s+(.*)$/.exec(text) ?? [];
    return label === undefined || name === undefined || isName(text) ? { label: text, name: text } : { label, name };
  });
}

function hintFor(name: string, proven: Notes["proven"]): string {
  const names = proven.flatMap(({ names }) => names);
  return didYouMean(name, names) ?? "write the title, the file or the id of one that is proven on this page";
}

function tableIn(
  known: ProvenSample | undefined,
  name: string,
  problem: (message: string, hint?: string) => void,
): GivenTable | undefined {
  const { results = [], events = [] } = known?.outcome ?? {};
  const all = [...results, ...events.flatMap(({ results = [] }) => results)];
  const last = all.findLast(({ rows }) => rows !== undefined);
  const table = last && (isPlan(last) ? planTable(last) : { columns: namesOf(last), rows: textsOf(last) });
  if (table && table.columns.length > 0 && table.rows.length > 0) return table;
  if (last && isPlan(last)) problem(`the plan of "${name}" has no numbers`, "write EXPLAIN (ANALYZE, BUFFERS)");
  else problem(`the sample "${name}" has no rows`, "let its last query return the numbers");
  return undefined;
}

function namesOf({ columns = [] }: StatementResult): string[] {
  return columns.map(({ name }) => name);
}

/** Nothing stands for null. */
function textsOf({ rows = [] }: StatementResult): string[][] {
  return rows.map((row) => row.map((cell) => cell ?? ""));
}

/**
 * What a plan says of its topmost node: blocks of shared buffers that it found or read, rows, and how many were expected
 * (https://www.postgresql.org/docs/18/using-explain.html).
 */
function planTable({ rows = [] }: StatementResult): GivenTable {
  const [node = "", ...below] = rows.map(([line]) => line ?? "");
  const end = below.findIndex((line) => /^ *->|^\S/.test(line));
  const own = end < 0 ? below : below.slice(0, end);
  const blocks = own.find((line) => /^ *Buffers: /.test(line));
  const shared = /shared((?: \w+=\d+)+)/.exec(blocks ?? "")?.[1] ?? "";
  const buffers = [...shared.matchAll(/ (?:hit|read)=(\d+)/g)].reduce((sum, [, count]) => sum + Number(count), 0);
  const columns: [name: string, value: string | undefined][] = [
    ["buffers", blocks === undefined ? undefined : String(buffers)],
    ["rows", /\(actual (?:.* )?rows=(\d+(?:\.\d+)?)/.exec(node)?.[1]?.replace(/\.0+$/, "")],
    ["expected rows", /\(cost=\S+ rows=(\d+)/.exec(node)?.[1]],
  ];
  const known = columns.flatMap(([name, value]) => (value === undefined ? [] : [{ name, value }]));
  return { columns: known.map(({ name }) => name), rows: [known.map(({ value }) => value)] };
}
