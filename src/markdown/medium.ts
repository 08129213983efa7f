/** Where rendered HTML is shown: on pages of the site, or in feed readers, which have their own styles. */
export type Medium = "page" | "feed";

/** Attributes that only pages want, with the space before them. */
export function on(medium: Medium, attributes: string): string {
  return medium === "page" ? ` ${attributes}` : "";
}
