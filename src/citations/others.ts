/**
 * Stands in a list of names for those that are not named, `and others` in BibTeX, which CSL has no name for: a private-use
 * character, so that no processor changes it. What is shown in its place is the language's "et al.".
 */
export const OTHERS = "\u{E0FF}";
