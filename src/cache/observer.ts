/**
 * Notes what is read while something is made. Values are wrapped before they are handed out: whoever reads one has asked the
 * question that is its name. A kept file is good as long as every question that was asked for it has the same answer, so
 * nobody has to say, or remember to say, what it depends on.
 *
 * Answers are digests of plain data, in which one wrapped value stands for itself by its name: a list says which entries are
 * on it, and each entry that is looked at says what is in it.
 */
import { digestOf } from "./digest.ts";

/** Answers what a value says now; asked at most once. */
type Describe = () => unknown;

/** Some keys of a value, about which there is a question of its own. */
interface Part {
  readonly name: string;
  readonly keys: ReadonlySet<PropertyKey>;
}

/** The number of a question, from 0 on: a page asks some hundred, and ten thousand pages ask much the same ones. */
export type Question = number;

export class Observer {
  readonly #questions: string[] = [];
  readonly #numbers = new Map<string, Question>();
  /** By question: the digest of its answer, once it is known. */
  readonly #answers: (string | undefined)[] = [];
  readonly #describe = new Map<string, Describe>();
  /** For questions about one of many things: `name` and a key, with a space between them. */
  readonly #families = new Map<string, (key: string) => unknown>();
  /** What stands for a value in the descriptions of others. */
  readonly #names = new WeakMap<object, string>();
  #asked: Set<Question> | undefined;

  /**
   * The same value, whose reading is noted. `describe` gives plain data, in which other wrapped values may stand. Whoever reads
   * only keys of `part` has asked about those only.
   */
  watch<Value extends object>(name: string, value: Value, describe: Describe = () => value, part?: Part): Value {
    this.#describe.set(name, describe);
    if (part) this.#describe.set(part.name, () => Array.from(part.keys, (key) => Reflect.get(value, key) ?? null));
    const whole = this.questionOf(name);
    const ofPart = part && this.questionOf(part.name);
    const note = () => this.#asked?.add(whole);
    const watched = new Proxy(value, {
      get: (target, key) => {
        if (ofPart !== undefined && part?.keys.has(key)) this.#asked?.add(ofPart);
        else note();
        return Reflect.get(target, key);
      },
      has(target, key) {
        note();
        return Reflect.has(target, key);
      },
      ownKeys(target) {
        note();
        return Reflect.ownKeys(target);
      },
    });
    this.#names.set(watched, name);
    return watched;
  }

  /** The same value, of plain data: each of its keys is a question of its own. */
  watchKeys<Value extends object>(name: string, value: Value): Value {
    this.#describe.set(name, () => value);
    this.#families.set(name, (key) => Reflect.get(value, key));
    const note = this.#noteOfKeys(name);
    const watched = new Proxy(value, {
      get(target, key) {
        note(key);
        return Reflect.get(target, key);
      },
      has(target, key) {
        note(key);
        return Reflect.has(target, key);
      },
      ownKeys(target) {
        note();
        return Reflect.ownKeys(target);
      },
    });
    return this.name(name, watched);
  }

  /** The same map: to look up a key is a question of its own, to read it otherwise is one about all of it. */
  watchMap<Value>(name: string, map: ReadonlyMap<string, Value>): ReadonlyMap<string, Value> {
    this.#describe.set(name, () => [...map]);
    this.#families.set(name, (key) => map.get(key));
    const note = this.#noteOfKeys(name);
    return this.name(name, new WatchedMap(map, note));
  }

  /** Notes a question about a key, or about all of them. */
  #noteOfKeys(name: string): (key?: PropertyKey) => void {
    const whole = this.questionOf(name);
    const ofKeys = new Map<string, Question>();
    return (key) => {
      if (!this.#asked) return;
      if (typeof key !== "string") {
        this.#asked.add(whole);
        return;
      }
      const known = ofKeys.get(key);
      const question = known ?? this.questionOf(`${name} ${key}`);
      if (known === undefined) ofKeys.set(key, question);
      this.#asked.add(question);
    };
  }

