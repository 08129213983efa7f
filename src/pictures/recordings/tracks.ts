/** What the head of a film or a sound says of the file. */

export interface Tracks {
  /** The codecs of its tracks, as the container names them. */
  readonly video: readonly string[];
  readonly audio: readonly string[];
  /** The size of the first video track as displayed, in pixels. */
  readonly size: { readonly width: number; readonly height: number } | undefined;
  /** The length; undefined if the file does not tell it. */
  readonly seconds: number | undefined;
}

/** A plausible length; undefined for others, which damaged files have. */
export function lengthOf(seconds: number): number | undefined {
  return Number.isFinite(seconds) && seconds > 0 && seconds < 1e6 ? seconds : undefined;
}

/** A plausible size, likewise. */
export function sizeOf(width: number, height: number): Tracks["size"] {
  const [across, down] = [Math.round(width), Math.round(height)];
  return across > 0 && down > 0 && across <= 65_535 && down <= 65_535 ? { width: across, height: down } : undefined;
}
