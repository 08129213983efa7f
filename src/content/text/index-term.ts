/** An entry of the index of terms, as a book has one at its end. */

export interface IndexTerm {
  /** As it is written most often. */
  text: string;
  /** Where to read about it, the best place first. */
  places: IndexPlace[];
}

export interface IndexPlace {
  /** Site-relative path of the page, with the section's anchor where it is about one. */
  path: string;
  /** The page's title. */
  title: string;
  /** The section's heading. */
  section: string | undefined;
}