  /** In descriptions, a value that nobody needs to look into is known by this name. */
  name<Value extends object>(name: string, value: Value): Value {
    this.#names.set(value, name);
    return value;
  }

  /** Runs `make` and returns what it read, as questions. Not to be used within itself. */
  during<Made>(make: () => Made): { made: Made; asked: Uint32Array } {
    const asked = new Set<Question>();
    this.#asked = asked;
    try {
      const made = make();
      return { made, asked: Uint32Array.from(asked) };
    } finally {
      this.#asked = undefined;
    }
  }

  /** The number of a question, which may be one that nobody can ask any more. */
  questionOf(name: string): Question {
    const known = this.#numbers.get(name);
    if (known !== undefined) return known;
    const question = this.#questions.push(name) - 1;
    this.#numbers.set(name, question);
    return question;
  }

  nameOf(question: Question): string {
    return this.#questions[question] ?? "";
  }

  /** The digest of what the answer is now; undefined for a question that nobody can ask any more. */
  answer(question: Question): string | undefined {
    const known = this.#answers[question];
    if (known !== undefined) return known;
    const described = this.#described(this.nameOf(question));
    if (!described) return undefined;
    const answer = this.digest(described());
    this.#answers[question] = answer;
    return answer;
  }

  /** A digest of everything that can be asked. */
  get everything(): string {
    return digestOf(
      [...this.#describe.keys()].map((name) => `${name}\0${this.answer(this.questionOf(name))}`).join("\0"),
    );
  }

  /** Of plain data in which wrapped values may stand. */
  digest(data: unknown): string {
    const asked = this.#asked;
    this.#asked = undefined;
    const text = JSON.stringify(this.#plain(data)) ?? "";
    this.#asked = asked;
    return digestOf(text).slice(0, 32);
  }

  #described(name: string): Describe | undefined {
    const fixed = this.#describe.get(name);
    if (fixed) return fixed;
    const space = name.indexOf(" ");
    const family = this.#families.get(name.slice(0, space));
    return family && (() => family(name.slice(space + 1)) ?? null);
  }

  /** Without wrapped values; `JSON.stringify` takes four times as long where it is given a function to replace them. */
  #plain(value: unknown): unknown {
    // What it is made of is read, and noted, when it is called; that it is there is not.
    if (typeof value === "function") return "a function";
    if (typeof value !== "object" || value === null) return value;
    const name = this.#names.get(value);
    if (name !== undefined) return { is: name };
    if (Array.isArray(value)) return value.map((item) => this.#plain(item));
    if (value instanceof Map) return Array.from(value, ([key, item]) => [this.#plain(key), this.#plain(item)]);
    // Such as dates, which say themselves what they are in JSON.
    if ("toJSON" in value) return value;
    const plain: Record<string, unknown> = {};
    for (const key of Object.keys(value)) plain[key] = this.#plain(Reflect.get(value, key));
    return plain;
  }
}

class WatchedMap<Value> implements ReadonlyMap<string, Value> {
  readonly #map: ReadonlyMap<string, Value>;
  readonly #note: (key?: string) => void;

  constructor(map: ReadonlyMap<string, Value>, note: (key?: string) => void) {
    this.#map = map;
    this.#note = note;
  }

  get(key: string): Value | undefined {
    this.#note(key);
    return this.#map.get(key);
  }

  has(key: string): boolean {
    this.#note(key);
    return this.#map.has(key);
  }

  get size(): number {
    return this.#whole().size;
  }

  forEach(visit: (value: Value, key: string, map: ReadonlyMap<string, Value>) => void): void {
    this.#whole().forEach((value, key) => {
      visit(value, key, this);
    });
  }

  entries(): MapIterator<[string, Value]> {
    return this.#whole().entries();
  }

  keys(): MapIterator<string> {
    return this.#whole().keys();
  }

  values(): MapIterator<Value> {
    return this.#whole().values();
  }

  [Symbol.iterator](): MapIterator<[string, Value]> {
    return this.entries();
  }

  #whole(): ReadonlyMap<string, Value> {
    this.#note();
    return this.#map;
  }
}
