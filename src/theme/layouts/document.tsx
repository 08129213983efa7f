/** The frame of every page. */
import type { ComponentChildren, JSX } from "preact";
import { countingOf } from "../../content/services.ts";
import { authorOf } from "../../content/site.ts";
import { hasPart } from "../../content/site-parts.ts";
import { directionOf } from "../../content/text/direction.ts";
import type { PlainKey } from "../../content/words/plurals.ts";
import { Html } from "../components/html.tsx";
import { Say } from "../components/say.tsx";
import { ownId } from "../own-id.ts";
import type { Page, SharePicture } from "../page.ts";
import { isInScripts, SCRIPT_WORDS } from "../script-words.ts";
import { href, hrefIn, type View } from "../view.ts";
import { siteLanguage, textOf } from "../words.ts";

interface Props {
  view: View;
  page: Page;
  /** The HTML of its body: rendered first, since what is in it decides about the styles. */
  body: string;
  style: string;
  /** Site-relative paths of the scripts that it loads. */
  scripts: readonly string[];
  /** Speculation rules: which pages browsers may fetch in advance. */
  prefetch: string;
  image: SharePicture | undefined;
  /** Its content security policy; undefined in development, where the server adds a script. */
  policy: string | undefined;
}

export function Document({ view, page, body, style, scripts, prefetch, image, policy }: Props): JSX.Element {
  const { site } = view.content;
  const { inlineScript, printStyles, textFont, paper } = view.theme.assets;
  const { Metadata } = view.theme.components;
  return (
    <html {...languageAttributes(view.language)} data-count={countingOf(site.services)}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width" />
        {/* Browsers take the first that applies; the switch turns the night's off and on. */}
        <meta name="theme-color" content={paper.dark} media="(prefers-color-scheme:dark)" />
        <meta name="theme-color" content={paper.light} />
        {policy && <meta http-equiv="Content-Security-Policy" content={policy} />}
        <Html as="style" html={style} />
        <link rel="stylesheet" media="print" href={href(view, printStyles)} />
        {textFont && <link rel="preload" href={href(view, textFont)} as="font" crossorigin="anonymous" />}
        <Html as="script" html={inlineScript} />
        {scripts.map((path) => (
          <script type="module" src={href(view, path)} />
        ))}
        <Html as="script" type="speculationrules" html={prefetch} />
        <Metadata view={view} info={page.info} image={image} />
      </head>
      <Html as="body" class={page.kind} html={body} />
    </html>
  );
}

/** Left to right is the default. */
function languageAttributes(lang: string): { lang: string; dir?: "rtl" } {
  return directionOf(lang) === "rtl" ? { lang, dir: "rtl" } : { lang };
}

export function Body({ view, children }: { view: View; children: ComponentChildren }): JSX.Element {
  const { Masthead, Footer } = view.theme.components;
  return (
    <>
      <a class="skip" href={`#${ownId("main")}`}>
        <Say view={view} phrase="skip" />
      </a>{" "}
      <Masthead view={view} />
      <main id={ownId("main")} tabIndex={-1} {...essayWords(view)}>
        {children}
      </main>
      <Footer view={view} />
    </>
  );
}

export function Footer({ view }: { view: View }): JSX.Element {
  const { site } = view.content;
  const { ProfileLinks } = view.theme.components;
  const feed = view.feedsOf.get(view.content.root)?.[0]?.documents[0];
  return (
    <footer class="footer">
      <p class="h-card">
        <a class="p-name u-url" href={hrefIn(view, "/")} rel="me">
          {authorOf(site).name}
        </a>{" "}
        {site.tagline && (
          <span class="p-note" {...siteLanguage(view)}>
            {site.tagline}
          </span>
        )}
      </p>
      <ProfileLinks profiles={site.profiles} />
      <p>
        {feed && (
          <>
            <FooterLink view={view} path="/subscribe/" phrase="subscribe" />{" "}
            <a href={href(view, feed.path)}>{feed.name}</a>{" "}
          </>
        )}
        {hasPart(site, "tags") && (
          <>
            <FooterLink view={view} path="/tags/" phrase="tags" />{" "}
          </>
        )}
        {hasPart(site, "search") && <FooterLink view={view} path="/search/" phrase="search" />}
        {site.licence && (
          <>
            {" "}
            <a rel="license" href={site.licence.url}>
              {site.licence.name}
            </a>
          </>
        )}
      </p>
    </footer>
  );
}

function FooterLink({ view, path, phrase }: { view: View; path: string; phrase: PlainKey }): JSX.Element {
  return (
    <a href={hrefIn(view, path)}>
      <Say view={view} phrase={phrase} />
    </a>
  );
}

/** For the script that adds buttons to texts, which has the words of the site's language only. */
function essayWords(view: View): Record<string, string> {
  if (isInScripts(view.content, view.language)) return {};
  const name = (key: string) => key.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
  return Object.fromEntries(SCRIPT_WORDS.essay.map((key) => [`data-${name(key)}`, textOf(view, key)]));
}
