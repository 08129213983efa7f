/**
 * Notes what is read while a file is made, so that no code has to declare what the file depends on. Values are wrapped before
 * they are handed out, each with a name; to read from one is to ask the question of that name. A kept file holds as long as
 * every question that it asked still has the same answer.
 *
 * Answers are digests of plain data, in which other wrapped values stand by their names: a list answers which entries are on
 * it, and each entry answers for itself when it is looked at.
 */
import { digestOf } from "./digest.ts";

/** Gives a value as plain data; called at most once. */
type Describe = () => unknown;

/** Some keys of a value that share a question of their own. */
interface Part {
  readonly name: string;
  readonly keys: ReadonlySet<PropertyKey>;
}

/** A question by its number, from 0 on: ten thousand pages ask some hundred each, most of them the same ones. */
export type Question = number;

/** A part by its number. */
interface NumberedPart {
  readonly question: Question;
  readonly keys: ReadonlySet<PropertyKey>;
}

/** Shared with all that is watched. */
interface Noting {
  /** What was asked since something is being made; undefined if nothing is. */
  asked: Set<Question> | undefined;
}

export class Observer {
  readonly #questions: string[] = [];
  readonly #numbers = new Map<string, Question>();
  /** The digest of each question's answer, once it is known. */
  readonly #answers: (string | undefined)[] = [];
  readonly #describe = new Map<string, Describe>();
  /** For questions about one of many things: `name` and a key, with a space between them. */
  readonly #families = new Map<string, (key: string) => unknown>();
  /** The name that stands for a value where others are described. */
  readonly #names = new WeakMap<object, string>();
  readonly #noting: Noting = { asked: undefined };

  /**
   * The value, wrapped so that reads are noted. `describe` gives its answer: plain data, which may hold other wrapped values. To
   * read keys of `part` alone asks about that part alone.
   */
  watch<Value extends object>(name: string, value: Value, describe: Describe = () => value, part?: Part): Value {
    this.#describe.set(name, describe);
    if (part) this.#describe.set(part.name, () => Array.from(part.keys, (key) => Reflect.get(value, key) ?? null));
    const ofPart = part && { question: this.questionOf(part.name), keys: part.keys };
    const watched = new Proxy(value, new Watching<Value>(this.#noting, this.questionOf(name), ofPart));
    this.#names.set(watched, name);
    return watched;
  }

  /** The same for plain data where each key is a question of its own. */
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

  /**
   * The same for a map: each key is a question of its own, and iteration asks about the whole map. All keys of an empty one are one
   * question: most sites have no comments or series at all, and ten thousand pages would ask for theirs.
   */
  watchMap<Value>(name: string, map: ReadonlyMap<string, Value>): ReadonlyMap<string, Value> {
    this.#describe.set(name, () => [...map]);
    this.#families.set(name, (key) => map.get(key));
    const note = this.#noteOfKeys(name);
    return this.name(name, new WatchedMap(map, map.size > 0 ? note : () => note()));
  }

  /** Returns what notes a question about one key, or about all of them. */
  #noteOfKeys(name: string): (key?: PropertyKey) => void {
    const whole = this.questionOf(name);
    const ofKeys = new Map<string, Question>();
    return (key) => {
      const { asked } = this.#noting;
      if (!asked) return;
      if (typeof key !== "string") {
        asked.add(whole);
        return;
      }
      const known = ofKeys.get(key);
      const question = known ?? this.questionOf(`${name} ${key}`);
      if (known === undefined) ofKeys.set(key, question);
      asked.add(question);
    };
  }

  /** Lets a name stand for a value in descriptions, where what is in it does not matter. */
  name<Value extends object>(name: string, value: Value): Value {
    this.#names.set(value, name);
    return value;
  }

  /** Runs `make` and returns the questions that it asked. Calls can't be nested. */
  during<Made>(make: () => Made): { made: Made; asked: Uint32Array } {
    const asked = new Set<Question>();
    this.#noting.asked = asked;
    try {
      const made = make();
      return { made, asked: Uint32Array.from(asked) };
    } finally {
      this.#noting.asked = undefined;
    }
  }

  /** The question of this name, also one of an earlier build about something that is gone. */
  questionOf(name: string): Question {
    const known = this.#numbers.get(name);
    if (known !== undefined) return known;
    const question = this.#questions.push(name) - 1;
    this.#numbers.set(name, question);
    return question;
  }

  /** All numbers of questions are below it. */
  get size(): number {
    return this.#questions.length;
  }

  nameOf(question: Question): string {
    return this.#questions[question] ?? "";
  }

  /** The digest of the present answer; undefined for a question about something that is gone. */
  answer(question: Question): string | undefined {
    const known = this.#answers[question];
    if (known !== undefined) return known;
    const described = this.#described(this.nameOf(question));
    if (!described) return undefined;
    const answer = this.digest(described());
    this.#answers[question] = answer;
    return answer;
  }

  /** A digest of the answers to all questions. */
  get everything(): string {
    return digestOf(
      [...this.#describe.keys()].map((name) => `${name}\0${this.answer(this.questionOf(name))}`).join("\0"),
    );
  }

  /** The digest of plain data that may hold wrapped values. */
  digest(data: unknown): string {
    const { asked } = this.#noting;
    this.#noting.asked = undefined;
    const text = JSON.stringify(this.#plain(data)) ?? "";
    this.#noting.asked = asked;
    return digestOf(text).slice(0, 32);
  }

  #described(name: string): Describe | undefined {
    const fixed = this.#describe.get(name);
    if (fixed) return fixed;
    const space = name.indexOf(" ");
    const family = this.#families.get(name.slice(0, space));
    return family && (() => family(name.slice(space + 1)) ?? null);
  }

  /** Data with names in place of wrapped values. `JSON.stringify` with a replacer takes four times as long. */
  #plain(value: unknown): unknown {
    // What it reads is noted when it is called.
    if (typeof value === "function") return "a function";
    if (typeof value !== "object" || value === null) return value;
    const name = this.#names.get(value);
    if (name !== undefined) return { is: name };
    if (Array.isArray(value)) return value.map((item) => this.#plain(item));
    if (value instanceof Map) return Array.from(value, ([key, item]) => [this.#plain(key), this.#plain(item)]);
    // Dates, for example.
    if ("toJSON" in value) return value;
    const plain: Record<string, unknown> = {};
    for (const key of Object.keys(value)) plain[key] = this.#plain(Reflect.get(value, key));
    return plain;
  }
}

/** What wraps a value: a class of its own, since a site of ten thousand entries has thirty thousand, which are read millions of times. */
class Watching<Value extends object> implements ProxyHandler<Value> {
  readonly #noting: Noting;
  readonly #whole: Question;
  readonly #part: NumberedPart | undefined;

  constructor(noting: Noting, whole: Question, part: NumberedPart | undefined) {
    this.#noting = noting;
    this.#whole = whole;
    this.#part = part;
  }

  get(target: Value, key: PropertyKey): unknown {
    // Most often nothing is being made.
    const { asked } = this.#noting;
    if (asked) asked.add(this.#part?.keys.has(key) ? this.#part.question : this.#whole);
    return Reflect.get(target, key);
  }

  has(target: Value, key: PropertyKey): boolean {
    this.#noting.asked?.add(this.#whole);
    return Reflect.has(target, key);
  }

  ownKeys(target: Value): (string | symbol)[] {
    this.#noting.asked?.add(this.#whole);
    return Reflect.ownKeys(target);
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
