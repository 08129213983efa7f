import type { JSX } from "preact";
import type { Cover as Drawn, Stroke } from "../../content/cover.ts";

/** In units, of which sixteen are one em. */
const WIDTH = 108;
const GAP = 13;
/** So that a mark at an edge is whole. */
const EDGE = 4;
const EM = 16;
/** The last is on top; `covers.css` has their looks. */
const KINDS: readonly Stroke["kind"][] = ["lane", "held", "wait", "step"];

/** An ornament for those who see it: what it shows is in the text. */
export function Cover({ cover }: { cover: Drawn }): JSX.Element {
  const height = (cover.lanes - 1) * GAP + 2 * EDGE;
  const x = (part: number) => Math.round(10 * (EDGE + part * (WIDTH - 2 * EDGE))) / 10;
  const y = (lane: number) => EDGE + lane * GAP;
  const paths = KINDS.flatMap((kind) => {
    const strokes = cover.strokes.filter((stroke) => stroke.kind === kind);
    // A line without a length is a point, since its ends are round.
    const path = strokes
      .map(({ lane, from, to }) => `M${x(from)} ${y(lane)}${from === to ? "h0" : `H${x(to)}`}`)
      .join("");
    return path ? [<path class={kind} d={path} />] : [];
  });
  return (
    <svg
      class="cover"
      viewBox={`0 0 ${WIDTH} ${height}`}
      width={`${WIDTH / EM}em`}
      height={`${height / EM}em`}
      aria-hidden="true"
    >
      {paths}
    </svg>
  );
}
