/** The styles of the search dialog and of marked words. */
import { loadStyles } from "./load-styles.ts";

declare const SEARCH_STYLES: string;

let loading: Promise<void> | undefined;

export function loadSearchStyles(): Promise<void> {
  loading ??= loadStyles(SEARCH_STYLES);
  return loading;
}
