/** A sorted list that is cut into files, of which a search reads those that it needs. */

/** Where a list is. */
export interface ListMap {
  /** The first key of each of its files, with spaces between them. */
  starts: string;
  /** The name of each of its files, without anything between them. */
  names: string;
}

/** Reads a file of the index by its name. */
export type ReadFile = (name: string) => Promise<Response>;

/** How many letters the name of a file has. */
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

  /** Every file that may have something from one key to another, and only the first ones where those are many. */
  range(first: string, last: string): Promise<Parsed[]> {
    const from = Math.max(
      0,
      this.#starts.findLastIndex((start) => start <= first),
    );
    const to = this.#starts.findLastIndex((start) => start <= last);
    return Promise.all(this.#names.slice(from, Math.min(to + 1, from + MOST_FILES)).map(this.#read));
  }
}

/** Each name is read once, unless that fails. */
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
