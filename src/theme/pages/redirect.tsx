/** A page that redirects, for hosts without redirects of their own; `to` is a path or a whole URL. */
import { hrefOfTarget } from "../../content/address.ts";
import { Say } from "../components/say.tsx";
import { renderDocument } from "../render-page.tsx";
import type { View } from "../view.ts";
import { languageOf, textOf } from "../words.ts";

/** The whole document. */
export function redirectPage(view: View, to: string, title: string): string {
  const { site } = view.content;
  const link = to.startsWith("/") ? hrefOfTarget(site, to) : to;
  const whole = new URL(link, site.url).href;
  return renderDocument(
    <html lang={view.language}>
      <head>
        <meta charset="utf-8" />
        <meta http-equiv="Content-Security-Policy" content="default-src 'none'; base-uri 'none'; form-action 'none'" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>{title}</title>
        <meta name="robots" content="noindex" />
        <link rel="canonical" href={whole} />
        <meta http-equiv="refresh" content={`0; url=${link}`} />
      </head>
      <body>
        <main>
          <h1 {...languageOf(view, "moved")}>{textOf(view, "moved")}</h1>
          <p>
            <Say view={view} phrase="movedTo" values={{ page: <a href={link}>{title}</a> }} />
          </p>
        </main>
      </body>
    </html>,
  );
}
