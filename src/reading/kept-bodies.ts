/** Bodies that are kept from one build to the next, and used again if rendering would give the same. */
import { digestOf, digestOfData } from "../cache/digest.ts";
import { engineDigest } from "../cache/engine-digest.ts";
import type { PutTexts, StoredRecord } from "../cache/pack.ts";
import type { RecordStore } from "../cache/record-store.ts";
import { holds, type Questions, type Trace, traced } from "../cache/trace.ts";
import type { Body, Said, Section } from "../content/body.ts";
import type { Problem } from "../content/problems/problem.ts";
import type { DigestedSample } from "../content/samples/sample.ts";
import type { HeldText } from "../content/text/held-text.ts";

/** A body, and what else was found out about its Markdown. */
export interface MadeBody {
  readonly body: Body;
  /** Names the body: equal digests mean equal bodies, though equal bodies may have different ones. */
  readonly digest: string;
  /** The samples that are proven. */
  readonly samples: DigestedSample[];
  readonly problems: readonly Problem[];
  /** Syntax errors of samples, from compilers that run while reading goes on. */
  readonly syntax: Promise<readonly Problem[]>;
}

/** The head of a record: all of a body but its texts, which are read when they are needed. */
interface Head {
  readonly body: Plain<Omit<Body, "markdown" | "html" | "feedHtml" | "sections" | "said">>;
  readonly sections: Plain<Omit<Section, "text">>[];
  readonly said: Plain<Omit<Said, "words">>;
  readonly digest: string;
  readonly samples: DigestedSample[];
  readonly problems: readonly Problem[];
  readonly syntax: readonly Problem[];
  readonly trace: Trace;
}

/** Types with functions are refused, since JSON would drop those silently. */
type Plain<Value> = Value extends (...args: never) => unknown
  ? never
  : Value extends object
    ? { [Key in keyof Value]: Plain<Value[Key]> }
    : Value;

interface Known {
  readonly body: MadeBody;
  readonly trace: Trace;
}

const WORTH_A_FILE = 50;

/** Plain data that a body depends on, in a fixed order. */
export interface BodyFacts {
  readonly markdown: string;
}

export class KeptBodies {
  readonly #store: RecordStore;
  /** The bodies of this process: in development, builds share them. */
  readonly #known = new Map<string, Known>();
  #made = 0;

  constructor(store: RecordStore) {
    this.#store = store;
  }

  get folder(): string {
    return this.#store.folder;
  }

  /** True if nothing is kept. */
  get isEmpty(): boolean {
    return this.#store.isEmpty;
  }

  /** Hands new bodies on to later builds; in development, where each change makes one, only when there are enough for a file. */
  save(isPreview: boolean): void {
    this.#store.save(isPreview ? WORTH_A_FILE : 1);
    this.#store.clean();
  }

  /** The same, for a worker, which knows too little of the folder to clean it. */
  handOver(): void {
    this.#store.save();
  }

  /** Finds what other threads have kept since. */
  lookAgain(): void {
    this.#store.lookAgain();
  }

  find(facts: BodyFacts, questions: Questions): MadeBody | undefined {
    // Making a key digests the whole text.
    if (this.isEmpty && this.#known.size === 0) return undefined;
    return this.#find(keyOf(facts), questions);
  }

  #find(key: string, questions: Questions): MadeBody | undefined {
    const known = this.#known.get(key);
    if (known && holds(known.trace, questions)) return known.body;
    const record = this.#store.get(key);
    const kept = record && keptBody(record, questions);
    if (kept) this.#known.set(key, kept);
    return kept?.body;
  }

  /** How many bodies this process has made. */
  get made(): number {
    return this.#made;
  }

  /**
   * The kept body, or a new one. `facts` is plain data that all bodies depend on; beside it, `make` may only use what it
   * learns by the questions that it is given.
   */
  bodyOf<Asking extends Questions>(
    facts: BodyFacts,
    questions: Asking,
    make: (questions: Asking) => Omit<MadeBody, "digest">,
  ): MadeBody {
    const key = keyOf(facts);
    const kept = this.#find(key, questions);
    if (kept) return kept;
    this.#made += 1;
    const asking = traced(questions);
    const made = make(asking.questions);
    return this.#keep(key, made, asking.trace());
  }

  #keep(key: string, made: Omit<MadeBody, "digest">, trace: Trace): MadeBody {
    const { markdown, html, feedHtml, sections, said, ...body } = made.body;
    const { words, ...counted } = said;
    const held = [markdown, html, feedHtml, words, ...sections.map(({ text }) => text)];
    const texts = held.map((text) => text());
    const digest = digestOfData([key, trace]);
    const put = this.#store.put(texts);
    const { samples, problems } = made;
    const plain = {
      body,
      sections: sections.map(({ text: _, ...section }) => section),
      said: counted,
      digest,
      samples,
      problems,
      trace,
    };
    const syntax = made.syntax.then((found) => completed(put, key, { ...plain, syntax: found }));
    return { ...made, digest, syntax, body: withTexts(plain, put.texts) };
  }
}

/** To write the Markdown as JSON would take longer than all else. */
function keyOf({ markdown, ...facts }: BodyFacts): string {
  return digestOfData([engineDigest(), digestOf(markdown), facts]);
}

function completed({ keep }: PutTexts, key: string, head: Head): readonly Problem[] {
  keep(key, JSON.stringify(head));
  return head.syntax;
}

function keptBody({ head, texts }: StoredRecord, questions: Questions): Known | undefined {
  const kept: Head = JSON.parse(head);
  const { digest, samples, problems, syntax, trace } = kept;
  if (!holds(trace, questions)) return undefined;
  const body = { digest, samples, problems, syntax: Promise.resolve(syntax), body: withTexts(kept, texts) };
  return { body, trace };
}

function withTexts(
  { body, sections, said }: Pick<Head, "body" | "sections" | "said">,
  texts: readonly HeldText[],
): Body {
  const [markdown = none, html = none, feedHtml = none, words = none, ...ofSections] = texts;
  const whole = sections.map((section, at) => ({ ...section, text: ofSections[at] ?? none }));
  return { ...body, markdown, html, feedHtml, sections: whole, said: { ...said, words } };
}

function none(): string {
  return "";
}
