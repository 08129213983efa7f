/** Search as a dialog on any page, and as the page `/search/`, whose address holds the query. */

import { make } from "./element.ts";
import { addressOf, queryFrom } from "./search-address.ts";
import { createSearchBox, type SearchBox } from "./search-box.ts";
import { loadWords, markWords, word } from "./words.ts";

declare const SEARCH_LIST_PATH: string;

/** Of the site, from this script's own place. */
const site = new URL("../", import.meta.url);
/** The list in the place of what search does not find; the build writes its path into the script. */
const archive = new URL(SEARCH_LIST_PATH, site).pathname;
let dialog: { element: HTMLDialogElement; box: SearchBox } | undefined;

/** The words of the page are needed before anything is shown. */
const ready = loadWords();

export async function openSearchDialog(): Promise<void> {
  await ready;
  dialog ??= createDialog();
  if (dialog.element.open) return;
  dialog.element.showModal();
  dialog.box.input.select();
}

/** The script that pages load passes the element that `/search/` keeps free for this. */
export async function mountSearchPage(root: HTMLElement): Promise<void> {
  await ready;
  const box = createSearchBox({
    archive,
    onChange: (query) => history.replaceState(null, "", location.pathname + addressOf(query)),
  });
  root.replaceChildren(box.element);
  box.show(queryFrom(location.search));
  box.input.focus();
}

function createDialog(): { element: HTMLDialogElement; box: SearchBox } {
  const page = make("a", { textContent: word("searchPage") });
  const at = (address: string) => new URL(`search/${address}`, site).href;
  page.href = at("");
  const element = make("dialog", { className: "search-dialog", ariaLabel: word("search") });
  const box = createSearchBox({
    archive,
    onChange: (query) => {
      page.href = at(addressOf(query));
    },
    onClose: () => element.close(),
  });
  element.append(box.element, make("p", { className: "search-page" }, page));
  markWords(element);
  element.addEventListener("click", (event) => {
    if (event.target === element) element.close();
  });
  document.body.append(element);
  box.show(queryFrom(""));
  return { element, box };
}
