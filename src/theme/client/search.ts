/** Search as a dialog on any page, and as the page `/search/`, which keeps what is looked for in its address. */
import { make, markEnglish } from "./element.ts";
import { addressOf, queryFrom } from "./search-address.ts";
import { createSearchBox, type SearchBox } from "./search-box.ts";

declare const SEARCH_LIST_PATH: string;

/** Of the site, from this script's own place. */
const site = new URL("../", import.meta.url);
/** The list in the place of what search does not find; the build writes its path into the script. */
const archive = new URL(SEARCH_LIST_PATH, site).pathname;
let dialog: { element: HTMLDialogElement; box: SearchBox } | undefined;

export function openSearchDialog(): void {
  dialog ??= createDialog();
  if (dialog.element.open) return;
  dialog.element.showModal();
  dialog.box.input.select();
}

/** The script that pages load passes the element that `/search/` keeps free for this. */
export function mountSearchPage(root: HTMLElement): void {
  const box = createSearchBox({
    archive,
    onChange: (query) => history.replaceState(null, "", location.pathname + addressOf(query)),
  });
  root.replaceChildren(box.element);
  box.show(queryFrom(location.search));
  box.input.focus();
}

function createDialog(): { element: HTMLDialogElement; box: SearchBox } {
  const page = make("a", { textContent: "Search on a page of its own" });
  const at = (address: string) => new URL(`search/${address}`, site).href;
  page.href = at("");
  const element = make("dialog", { className: "search-dialog", ariaLabel: "Search" });
  const box = createSearchBox({
    archive,
    onChange: (query) => {
      page.href = at(addressOf(query));
    },
    onClose: () => element.close(),
  });
  element.append(box.element, make("p", { className: "search-page" }, page));
  markEnglish(element);
  element.addEventListener("click", (event) => {
    if (event.target === element) element.close();
  });
  document.body.append(element);
  box.show(queryFrom(""));
  return { element, box };
}
