/** Checks captions: WebVTT (https://www.w3.org/TR/webvtt1/, section 4) as far as browsers would drop or misread what is written. */
import type { Reason } from "../../content/problems/problem.ts";

/** An error in captions; lines count from 1. */
export interface CaptionFault extends Reason {
  readonly line: number;
}

const TIME = String.raw`(?:(\d{2,}):)?([0-5]\d):([0-5]\d)\.(\d{3})`;
const TIMING = new RegExp(String.raw`^[ \t]*${TIME}[ \t]+-->[ \t]+${TIME}(?:[ \t]+(.*))?$`);
const SETTING =
  /^(?:vertical:(?:rl|lr)|line:-?[\d.]+%?(?:,(?:start|center|end))?|position:[\d.]+%(?:,(?:line-left|center|line-right))?|size:[\d.]+%|align:(?:start|center|end|left|right)|region:\S+)$/;
/** Tags in cue text, and timestamps. */
const TAG = /^<\/?(?:c|i|b|u|ruby|rt|v|lang)?(?:\.[^\s<>]*)*(?:[ \t][^<>]*)?>$|^<[\d:.]+>$/;
/** SubRip's timings, from which most captions are converted. */
const SUBRIP_TIME = /\d\d:\d\d,\d{3}\s*-->|-->\s*(?:\d\d:)?\d\d:\d\d,\d{3}/;
/** Captions may end slightly after the recording, in seconds. */
const LATE = 2;
/** The same error is often in every cue: only the first ones are reported. */
const MOST = 5;

/** `seconds` is the length of the recording, if known. */
export function captionFaults(text: string, seconds?: number): CaptionFault[] {
  const lines = text.replace(/^\uFEFF/, "").split(/\r\n|\r|\n/);
  const [first = ""] = lines;
  if (!/^WEBVTT(?:[ \t]|$)/.test(first)) return [headFault(lines)];
  const faults: CaptionFault[] = [];
  let [cues, before] = [0, 0];
  for (const { from, to } of blocksOf(lines)) {
    const block = lines.slice(from, to);
    const at = block.findIndex((line, index) => index < 2 && line.includes("-->"));
    if (at === -1) {
      const isOther = from === 0 || /^(?:NOTE|STYLE|REGION)(?:[ \t]|$)/.test(block[0] ?? "");
      if (!isOther)
        faults.push({ line: from + 1, message: "is no cue: it has no times", hint: "write 00:01.000 --> 00:04.000" });
      continue;
    }
    cues += 1;
    const { faults: ofCue, start } = cueFaults(block, from, at, before, seconds);
    before = start ?? before;
    faults.push(...ofCue);
  }
  if (cues === 0) faults.push({ line: 1, message: "has no cues" });
  return faults.slice(0, MOST);
}

function headFault(lines: readonly string[]): CaptionFault {
  const isSubrip = lines.slice(0, 10).some((line) => SUBRIP_TIME.test(line));
  return isSubrip
    ? {
        line: 1,
        message: "is SubRip's, which browsers don't read",
        hint: "write WEBVTT above it, and . for , in its times",
      }
    : { line: 1, message: "does not begin with WEBVTT", hint: "write that on its first line, and leave one empty" };
}

function* blocksOf(lines: readonly string[]): Generator<{ from: number; to: number }> {
  let from = 0;
  for (let at = 0; at <= lines.length; at++) {
    if (lines[at]) continue;
    if (at > from) yield { from, to: at };
    from = at + 1;
  }
}

function cueFaults(
  block: readonly string[],
  from: number,
  at: number,
  before: number,
  seconds: number | undefined,
): { faults: CaptionFault[]; start: number | undefined } {
  const line = from + at + 1;
  const written = (block[at] ?? "").trim();
  const [matched, ...parts] = TIMING.exec(block[at] ?? "") ?? [];
  if (matched === undefined) {
    const hint = SUBRIP_TIME.test(written) ? "write . for , in its times" : "write 00:01.000 --> 00:04.000";
    return { faults: [{ line, message: "has no times that can be read", hint, written }], start: undefined };
  }
  const [start, end] = [secondsOf(parts.slice(0, 4)), secondsOf(parts.slice(4, 8))];
  const payload = block.slice(at + 1);
  const faults = [
    end <= start && { line, message: "ends before it begins", written },
    start < before && { line, message: "begins before the cue above it", written },
    seconds !== undefined && end > seconds + LATE && { line, message: "ends after what it belongs to", written },
    payload.join("").trim() === "" && { line, message: "says nothing", written },
    ...(parts[8]?.trim().split(/[ \t]+/) ?? []).map(
      (setting) => setting !== "" && !SETTING.test(setting) && { line, message: `"${setting}" is no setting of a cue` },
    ),
    ...payload.flatMap((text, index) => textFaults(text, line + index + 1)),
  ];
  return { faults: faults.filter((fault) => fault !== false), start };
}

function textFaults(text: string, line: number): CaptionFault[] {
  if (text.includes("-->")) return [{ line, message: "has --> in its text", hint: "leave an empty line before a cue" }];
  return (text.match(/<[^>]*>?/g) ?? [])
    .filter((tag) => !TAG.test(tag))
    .map((tag) => ({ line, message: `${tag} is no tag of captions`, hint: "write &lt; for <", written: tag }));
}

function secondsOf([hours = "0", minutes, seconds, thousandths]: readonly (string | undefined)[]): number {
  return Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds) + Number(thousandths) / 1000;
}
