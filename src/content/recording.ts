/** A film or a sound beside a content file, and what lies beside it. */
import type { Problem } from "./problems/problem.ts";

export interface Recording {
  /** Relative to the site's folder. */
  readonly file: string;
  readonly kind: "video" | "audio";
  /** Media type. */
  readonly type: string;
  /** In pixels, as displayed; undefined for a sound. */
  readonly width: number | undefined;
  readonly height: number | undefined;
  /** Undefined where the file does not say. */
  readonly seconds: number | undefined;
  readonly bytes: number;
  /** True if it has an audio track. */
  readonly hasSound: boolean;
  /** WebVTT files: `demo.en.vtt`, or `demo.vtt` in the language of the text. */
  readonly captions: readonly Captions[];
  /** `demo.txt`. */
  readonly transcript: string | undefined;
  /** Problems of its captions. */
  readonly faults: readonly Problem[];
}

export interface Captions {
  /** Relative to the site's folder. */
  readonly file: string;
  /** BCP 47; undefined for those in the language of the text. */
  readonly lang: string | undefined;
}

const RECORDING_FILE =
  /\.(mp4|m4v|webm|mov|qt|mkv|avi|wmv|flv|mpe?g|m2ts|mts|3gp|ogv|mp3|m4a|m4b|aac|ogg|oga|opus|wav|aiff?|flac|wma|mka|amr)$/i;

/** Whether an address is called like a film or a sound, also of a format that not every browser plays. */
export function isRecording(address: string): boolean {
  return RECORDING_FILE.test(address.replace(/[?#].*$/s, ""));
}

/** By its name: a container of films may hold sound alone, which plays as well. */
export function kindOfRecording(file: string): Recording["kind"] {
  return /\.(mp3|m4[ab]|aac|og[ga]|opus|wav|aiff?|flac|wma|mka|amr)$/i.test(file) ? "audio" : "video";
}

/** `1:02:03` or `2:03`, as players show it. */
export function lengthText(seconds: number): string {
  const whole = Math.round(seconds);
  const [hours, minutes, rest] = [Math.floor(whole / 3600), Math.floor((whole % 3600) / 60), whole % 60];
  const parts = hours > 0 ? [hours, String(minutes).padStart(2, "0")] : [minutes];
  return [...parts, String(rest).padStart(2, "0")].join(":");
}
