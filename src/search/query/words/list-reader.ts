/** A sorted list in several files, of which a search reads only those that it needs. */

/** The files of a list. */
export interface ListMap {
  /** The first key of each file, separated by spaces. */
  starts: string;
  /** The names of the files, one after the other, without separators. */
  names: string;
}

/** Reads a file of the index by its name. */
export type ReadFile = (name: string) => Promise<Response>;

/** The length of a file's name. */
export const NAME_LENGTH = 8;
const MOST_FILES = 4;

/** `parse` is given the text of a file. */
export class ListReader<Parsed> {
  readonly #starts: string[];
  readonly #names: string[];
  readonly #read: (name: string) => Promise<Parsed>;

  constructor({ starts, names }: ListMap, read: ReadFile, parse: (text: string) => Parsed) {
    this.#starts = starts ? starts.split(" ") : [];
    this.#names = namesFrom(names);
    this.#read = readOnce(async (name) => parse(await (await read(`words/${name}.txt`)).text()));
  }

  /** The files with keys from `first` to `last`; if there are many, only the first ones. */
  range(first: string, last: string): Promise<Parsed[]> {
    const from = Math.max(
      0,
      this.#starts.findLastIndex((start) => start <= first),
    );
    const to = this.#starts.findLastIndex((start) => start <= last);
    return Promise.all(this.#names.slice(from, Math.min(to + 1, from + MOST_FILES)).map(this.#read));
  }
}

/** Remembers what was read under each name, unless reading fails. */
export function readOnce<Value>(read: (name: string) => Promise<Value>): (name: string) => Promise<Value> {
  const values = new Map<string, Promise<Value>>();
  return (name) => {
    const value = values.get(name) ?? read(name);
    values.set(name, value);
    value.catch(() => values.delete(name));
    return value;
  };
}

export function namesFrom(names: string): string[] {
  return names.match(new RegExp(`.{${NAME_LENGTH}}`, "g")) ?? [];
}
