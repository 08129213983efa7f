/** An entry's cover: one of its timelines as a few strokes without words. */
import type { TimelineEvent } from "./samples/transcript.ts";

/** Time goes from 0 at the first step to 1 at the end. */
export interface Stroke {
  /** `lane` is a session until it crashes, `held` while it has locks and goes on, `wait` while it waits; `step` is a point. */
  kind: "lane" | "held" | "wait" | "step";
  /** From the top, counted from 0. */
  lane: number;
  from: number;
  to: number;
}

export interface Cover {
  lanes: number;
  strokes: Stroke[];
}

/** What an author can choose from: the cover of each timeline of a page, in their order. */
export interface CoverChoice {
  /** Its title and its id. */
  names: string[];
  cover: Cover;
}

const FEWEST_STEPS = 3;

/** Undefined where there is not enough to see: one session, or hardly a step. */
export function coverOfTimeline(events: readonly TimelineEvent[]): Cover | undefined {
  const moments = events.filter(({ session }) => session !== undefined);
  const sessions = [...new Set(moments.map(({ session }) => session))];
  const steps = moments.filter(({ text }) => text !== undefined);
  if (sessions.length < 2 || steps.length < FEWEST_STEPS) return undefined;
  const place = (moment: number) => moment / (moments.length - 1);
  const strokes = sessions.flatMap((session = "", lane): Stroke[] => {
    const spans = (kind: Stroke["kind"], moments: boolean[]) =>
      spansOf(moments).map(([from, to]): Stroke => ({ kind, lane, from: place(from), to: place(to) }));
    const isOwn = moments.map((event) => event.session === session);
    const waits = lasting(moments.map(({ waitsFor }, moment) => (isOwn[moment] ? waitsFor !== undefined : undefined)));
    const holds = lasting(moments.map(({ holds }) => holds?.[session]?.some((thing) => thing !== "snapshot")));
    const end = moments.findLastIndex(
      ({ crashes, disconnected }, moment) => isOwn[moment] && (crashes || disconnected),
    );
    return [
      { kind: "lane", lane, from: 0, to: end < 0 ? 1 : place(end) },
      ...spans(
        "held",
        holds.map((isHeld, moment) => isHeld && !waits[moment]),
      ),
      ...spans("wait", waits),
      ...moments.flatMap(({ text }, moment): Stroke[] =>
        isOwn[moment] && text !== undefined ? [{ kind: "step", lane, from: place(moment), to: place(moment) }] : [],
      ),
    ];
  });
  return { lanes: sessions.length, strokes };
}

/** The first in which somebody waits, else the first. */
export function usualCover(choices: readonly CoverChoice[]): Cover | undefined {
  const covers = choices.map(({ cover }) => cover);
  return covers.find(({ strokes }) => strokes.some(({ kind }) => kind === "wait")) ?? covers[0];
}

/** What was said last, at each moment; undefined says nothing new. */
function lasting(news: (boolean | undefined)[]): boolean[] {
  let now = false;
  return news.map((said) => {
    now = said ?? now;
    return now;
  });
}

/** From each moment that is true to the next that is not, or to the end, where that is later. */
function spansOf(moments: boolean[]): [from: number, to: number][] {
  const starts = moments.flatMap((isOn, moment) => (isOn && !moments[moment - 1] ? [moment] : []));
  return starts.flatMap((from): [number, number][] => {
    const end = moments.indexOf(false, from);
    const to = end < 0 ? moments.length - 1 : end;
    return to > from ? [[from, to]] : [];
  });
}
