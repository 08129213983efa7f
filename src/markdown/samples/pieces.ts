/** A sample of several statements, cut behind each that was answered, so that every answer stands below its statement. */
import type { ProvenSample, StatementResult } from "../../content/samples/transcript.ts";

/** Some lines of a sample's code, and the results of the statements that end on them. */
export interface Piece {
  /** The empty lines above it, which are not shown. */
  before: string;
  code: string;
  /** Of `code`, counted from 0 in the whole sample. */
  firstLine: number;
  results: StatementResult[];
  /** Of `results`, their places among all of the sample's. */
  places: number[];
}

/** One piece where there is nothing to cut. */
export function piecesOf(code: string, { ends = [], outcome }: Omit<ProvenSample, "digest">): Piece[] {
  const { results = [] } = outcome;
  const lines = code.trimEnd().split("\n");
  const last = Math.min(ends.at(-1) ?? 0, lines.length - 1);
  const cuts = ends.filter((end, index) => end < last && isAnswered(results[index]));
  const starts = [0, ...new Set(cuts.map((end) => end + 1))];
  return starts.map((start, index) => {
    const next = starts[index + 1] ?? Number.POSITIVE_INFINITY;
    const endsHere = (end = 0) => end >= start && end < next;
    const places = [...results.keys()].filter((at) => endsHere(ends[at]));
    return { ...pieceFrom(lines.slice(start, next), start), results: places.map((at) => results[at] ?? {}), places };
  });
}

/** A tag that counts, such as `INSERT 0 1`, names its command: it interrupts nothing, and stands with the next answer. */
function isAnswered({ rows, error, notices, tag, reply }: StatementResult = {}): boolean {
  return Boolean(rows || error || notices || reply !== undefined || (tag && !/ \d+$/.test(tag)));
}

function pieceFrom(lines: string[], start: number): Pick<Piece, "before" | "code" | "firstLine"> {
  const first = Math.max(
    0,
    lines.findIndex((line) => line.trim() !== ""),
  );
  const text = (part: string[]) => part.map((line) => `${line}\n`).join("");
  return { before: text(lines.slice(0, first)), code: text(lines.slice(first)), firstLine: start + first };
}
