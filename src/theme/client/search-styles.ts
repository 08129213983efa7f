/** The dialog's styles, which a page has not unless it is about search. */

declare const SEARCH_STYLES: string;

let loading: Promise<void> | undefined;

/** Resolves when they are there, or can't be had: search works without them too. */
export function loadSearchStyles(): Promise<void> {
  loading ??= new Promise((resolve) => {
    const link = document.createElement("link");
    link.rel = "stylesheet";
    link.href = new URL(SEARCH_STYLES, import.meta.url).href;
    link.onload = link.onerror = () => resolve();
    document.head.append(link);
  });
  return loading;
}
