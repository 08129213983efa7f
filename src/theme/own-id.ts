/** An id of the page's own, which no heading of an author's can have: the anchors made from headings hold no full stop. */
export function ownId(name: string): string {
  return `page.${name}`;
}
