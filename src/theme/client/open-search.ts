/** Opens search with `/`, Ctrl-K, ⌘K or a click. Its script is loaded when search is opened, or is about to be. */
import { loadSearchStyles } from "./search-styles.ts";

const load = () => import("./search.ts");

export function offerSearch(): void {
  const page = document.querySelector<HTMLElement>("[data-search-page]");
  if (page) void load().then(({ mountSearchPage }) => mountSearchPage(page));
  const link = document.querySelector<HTMLElement>("[data-search]");
  link?.addEventListener("pointerenter", load, { once: true });
  link?.addEventListener("click", (event) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey || page) return;
    event.preventDefault();
    void open();
  });
  // A site may do without search.
  if (!link && !page) return;
  document.addEventListener("keydown", (event) => {
    const shortcut =
      event.key === "/" ? !isTyping(event.target) && !event.ctrlKey && !event.metaKey : isCommandK(event);
    if (!shortcut) return;
    event.preventDefault();
    if (page) page.querySelector("input")?.focus();
    else void open();
  });
}

/** If the script can't be loaded, the link still opens the search page. */
async function open(): Promise<void> {
  try {
    await openDialog();
  } catch {
    location.assign(document.querySelector<HTMLAnchorElement>("a[data-search]")?.href ?? "");
  }
}

async function openDialog(): Promise<void> {
  const [{ openSearchDialog }] = await Promise.all([load(), loadSearchStyles()]);
  await openSearchDialog();
}

function isCommandK(event: KeyboardEvent): boolean {
  return event.key.toLowerCase() === "k" && (event.ctrlKey || event.metaKey) && !event.shiftKey && !event.altKey;
}

function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && target.matches("input, textarea, select, [contenteditable]");
}
