/** Galleries as they stand in the lines of a text. */

const OPEN = /^([ \t>]*(?:(?:[-*+]|\d+[.)])[ \t]+)*)(:{3,})gallery(?:\[(.*)\])?[ \t]*$/;

export interface WrittenGallery {
  readonly colons: string;
  readonly label: string;
  /** What is in it: its lines without their indentation, but for empty ones. */
  readonly content: readonly string[];
  /** The index of its last line. */
  readonly end: number;
  /** What its indentation is on every line but the first, which may have the mark of a list's item. */
  readonly within: string;
  /** Blocks in its place, each as lines. */
  inPlace(blocks: readonly (readonly string[])[]): string[];
}

export function beginsGallery(line: string): boolean {
  return OPEN.test(line);
}

/** The gallery that begins at this line; undefined for any other line, and for a gallery without an end. */
export function galleryAt(lines: readonly string[], start: number): WrittenGallery | undefined {
  const [, before = "", colons = "", label = ""] = OPEN.exec(lines[start] ?? "") ?? [];
  if (!colons) return undefined;
  const within = before.replace(/[-+*]|\d+[.)]/g, (marker) => " ".repeat(marker.length));
  const end = lines.findIndex((line, at) => at > start && line.trimEnd() === within + colons);
  if (end === -1) return undefined;
  const content = lines.slice(start + 1, end).map((line) => line.slice(within.length).trim());
  return {
    ...{ colons, label, end, within },
    content: content.filter((line) => line !== ""),
    inPlace: (blocks) =>
      blocks
        .flatMap((block) => ["", ...block])
        .slice(1)
        .map((line, at) => ((at === 0 ? before : within) + line).trimEnd()),
  };
}
