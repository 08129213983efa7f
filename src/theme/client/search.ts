/** Search as a dialog on any page, and as the page `/search/`, whose address holds the query. */

import { make } from "./element.ts";
import { addressOf, queryFrom } from "./search-address.ts";
import { createSearchBox, type SearchBox } from "./search-box.ts";
import { loadWords, markWords, placesOf, word } from "./words.ts";

/** Of the site, from this script's own place. */
const site = new URL("../", import.meta.url);
let dialog: { element: HTMLDialogElement; box: SearchBox } | undefined;

/** The words of the page are needed before anything is shown. */
const ready = loadWords();

/** The whole address of a site-relative path. */
function addressIn(path: string): string {
  return new URL(path.slice(1), site).href;
}

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
  const examples = root.querySelector<HTMLElement>(".search-examples") ?? undefined;
  const box = createSearchBox({
    archive: addressIn(placesOf().archive),
    examples,
    onChange: (query) => history.replaceState(null, "", location.pathname + addressOf(query)),
  });
  root.replaceChildren(box.element);
  box.show(queryFrom(location.search));
  box.input.focus();
}

function createDialog(): { element: HTMLDialogElement; box: SearchBox } {
  const page = make("a", { textContent: word("searchPage") });
  const at = (address: string) => addressIn(`${placesOf().root}search/${address}`);
  page.href = at("");
  const element = make("dialog", { className: "search-dialog", ariaLabel: word("search") });
  const box = createSearchBox({
    archive: addressIn(placesOf().archive),
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
