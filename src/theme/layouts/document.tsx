/** The frame of every page. */
import type { ComponentChildren, JSX } from "preact";
import { render } from "preact-render-to-string";
import { authorOf } from "../../content/site.ts";
import { directionOf } from "../../content/text/direction.ts";
import { Html } from "../components/html.tsx";
import { Masthead } from "../components/masthead.tsx";
import { Metadata, type PageInfo } from "../components/metadata.tsx";
import { ownId } from "../own-id.ts";
import { stylesFor } from "../style-sheets.ts";
import { href, type View } from "../view.ts";

interface Props {
  view: View;
  info: PageInfo;
  /** Names the kind of page for its styles. */
  kind?: string;
  children: ComponentChildren;
}

export function Document({ view, info, kind, children }: Props): JSX.Element {
  const { site } = view.content;
  const { styleSheets, inlineScript, script, textFont, icon } = view.assets;
  // The body comes first, since what is in it decides about the styles.
  const body = render(<Body view={view}>{children}</Body>);
  const shown = `<html lang="${site.language}"><body class="${kind}">${body}`;
  const style = stylesFor(shown, styleSheets, href(view, "/assets/"));
  const prefetch = prefetchRules(href(view, "/"));
  const policy = view.policy?.({ scripts: [inlineScript, prefetch], style, body });
  return (
    <html lang={site.language} dir={directionOf(site.language)}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        {policy && <meta http-equiv="Content-Security-Policy" content={policy} />}
        <Html as="style" html={style} />
        <link rel="preload" href={href(view, textFont)} as="font" crossorigin="anonymous" />
        <Html as="script" html={inlineScript} />
        <script type="module" src={href(view, script)} />
        <Html as="script" type="speculationrules" html={prefetch} />
        <link rel="icon" href={href(view, icon)} type="image/svg+xml" />
        <Metadata view={view} info={info} />
      </head>
      <Html as="body" class={kind} html={body} />
    </html>
  );
}

function Body({ view, children }: Pick<Props, "view" | "children">): JSX.Element {
  return (
    <>
      <a class="skip" href={`#${ownId("main")}`}>
        Skip to the text
      </a>
      <Masthead view={view} />
      <main id={ownId("main")} tabIndex={-1}>
        {children}
      </main>
      <Footer view={view} />
    </>
  );
}

/** A link that is about to be followed is fetched, in browsers that know how. */
function prefetchRules(root: string): string {
  const rule = { where: { href_matches: `${root}*` }, eagerness: "moderate" };
  return JSON.stringify({ prefetch: [rule] });
}

function Footer({ view }: { view: View }): JSX.Element {
  const { site } = view.content;
  return (
    <footer class="footer">
      <p class="h-card">
        <a class="p-name u-url" href={href(view, "/")} rel="me">
          {authorOf(site).name}
        </a>
        {site.tagline && <span class="p-note">{site.tagline}</span>}
      </p>
      <p>
        <a href={href(view, "/subscribe/")}>Subscribe</a> <a href={href(view, "/feed.xml")}>RSS</a>{" "}
        <a href={href(view, "/tags/")}>Tags</a> <a href={href(view, "/search/")}>Search</a>
      </p>
    </footer>
  );
}
