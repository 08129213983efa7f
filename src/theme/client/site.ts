/** The script of every page: the colour scheme switch, copy buttons, and the way to search. */
import { offerSearch } from "./open-search.ts";
import { foundWordsHere } from "./search-found.ts";
import { loadSearchStyles } from "./search-styles.ts";
import { offerThemes } from "./theme-switch.ts";

offerThemes();
offerSearch();
if (document.querySelector(".prose pre")) void import("./copy.ts").then(({ offerCopying }) => offerCopying());

const found = foundWordsHere();
if (found) {
  void loadSearchStyles();
  void import("./search-marks.ts").then(({ markWords }) => markWords(found));
}
