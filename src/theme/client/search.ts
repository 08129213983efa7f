/** Search as a dialog on any page, and as the page `/search/`, which keeps what is looked for in its address. */
import { createSearchBox, type Query, type SearchBox } from "./search-box.ts";

let dialog: { element: HTMLDialogElement; box: SearchBox } | undefined;

export function openSearchDialog(): void {
  dialog ??= createDialog();
  if (dialog.element.open) return;
  dialog.element.showModal();
  dialog.box.input.select();
}

/** The script that pages load passes the element that `/search/` keeps free for this. */
export function mountSearchPage(root: HTMLElement): void {
  const box = createSearchBox({ onChange: (query) => history.replaceState(null, "", addressOf(query)) });
  root.replaceChildren(box.element);
  const parameters = new URLSearchParams(location.search);
  box.show({ text: parameters.get("q") ?? "", kind: parameters.get("kind") ?? "", tag: parameters.get("tag") ?? "" });
  box.input.focus();
}

function createDialog(): { element: HTMLDialogElement; box: SearchBox } {
  const element = document.createElement("dialog");
  element.className = "search-dialog";
  element.setAttribute("aria-label", "Search");
  const box = createSearchBox({ onClose: () => element.close() });
  element.append(box.element);
  element.addEventListener("click", (event) => {
    if (event.target === element) element.close();
  });
  document.body.append(element);
  box.show({ text: "", kind: "", tag: "" });
  return { element, box };
}

function addressOf({ text, kind, tag }: Query): string {
  const parameters = new URLSearchParams(Object.entries({ q: text, kind, tag }).filter(([, value]) => value));
  return parameters.size > 0 ? `?${parameters}` : location.pathname;
}
