/** Counts the outcomes of a race, and keeps them comparable. */
import type { RaceOutcome, TimelineEvent } from "../../content/samples/transcript.ts";
import { maskedEvent } from "../masks.ts";

/**
 * Adds outcomes of further runs. Equal ones are counted together, and what all begin with is worded alike. Their order depends
 * on their contents, not on how often or when they came.
 */
export function addOutcomes(known: RaceOutcome[], more: RaceOutcome[], varies: string[]): RaceOutcome[] {
  const sum = new Map<string, RaceOutcome>();
  for (const outcome of [...known, ...more]) {
    const key = keyOf(outcome, varies);
    const before = sum.get(key);
    sum.set(key, before ? { ...before, runs: before.runs + outcome.runs } : outcome);
  }
  const outcomes = [...sum.values()].sort(byOrder);
  const [first] = outcomes;
  return outcomes.map((outcome) => ({ ...outcome, events: withWordsOf(first?.events ?? [], outcome.events, varies) }));
}

/** Those of `outcomes` that are not among the known. */
export function newOutcomes(outcomes: RaceOutcome[], known: RaceOutcome[], varies: string[]): RaceOutcome[] {
  const keys = new Set(known.map((outcome) => keyOf(outcome, varies)));
  return outcomes.filter((outcome) => !keys.has(keyOf(outcome, varies)));
}

/** A key that equal outcomes share. */
export function keyOf({ events }: Pick<RaceOutcome, "events">, varies: string[]): string {
  return JSON.stringify(events.map((event) => maskedEvent(event, varies)));
}

/** By the sessions of the first events that differ: the one that was named earlier comes first. */
function byOrder(one: RaceOutcome, other: RaceOutcome): number {
  const length = Math.max(one.events.length, other.events.length);
  const named: string[] = [];
  for (let index = 0; index < length; index++) {
    const [first = "", second = ""] = [one.events[index]?.session, other.events[index]?.session];
    if (first !== second) return placeIn(named, first) - placeIn(named, second) || compareTexts(first, second);
    if (!named.includes(first)) named.push(first);
  }
  return compareTexts(JSON.stringify(one.events), JSON.stringify(other.events));
}

function placeIn(names: string[], name: string): number {
  return names.includes(name) ? names.indexOf(name) : names.length;
}

function compareTexts(one: string, other: string): number {
  return one < other ? -1 : Number(one > other);
}

/** Leaves out what may differ, such as a transaction's number. */
function withWordsOf(model: TimelineEvent[], events: TimelineEvent[], varies: string[]): TimelineEvent[] {
  const isSame = (event: TimelineEvent, index: number) => {
    const other = model[index];
    return other && JSON.stringify(maskedEvent(event, varies)) === JSON.stringify(maskedEvent(other, varies));
  };
  const differs = events.findIndex((event, index) => !isSame(event, index));
  const shared = differs === -1 ? events.length : differs;
  return [...model.slice(0, shared), ...events.slice(shared)];
}
