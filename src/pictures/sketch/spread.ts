/** Moves overlapping words apart, each as little as possible. */

export interface Standing {
  top: number;
  readonly height: number;
}

/** Words that touch, and the place of the first at which all of them are nearest to their own places. */
interface Block<Item> {
  items: Item[];
  top: number;
  height: number;
}

/** `items` go from top to bottom. Leaves at least `gap` between two, and keeps all between `from` and `to` if there is room. */
export function spread<Item extends Standing>(items: Item[], gap: number, from: number, to: number): Item[] {
  const middle = ({ top, height }: Item) => top + height / 2;
  const sorted = items.toSorted((one, other) => middle(one) - middle(other));
  const within = (top: number, height: number) => Math.max(from, Math.min(top, to - height));
  const blocks: Block<Item>[] = [];
  for (const item of sorted) {
    let block = { items: [item], top: within(item.top, item.height), height: item.height };
    for (let above = blocks.at(-1); above && above.top + above.height + gap > block.top; above = blocks.at(-1)) {
      blocks.pop();
      block = joined(above, block, gap, within);
    }
    blocks.push(block);
  }
  for (const block of blocks) {
    let top = block.top;
    for (const item of block.items) {
      item.top = top;
      top += item.height + gap;
    }
  }
  return sorted;
}

/** Joins two blocks, centred on the places that their words have wanted. */
function joined<Item extends Standing>(
  above: Block<Item>,
  below: Block<Item>,
  gap: number,
  within: (top: number, height: number) => number,
): Block<Item> {
  const items = [...above.items, ...below.items];
  const height = above.height + gap + below.height;
  let before = 0;
  const wishes = items.map((item) => {
    const wish = item.top - before;
    before += item.height + gap;
    return wish;
  });
  return { items, height, top: within(wishes.reduce((sum, wish) => sum + wish, 0) / items.length, height) };
}
