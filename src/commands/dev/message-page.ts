/** The page that the development server shows at every address while there is no site to show. */
import { escapeMarkup } from "../../content/text/escape.ts";
import { plainDocument } from "./plain-document.ts";

export function messagePage(title: string, text: string): string {
  return plainDocument(title, `<h1>${escapeMarkup(title)}</h1>\n<pre role="alert">${escapeMarkup(text)}</pre>`);
}
