/** A page of the development server itself, without a theme, so that it is readable when the site's theme is broken. */
import { escapeMarkup } from "../../content/text/escape.ts";

/** `body` is HTML. */
export function plainDocument(title: string, body: string): string {
  return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>${escapeMarkup(title)}</title>
<style>
  :root { color-scheme: light dark; font: 1rem/1.5 system-ui, sans-serif; }
  body { max-width: 60rem; margin: 3rem auto; padding: 0 1rem; }
  pre { white-space: pre-wrap; }
  pre, code { overflow-wrap: anywhere; font: 0.9rem/1.5 ui-monospace, monospace; }
  dl { display: grid; grid-template-columns: max-content 1fr; gap: 0.25rem 1.5rem; }
  dd { margin: 0; overflow-wrap: anywhere; }
  img { max-width: 100%; width: 37.5rem; border: 1px solid GrayText; }
  iframe { width: 100%; height: 24rem; border: 1px solid GrayText; background: Canvas; }
  li { overflow-wrap: anywhere; }
</style>
${body}
</html>
`;
}
