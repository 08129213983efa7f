/** Tables: those that Markdown can have, and HTML for all others. */
import type { Element } from "hast";
import {
  attribute,
  type Child,
  classesOf,
  element,
  find,
  isElement,
  isHollow,
  made,
  replaceIn,
  textOf,
} from "./hast.ts";
import type { HtmlNotes } from "./notes.ts";
import { rawHtml } from "./raw-html.ts";
import { asOneRun, isBlock } from "./structure.ts";

export function readTables(root: Element, notes: HtmlNotes): void {
  replaceIn(root, (one) => (isElement(one, "table") ? tableOf(one, notes) : undefined));
}

/** Takes tables apart that only put things beside each other. Before the tree is settled, since anything may stand in them. */
export function readLayoutTables(root: Element, notes: HtmlNotes): void {
  replaceIn(root, (one) => {
    if (!isElement(one, "table")) return undefined;
    const cells = cellsIn(one);
    const isLayout = attribute(one, "role") === "presentation" || cells.length <= 1;
    if (!isLayout) return undefined;
    notes.counted("table for layout", one, `<table class="${classesOf(one).join(" ")}">`, "what stood in its cells");
    return cells.map((cell) => element("div", {}, cell.children, cell));
  });
  // A cell outside of a table is ordinary content.
  const stray = (parent: Element, isInTable: boolean): void => {
    for (const child of parent.children) {
      if (!isElement(child)) continue;
      if (!isInTable && isElement(child, "td", "th", "tr", "tbody", "thead", "tfoot", "caption")) child.tagName = "div";
      stray(child, isInTable || isElement(child, "table"));
    }
  };
  stray(root, false);
}

function cellsIn(table: Element): Element[] {
  return rowsIn(table).flatMap((row) => row.children.filter((cell) => isElement(cell, "td", "th")));
}

/** Its own, not those of a table within it. */
function rowsIn(table: Element): Element[] {
  return table.children.flatMap((child): Element[] => {
    if (isElement(child, "tr")) return [child];
    return isElement(child, "thead", "tbody", "tfoot") ? rowsIn(child) : [];
  });
}

function tableOf(table: Element, notes: HtmlNotes): Child[] {
  const rows = rowsIn(table)
    .map((row) => row.children.filter((cell) => isElement(cell, "td", "th")))
    .filter((cells) => cells.length > 0);
  if (rows.length === 0 || rows.every((cells) => cells.every(isHollow))) return [];
  const header = headerOf(table, rows);
  const hasNotes = find(table, (one) => one.made !== undefined && one.made.type !== "html") !== undefined;
  const isSimple =
    header !== undefined &&
    rows.every((cells) => cells.every(isSimpleCell)) &&
    !find(table, (one) => isElement(one, "caption", "table"));
  const width = Math.max(...rows.map((cells) => cells.length));
  const isEven =
    header !== undefined &&
    header.length === width &&
    rows.slice(1).every((cells) => !cells.some((cell) => isElement(cell, "th")));
  if (!hasNotes && !(isSimple && isEven)) {
    markAlignment(rows, notes);
    return [made({ type: "html", value: rawHtml({ ...table, children: table.children.map(withoutColumns) }) }, table)];
  }
  const columns = Array.from({ length: width }, (_, column) => alignmentOf(rows.map((cells) => cells[column])));
  const [first = [], ...others] = header === undefined ? [[], ...rows] : rows;
  const row = (cells: readonly Element[], name: string) =>
    element(
      "tr",
      {},
      columns.map((align, column) => element(name, align ? { align } : {}, cellContent(cells[column]))),
    );
  const caption = find(table, (one) => isElement(one, "caption"));
  const body = others.map((cells) => row(cells, "td"));
  const plain = element("table", {}, [element("thead", {}, [row(first, "th")]), element("tbody", {}, body)], table);
  return [...(caption ? [element("p", {}, asOneRun(caption.children), caption)] : []), plain];
}

/** The cells of a first row that is a head; undefined where there is none. */
function headerOf(table: Element, rows: readonly Element[][]): Element[] | undefined {
  const [first = []] = rows;
  const heads = table.children.filter((child) => isElement(child, "thead"));
  if (heads.flatMap((head) => rowsIn(head)).length > 1) return undefined;
  const isHead = heads.length > 0 || first.every((cell) => isElement(cell, "th") || isHollow(cell) || isBold(cell));
  return isHead && !first.every(isHollow) ? first : undefined;
}

function isBold(cell: Element): boolean {
  const shown = cell.children.filter((child) => !isHollow(child));
  return shown.length > 0 && shown.every((child) => isElement(child, "strong", "b"));
}

function isSimpleCell(cell: Element): boolean {
  const spans = [attribute(cell, "colSpan"), attribute(cell, "rowSpan")].some(
    (span) => span !== undefined && span !== "1",
  );
  return (
    !spans &&
    cell.children.every((child) => !isBlock(child) || (isElement(child, "p") && !child.children.some(isBlock)))
  );
}

function cellContent(cell: Element | undefined): Child[] {
  if (!cell) return [];
  const copy = element("td", {}, asOneRun(cell.children));
  replaceIn(copy, (one) => {
    if (isElement(one, "br")) return [made({ type: "html", value: "<br>" })];
    return isElement(one, "pre")
      ? [element("code", {}, [{ type: "text", value: textOf(one).replace(/\s+/g, " ") }])]
      : undefined;
  });
  return copy.children;
}

function alignmentOf(cells: readonly (Element | undefined)[]): string | undefined {
  const all = cells.flatMap((cell) => (cell ? [ownAlignment(cell)] : []));
  const [first] = all;
  return first !== undefined && all.slice(1).every((one) => one === first) ? first : all.slice(1).find(Boolean);
}

function ownAlignment(cell: Element): string | undefined {
  const [, styled] = /text-align:\s*(left|right|center)/i.exec(attribute(cell, "style") ?? "") ?? [];
  const [, classed] = /\bhas-text-align-(left|right|center)\b/.exec(attribute(cell, "className") ?? "") ?? [];
  const align = (attribute(cell, "align") ?? styled ?? classed ?? attribute(cell, "dataAlign"))?.toLowerCase();
  return align && /^(left|right|center)$/.test(align) ? align : undefined;
}

function markAlignment(rows: readonly Element[][], notes: HtmlNotes): void {
  const aligned = rows.flat().find((cell) => ownAlignment(cell) !== undefined);
  if (aligned) notes.counted("alignment in a table of HTML", aligned, ownAlignment(aligned) ?? "", "nothing");
}

function withoutColumns(child: Child): Child {
  if (!isElement(child)) return child;
  const children = child.children.filter((one) => !isElement(one, "colgroup", "col")).map(withoutColumns);
  return { ...child, children };
}
