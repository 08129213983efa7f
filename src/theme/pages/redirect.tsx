/** A page at an address that a post or a project had before; it leads to the one that it has now. */
import type { JSX } from "preact";
import { absoluteUrl } from "../../content/address.ts";
import { href, type View } from "../view.ts";

export function RedirectPage({ view, to, title }: { view: View; to: string; title: string }): JSX.Element {
  const { site } = view.content;
  return (
    <html lang={site.language}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>{title}</title>
        <meta name="robots" content="noindex" />
        <link rel="canonical" href={absoluteUrl(site, to)} />
        <meta http-equiv="refresh" content={`0; url=${href(view, to)}`} />
      </head>
      <body>
        <main>
          <h1>This page has moved</h1>
          <p>
            It is now at <a href={href(view, to)}>{title}</a>.
          </p>
        </main>
      </body>
    </html>
  );
}
