/** A code sample that is run before it is published, as its fence asks for it. */
import { createHash } from "node:crypto";
import type { SampleLanguage } from "./languages.ts";

export interface Sample {
  language: SampleLanguage;
  /** What is run; for a sample that shows a region of a program's file, the whole file. */
  code: string;
  /** The content file's line on which the code begins, counted from 1. */
  line: number;
  /** Several sessions, step by step. */
  timeline: boolean;
  /** A timeline that can come out in several ways, all of which are shown; absent otherwise, as digests have it. */
  races?: true;
  /** Begins with an empty database and an empty folder. */
  fresh: boolean;
  /** The role that connects; a superuser, if undefined. */
  as: string | undefined;
  /** Expected failures, in their order: SQLSTATEs, names of other systems' errors, a program's exit status, a response's status. */
  fails: string[];
  /** For each of `fails` a part of its message, empty where the fence gives none; absent if it gives none at all. */
  messages?: string[];
  /** What may differ from run to run: columns' names, `numbers`, or `all`. */
  varies: string[];
  /** Name of a program's file in the samples' folder. */
  file: string | undefined;
  /** A program that keeps running as a server, which later samples ask; absent otherwise. */
  serves?: true;
  /** Of a timeline, the table whose versions of rows are shown; absent otherwise. */
  versions?: string;
  /** The first major version of its language's system that runs it; all of them, if absent. */
  since?: number;
  /** The first major version that no longer runs it. */
  before?: number;
}

/** A sample with the digest of what it, and all samples before it on the page, were made of. */
export type DigestedSample = Sample & { digest: string };

/** A sample's line, and whatever is only shown, is not part of it, so prose may move around it. */
export function digestOf({ line: _line, ...inputs }: Sample, previous: string): string {
  const hash = createHash("sha256").update(previous);
  const ordered = Object.entries(inputs).sort(([a], [b]) => (a < b ? -1 : 1));
  return hash.update(JSON.stringify(ordered)).digest("hex").slice(0, 16);
}
