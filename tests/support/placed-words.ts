/** Reads back where the words of a drawing stand, as wide as they were measured, and what of them can't be read there. */
import type { Measure } from "../../src/pictures/sketch/words.ts";
import { elementsIn, parsePiece, textOf } from "./html.ts";

export interface PlacedWords {
  text: string;
  isBold: boolean;
  left: number;
  right: number;
  top: number;
  bottom: number;
}

export function placedWords(svg: string, measure: Measure): PlacedWords[] {
  const texts = elementsIn(parsePiece(svg)).filter(({ tagName }) => tagName === "text");
  return texts.map((element) => {
    const attribute = (name: string) => element.attrs.find((each) => each.name === name)?.value;
    const [x, y, size] = ["x", "y", "font-size"].map((name) => Number(attribute(name)));
    const [at, base, height] = [x ?? 0, y ?? 0, size ?? 0];
    const text = textOf(element);
    const isBold = attribute("font-weight") !== undefined;
    const width = measure.width(text, height, isBold);
    const isEnd = (attribute("text-anchor") === "end") !== (attribute("direction") === "rtl");
    const part = attribute("text-anchor") === "middle" ? 0.5 : isEnd ? 1 : 0;
    const left = at - part * width;
    // From the top of capitals to the foot of descenders.
    return { text, isBold, left, right: left + width, top: base - 0.72 * height, bottom: base + 0.22 * height };
  });
}

/** Words that stand on others or over the sheet's edge. */
export function unreadable(svg: string, measure: Measure): string[] {
  const words = placedWords(svg, measure);
  const [x = 0, y = 0, width = 0, height = 0] = (/viewBox="([^"]*)"/.exec(svg)?.[1] ?? "").split(" ").map(Number);
  const outside = words.filter(
    (each) => each.left < x - 0.5 || each.top < y || each.right > x + width + 0.5 || each.bottom > y + height,
  );
  const pairs = words.flatMap((one, index) =>
    words
      .slice(index + 1)
      .filter(
        (other) =>
          Math.min(one.right, other.right) - Math.max(one.left, other.left) > 0.5 &&
          Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top) > 0.5,
      )
      .map((other) => `${one.text} / ${other.text}`),
  );
  return [...outside.map(({ text }) => `${text} is cut`), ...pairs];
}
