/** What the server of development shows at every address while there is no page to show. */
import { escapeMarkup } from "../../content/text/escape.ts";

export function messagePage(title: string, text: string): string {
  return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>${escapeMarkup(title)}</title>
<style>
  :root { color-scheme: light dark; font: 1rem/1.5 system-ui, sans-serif; }
  body { max-width: 60rem; margin: 3rem auto; padding: 0 1rem; }
  pre { white-space: pre-wrap; overflow-wrap: anywhere; font: 0.9rem/1.5 ui-monospace, monospace; }
</style>
<h1>${escapeMarkup(title)}</h1>
<pre role="alert">${escapeMarkup(text)}</pre>
</html>
`;
}
