/** The styles of the search dialog, for pages that do not have them. */

declare const SEARCH_STYLES: string;

let loading: Promise<void> | undefined;

/** Resolves when they have loaded or failed to load: search works without them. */
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
