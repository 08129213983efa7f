/** What each page loads: the switch between day and night, copying code, and the way to search. */
import { offerCopying } from "./copy.ts";
import { offerSearch } from "./open-search.ts";
import { foundWordsHere } from "./search-found.ts";
import { loadSearchStyles } from "./search-styles.ts";
import { offerThemes } from "./theme-switch.ts";

offerThemes();
offerCopying();
offerSearch();

const found = foundWordsHere();
if (found) {
  void loadSearchStyles();
  void import("./search-marks.ts").then(({ markWords }) => markWords(found));
}
