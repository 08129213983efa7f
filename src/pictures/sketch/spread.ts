/** Moves words apart that would stand on one another. */

export interface Standing {
  top: number;
  readonly height: number;
}

/** From the top downwards: no nearer than `gap`, between `from` and `to`, or around their middle where that is too little. */
export function spread<Item extends Standing>(items: Item[], gap: number, from: number, to: number): Item[] {
  const middle = ({ top, height }: Item) => top + height / 2;
  const sorted = items.toSorted((one, other) => middle(one) - middle(other));
  const all = sorted.reduce((sum, { height }) => sum + height + gap, -gap);
  const more = Math.max(0, all - (to - from)) / 2;
  // Down from the top, then up from the bottom.
  let top = from - more;
  for (const item of sorted) {
    item.top = Math.max(item.top, top);
    top = item.top + item.height + gap;
  }
  let bottom = to + more;
  for (const item of sorted.toReversed()) {
    item.top = Math.min(item.top, bottom - item.height);
    bottom = item.top - gap;
  }
  return sorted;
}
