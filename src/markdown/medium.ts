/** What HTML is written for: pages of the site, or feed readers, which have styles of their own. */
export type Medium = "page" | "feed";

/** Attributes that only pages want, with the space before them. */
export function on(medium: Medium, attributes: string): string {
  return medium === "page" ? ` ${attributes}` : "";
}
