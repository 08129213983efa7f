/** What came of a build in development. */
export type Outcome = Built | Unreadable | Fault;

/** There are pages to show. What is wrong stands in the place of those that it concerns. */
export interface Built {
  kind: "built";
  /** Empty where nothing is wrong. */
  problems: string;
  seconds: number;
}

/** The author can put it right, and until then there is no page at all. */
export interface Unreadable {
  kind: "unreadable";
  problems: string;
}

/** The engine, or a module of the site's, failed. */
export interface Fault {
  kind: "fault";
  /** With a call stack, unless it says by itself where it is. */
  description: string;
}

/** What a builder sends: a module that it loads, or what came of a build. */
export type BuilderMessage = { loaded: string } | { outcome: Outcome };
