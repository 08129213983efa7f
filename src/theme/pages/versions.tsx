/** `/versions/` and `/versions/<system>/<major>/`: what samples give on which version. */
import type { JSX } from "preact";
import { pathIn } from "../../content/editions.ts";
import type { Entry } from "../../content/entry.ts";
import { type ProvenVersion, provenVersions, VERSIONS_PATH } from "../../content/proven-versions.ts";
import { Commas } from "../components/commas.tsx";
import { Say } from "../components/say.tsx";
import { inLanguage } from "../language.ts";
import type { Page } from "../page.ts";
import { href, hrefIn, type View } from "../view.ts";
import { languageOf, textOf } from "../words.ts";

export function versionsPage(view: View): Page {
  return {
    info: { title: textOf(view, "versions"), description: textOf(view, "versionsAbout") },
    kind: "list",
    main: (
      <>
        <header class="opening">
          <h1 {...languageOf(view, "versions")}>{textOf(view, "versions")}</h1>
          <p {...languageOf(view, "versionsAbout")}>{textOf(view, "versionsAbout")}</p>
        </header>
        <div class="prose">
          <ul>
            {provenVersions(view.content.entries).map(({ label, path, differing }) => (
              <li>
                <a href={hrefIn(view, path)}>{label}</a>
                {textOf(view, "comma")}
                <Say view={view} phrase="differing" values={{ count: samplesIn(differing) }} />
              </li>
            ))}
          </ul>
        </div>
      </>
    ),
  };
}

export function versionPage(view: View, { label, differing, same }: ProvenVersion): Page {
  return {
    info: {
      title: label,
      description: textOf(view, "versionAbout", { version: label }),
      within: { name: textOf(view, "versions"), path: pathIn(view.content, VERSIONS_PATH) },
    },
    kind: "list",
    main: (
      <>
        <header class="opening">
          <h1>{label}</h1>
          <p>
            <Say view={view} phrase="differing" values={{ count: samplesIn(differing) }} />
            {textOf(view, "comma")}
            <a href={hrefIn(view, VERSIONS_PATH)}>
              <Say view={view} phrase="allVersions" />
            </a>
          </p>
        </header>
        <div class="prose">
          {differing.map(({ entry, samples }) => (
            <section>
              <h2>
                <EntryLink view={view} entry={entry} />
              </h2>
              <ul>
                {samples.map(({ name, anchor, unknown }) => (
                  <li>
                    <a href={href(view, entry.path) + (anchor ? `#${anchor}` : "")}>
                      <code>{name}</code>
                    </a>
                    {unknown.includes(label) && (
                      <>
                        {textOf(view, "comma")}
                        <Say view={view} phrase="unknown" />
                      </>
                    )}
                  </li>
                ))}
              </ul>
            </section>
          ))}
          {same.length > 0 && (
            <>
              <h2 {...languageOf(view, "allTheSame")}>{textOf(view, "allTheSame")}</h2>
              <p>
                <Commas
                  view={view}
                  items={same.map((entry) => ({ text: entry.title, href: href(view, entry.path) }))}
                />
              </p>
            </>
          )}
        </div>
      </>
    ),
  };
}

function EntryLink({ view, entry }: { view: View; entry: Entry }): JSX.Element {
  return (
    <a href={href(view, entry.path)} {...inLanguage(entry.lang, view.language)}>
      {entry.title}
    </a>
  );
}

function samplesIn(differing: ProvenVersion["differing"]): number {
  return differing.reduce((sum, { samples }) => sum + samples.length, 0);
}
