/** What the server and the process that builds say to each other in development. */
import type { WorkshopPage } from "./workshop-page.ts";

/** The outcome of a development build. */
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

/** What a builder is asked for: a build after these files have changed, or the workshop's page about a page of the last one, by a number. */
export type BuilderRequest = { changed: readonly string[] } | { asked: number; path: string };

/**
 * What a builder sends: a module that it loads, that pages of what has changed can be seen before the rest, what came of a
 * build, or what was asked for.
 */
export type BuilderMessage<Done = Outcome> =
  | { loaded: string }
  | "first"
  | { outcome: Done }
  | { asked: number; page: WorkshopPage | undefined };
