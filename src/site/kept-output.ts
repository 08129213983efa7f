/**
 * What the last build wrote into the output folder, and what of it this build can leave as it is: files whose bytes are still
 * those that were written, and for which all that was asked while they were made has the same answers.
 */
import { readFileSync, type Stats, statSync } from "node:fs";
import { join } from "node:path";
import { digestOf } from "../cache/digest.ts";
import type { Observer, Question } from "../cache/observer.ts";
import type { PageNeeds } from "../content/page-needs.ts";

/** A file that was made, and from what. */
export interface MadeFile extends PageNeeds {
  /** A digest of its bytes. */
  readonly digest: string;
  /** Of a file that is kept: what is known of it on disk. */
  readonly stats?: Stats;
  /** A digest of what it was made from beside what was asked. */
  readonly from: string;
  readonly asked: Uint32Array;
}

interface Row extends Stamp, PageNeeds {
  readonly digest: string;
  readonly from: string;
  /** Places in the list of questions. */
  readonly asked: readonly number[];
}

/** By which a file that nobody has touched is known without reading it. */
interface Stamp {
  readonly size: number;
  /** Milliseconds since 1970, with what the file system has of their fractions. */
  readonly modified: number;
}

/** Files that are made together, such as those of the search index: either all of them are kept, or none. */
export interface Group {
  readonly from: string;
  readonly files: readonly string[];
}

/** Plain data, for a file. */
export interface OutputRecord {
  /** A digest of all that is neither asked for nor in `from`: the engine, the theme, and what the build is for. */
  readonly basis: string;
  /** Each with the digest of its answer; none where it had none. */
  readonly questions: readonly (readonly [question: string, answer: string | undefined])[];
  /** By path from the output folder. */
  readonly files: Readonly<Record<string, Row>>;
  /** By name. */
  readonly groups: Readonly<Record<string, Group>>;
}

export class KeptOutput {
  /** Where the files are. */
  readonly folder: string;
  readonly #record: OutputRecord;
  readonly #observer: Observer;
  /** By a question's place in the record: its number now. */
  readonly #questions: readonly Question[];
  /** By the question's place. */
  readonly #isSame: (boolean | undefined)[] = [];

  /** Nothing is kept where the record is of another basis. */
  constructor(folder: string, record: OutputRecord | undefined, basis: string, observer: Observer) {
    this.folder = folder;
    this.#record = record?.basis === basis ? record : { basis, questions: [], files: {}, groups: {} };
    this.#observer = observer;
    this.#questions = this.#record.questions.map(([name]) => observer.questionOf(name));
  }

  /** The file as it was made, if it would be made the same. */
  find(file: string, from: string): MadeFile | undefined {
    const row = this.#rowOf(file);
    return row?.from === from ? this.#madeFrom(file, row) : undefined;
  }

  #madeFrom(file: string, row: Row): MadeFile | undefined {
    if (!row.asked.every((place) => this.#hasSameAnswer(place))) return undefined;
    const stats = statsIfIntact(join(this.folder, file), row);
    if (!stats) return undefined;
    return { ...row, stats, asked: Uint32Array.from(row.asked, (place) => this.#questions[place] ?? 0) };
  }

  /** The files of a group as they were made, if they would be made the same. */
  findGroup(name: string, from: string): { group: Group; files: ReadonlyMap<string, MadeFile> } | undefined {
    const group = this.#record.groups[name];
    if (group?.from !== from) return undefined;
    const found = group.files.map((file) => {
      const row = this.#rowOf(file);
      return [file, row && this.#madeFrom(file, row)] as const;
    });
    const whole = found.flatMap(([file, made]): [string, MadeFile][] => (made ? [[file, made]] : []));
    return whole.length === found.length ? { group, files: new Map(whole) } : undefined;
  }

  #rowOf(file: string): Row | undefined {
    return Object.hasOwn(this.#record.files, file) ? this.#record.files[file] : undefined;
  }

  #hasSameAnswer(place: number): boolean {
    const known = this.#isSame[place];
    if (known !== undefined) return known;
    const question = this.#questions[place];
    const [, answer] = this.#record.questions[place] ?? [];
    const isSame = question !== undefined && this.#observer.answer(question) === (answer ?? undefined);
    this.#isSame[place] = isSame;
    return isSame;
  }
}

/** The record of what is in `folder` now. */
export function outputRecord(
  folder: string,
  files: ReadonlyMap<string, MadeFile>,
  groups: ReadonlyMap<string, Group>,
  basis: string,
  observer: Observer,
): OutputRecord {
  const places = new Map<Question, number>();
  const placeOf = (question: Question) => {
    const known = places.get(question);
    if (known !== undefined) return known;
    places.set(question, places.size);
    return places.size - 1;
  };
  const rows = [...files].flatMap(([file, made]): [string, Row][] => {
    const { asked, digest, from, shareImage, allowed } = made;
    const stats = made.stats ?? statSync(join(folder, file), { throwIfNoEntry: false });
    if (!stats) return [];
    return [[file, { ...stampOf(stats), digest, from, shareImage, allowed, asked: Array.from(asked, placeOf) }]];
  });
  const questions = [...places.keys()].map((one) => [observer.nameOf(one), observer.answer(one)] as const);
  return { basis, questions, files: Object.fromEntries(rows), groups: Object.fromEntries(groups) };
}

/** A file that was only copied, or unpacked elsewhere, is known by its bytes. Undefined for one that is another. */
function statsIfIntact(path: string, { size, modified, digest }: Row): Stats | undefined {
  const stats = statSync(path, { throwIfNoEntry: false });
  if (!stats?.isFile() || stats.size !== size) return undefined;
  return stampOf(stats).modified === modified || digestOf(readFileSync(path)) === digest ? stats : undefined;
}

function stampOf({ size, mtimeMs }: Stats): Stamp {
  return { size, modified: mtimeMs };
}
