/**
 * What the last build wrote into the output folder, and which of its files this build can keep: those that are still as they were
 * written, and for which every question that was asked while they were made has the same answer.
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
  /** What the file system says of a kept file. */
  readonly stats?: Stats;
  /** A digest of what it was made from, apart from the answers to questions. */
  readonly from: string;
  readonly asked: Uint32Array;
}

interface Row extends Stamp, PageNeeds {
  readonly digest: string;
  readonly from: string;
  /** Indexes in the record's list of questions. */
  readonly asked: readonly number[];
}

/** What shows, without reading a file, that nobody has touched it. */
interface Stamp {
  readonly size: number;
  /** Milliseconds since 1970, with as many decimals as the file system has. */
  readonly modified: number;
}

/** Files that are made together, such as the search index: all of them are kept, or none. */
export interface Group {
  readonly from: string;
  readonly files: readonly string[];
}

/** Plain data, for a file. */
export interface OutputRecord {
  /** A digest of all else that files depend on: the engine, the theme, and what the build is for. */
  readonly basis: string;
  /** Each with the digest of its answer; undefined for a question about something that was gone. */
  readonly questions: readonly (readonly [question: string, answer: string | undefined])[];
  /** By path from the output folder. */
  readonly files: Readonly<Record<string, Row>>;
  /** By name. */
  readonly groups: Readonly<Record<string, Group>>;
}

export class KeptOutput {
  /** The folder with the files. */
  readonly folder: string;
  readonly #record: OutputRecord;
  readonly #observer: Observer;
  /** The observer's number of each question of the record. */
  readonly #questions: readonly Question[];
  /** For each question of the record: true if its answer is the same, undefined if that is not known yet. */
  readonly #isSame: (boolean | undefined)[] = [];

  /** If the record has another basis, nothing is kept. */
  constructor(folder: string, record: OutputRecord | undefined, basis: string, observer: Observer) {
    this.folder = folder;
    this.#record = record?.basis === basis ? record : { basis, questions: [], files: {}, groups: {} };
    this.#observer = observer;
    this.#questions = this.#record.questions.map(([name]) => observer.questionOf(name));
  }

  get isEmpty(): boolean {
    return Object.keys(this.#record.files).length === 0;
  }

  /** The file, if it would be made the same now. */
  find(file: string, from: string): MadeFile | undefined {
    const row = this.#rowOf(file);
    return row?.from === from ? this.#madeFrom(file, row) : undefined;
  }

  #madeFrom(file: string, row: Row): MadeFile | undefined {
    if (!row.asked.every((place) => this.#hasSameAnswer(place))) return undefined;
    const stats = statsIfIntact(join(this.folder, file), row);
    if (!stats) return undefined;
    // Of a large site there are a million: `Uint32Array.from` would take five times as long.
    const asked = new Uint32Array(row.asked.length);
    row.asked.forEach((place, at) => {
      asked[at] = this.#questions[place] ?? 0;
    });
    return { ...row, stats, asked };
  }

  /** The files of a group, if all of them would be made the same now. */
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
  const questions: Question[] = [];
  /** By the observer's number of a question, from 1 on; 0 for one that no file has asked. */
  const places = new Uint32Array(observer.size);
  const placesOf = (asked: Uint32Array) => {
    const inRecord = new Array<number>(asked.length);
    asked.forEach((question, at) => {
      const place = places[question] || questions.push(question);
      places[question] = place;
      inRecord[at] = place - 1;
    });
    return inRecord;
  };
  const rows = [...files].flatMap(([file, made]): [string, Row][] => {
    const { asked, digest, from, shareImage, allowed } = made;
    const stats = made.stats ?? statSync(join(folder, file), { throwIfNoEntry: false });
    if (!stats) return [];
    return [[file, { ...stampOf(stats), digest, from, shareImage, allowed, asked: placesOf(asked) }]];
  });
  const answers = questions.map((one) => [observer.nameOf(one), observer.answer(one)] as const);
  return { basis, questions: answers, files: Object.fromEntries(rows), groups: Object.fromEntries(groups) };
}

/** Undefined if the file was changed. One with another time, such as a copy, is judged by its bytes. */
function statsIfIntact(path: string, { size, modified, digest }: Row): Stats | undefined {
  const stats = statSync(path, { throwIfNoEntry: false });
  if (!stats?.isFile() || stats.size !== size) return undefined;
  return stampOf(stats).modified === modified || digestOf(readFileSync(path)) === digest ? stats : undefined;
}

function stampOf({ size, mtimeMs }: Stats): Stamp {
  return { size, modified: mtimeMs };
}
