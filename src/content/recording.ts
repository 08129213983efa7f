/** A film or a sound beside a content file, and what lies beside it. */
import type { Problem } from "./problems/problem.ts";

export interface Recording {
  /** Relative to the site's folder. */
  readonly file: string;
  readonly kind: "video" | "audio";
  /** Media type. */
  readonly type: string;
  /** In pixels, as it is shown; undefined for a sound. */
  readonly width: number | undefined;
  readonly height: number | undefined;
  /** Undefined where the file does not say. */
  readonly seconds: number | undefined;
  readonly bytes: number;
  /** True where something can be heard. */
  readonly hasSound: boolean;
  /** WebVTT files: `demo.en.vtt`, or `demo.vtt` in the language of the text. */
  readonly captions: readonly Captions[];
  /** `demo.txt`. */
  readonly transcript: string | undefined;
  /** What is wrong with its captions. */
  readonly faults: readonly Problem[];
}

export interface Captions {
  /** Relative to the site's folder. */
  readonly file: string;
  /** BCP 47; undefined for those in the language of the text. */
  readonly lang: string | undefined;
}

/** Names of films and sounds, whether every browser plays them or not. */
export const RECORDING_FILE =
  /\.(mp4|m4v|webm|mov|qt|mkv|avi|wmv|flv|mpe?g|m2ts|mts|3gp|ogv|mp3|m4a|m4b|aac|ogg|oga|opus|wav|aiff?|flac|wma|mka|amr)$/i;

/** `1:02:03` or `2:03`, as players show it. */
export function lengthText(seconds: number): string {
  const whole = Math.round(seconds);
  const [hours, minutes, rest] = [Math.floor(whole / 3600), Math.floor((whole % 3600) / 60), whole % 60];
  const parts = hours > 0 ? [hours, String(minutes).padStart(2, "0")] : [minutes];
  return [...parts, String(rest).padStart(2, "0")].join(":");
}
