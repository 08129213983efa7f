/** The script of every page: the colour scheme switch, the way to search, and what texts have besides. */

import { offerSearch } from "./open-search.ts";
import { foundWordsHere } from "./search-found.ts";
import { loadSearchStyles } from "./search-styles.ts";
import { offerThemes } from "./theme-switch.ts";

offerThemes();
offerSearch();
if (document.querySelector(".prose pre,.contents")) void import("./essay.ts");

const found = foundWordsHere();
if (found) {
  void loadSearchStyles();
  void import("./search-marks.ts").then(({ markWords }) => markWords(found));
}
