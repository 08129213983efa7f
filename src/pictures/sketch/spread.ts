/** Moves words apart that would stand on one another, each as little as can be. */

export interface Standing {
  top: number;
  readonly height: number;
}

/** Words that touch, and where the first of them would stand if all were as near to their own places as they can be together. */
interface Block<Item> {
  items: Item[];
  top: number;
  height: number;
}

/** From the top downwards: no nearer than `gap`, and between `from` and `to` where that is enough for them. */
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

/** Two blocks as one, in the middle of where their words would like to stand. */
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
