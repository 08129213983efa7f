/** `/versions/` and `/versions/<system>/<major>/`: what samples give on which version. */
import type { JSX } from "preact";
import { pathIn } from "../../content/editions.ts";
import type { Entry } from "../../content/entry.ts";
import { type ProvenVersion, provenVersions, VERSIONS_PATH } from "../../content/proven-versions.ts";
import { versionsText } from "../../content/samples/version.ts";
import { capitalised } from "../../content/text/capitalised.ts";
import { Say } from "../components/say.tsx";
import { inLanguage } from "../language.ts";
import type { Page } from "../page.ts";
import { href, hrefIn, type View } from "../view.ts";
import { languageOf, textOf } from "../words.ts";

export function versionsPage(view: View): Page {
  const versions = provenVersions(view.content.entries);
  const all = versionsText(versions.map(({ label }) => label));
  return {
    info: { title: textOf(view, "versions"), description: `${textOf(view, "versions")}: ${all}` },
    kind: "list",
    main: (
      <>
        <header class="opening">
          <h1 {...languageOf(view, "versions")}>{textOf(view, "versions")}</h1>
          <p>
            <Say view={view} phrase="versionsAbout" />
          </p>
        </header>
        <div class="prose">
          <ul>
            {versions.map(({ label, path, differing }) => (
              <li>
                <a href={hrefIn(view, path)}>{label}</a>
                {". "}
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
  const count = samplesIn(differing);
  return {
    info: {
      title: label,
      description: `${label}. ${textOf(view, "differing", { count })}`,
      within: { name: textOf(view, "versions"), path: pathIn(view.content, VERSIONS_PATH) },
    },
    kind: "list",
    main: (
      <>
        <header class="opening">
          <p class="kicker">
            <a href={hrefIn(view, VERSIONS_PATH)}>
              <Say view={view} phrase="versions" />
            </a>
          </p>
          <h1>{label}</h1>
          <p>
            <Say view={view} phrase="differing" values={{ count }} />
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
                    <a
                      href={href(view, entry.path) + (anchor ? `#${anchor}` : "")}
                      {...inLanguage(entry.lang, view.language)}
                    >
                      {name}
                    </a>
                    {unknown.includes(label) && (
                      <>
                        <br />
                        <Say view={view} phrase="unknownOn" values={{ versions: label }} />
                      </>
                    )}
                  </li>
                ))}
              </ul>
            </section>
          ))}
          {same.length > 0 && (
            <section>
              <h2 {...languageOf(view, "sameOn")}>
                {capitalised(textOf(view, "sameOn", { versions: label }), view.language)}
              </h2>
              <ul>
                {same.map((entry) => (
                  <li>
                    <EntryLink view={view} entry={entry} />
                  </li>
                ))}
              </ul>
            </section>
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
