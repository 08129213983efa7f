/** The style sheet of the search dialog and of highlighted words. */
import { loadStyles } from "./load-styles.ts";

declare const SEARCH_STYLES: string;

let loading: Promise<void> | undefined;

/** Loads it once, however often it is called. */
export function loadSearchStyles(): Promise<void> {
  loading ??= loadStyles(SEARCH_STYLES);
  return loading;
}
