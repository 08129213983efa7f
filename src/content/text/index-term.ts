/** An entry of the index of terms, like those at the end of a book. */

export interface IndexTerm {
  /** As it is written most often. */
  text: string;
  /** Where to read about it, the best first. */
  locators: Locator[];
}

export interface Locator {
  /** Site-relative path of the page, with the section's anchor where it is about one. */
  path: string;
  /** The page's title. */
  title: string;
  /** The section's heading. */
  section: string | undefined;
}
