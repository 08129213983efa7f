/** `/search/terms/`: the index of terms, A to Z, as in a book. */
import { groupBy } from "../../content/group-by.ts";
import type { IndexTerm } from "../../content/text/index-term.ts";
import { DIGITS, initialOf } from "../../content/text/initial.ts";
import { ownId } from "../own-id.ts";
import type { Page } from "../page.ts";
import { href, type View } from "../view.ts";
import { languageOf, textOf } from "../words.ts";

export function termsPage(view: View, terms: readonly IndexTerm[]): Page {
  const { Section } = view.theme.components;
  const { language } = view;
  const letters = [...groupBy(terms, ({ text }) => initialOf(text, language))].map(([letter, entries]) => ({
    letter,
    entries,
  }));
  return {
    info: { title: textOf(view, "index"), description: textOf(view, "indexAbout") },
    kind: "list",
    main: (
      <>
        <header class="opening">
          <h1 {...languageOf(view, "index")}>{textOf(view, "index")}</h1>
          {letters.length > 0 && (
            <nav class="letters" aria-label={textOf(view, "letters")}>
              {letters.map(({ letter }) => (
                <>
                  <a href={`#${ownId(idOf(letter))}`}>{letter === DIGITS ? textOf(view, "digits") : letter}</a>{" "}
                </>
              ))}
            </nav>
          )}
          {letters.length === 0 && <p {...languageOf(view, "nothingToList")}>{textOf(view, "nothingToList")}</p>}
        </header>
        {letters.map(({ letter, entries }) => (
          <Section title={letter === DIGITS ? textOf(view, "digits") : letter} id={idOf(letter)}>
            <dl class="terms">
              {entries.map(({ text, locators }) => (
                <div>
                  <dt>{text}</dt>
                  {locators.map(({ path, title, section }) => (
                    <dd>
                      <a href={hrefOfPlace(view, path)}>
                        {section ? textOf(view, "placeInPage", { title, section }) : title}
                      </a>
                    </dd>
                  ))}
                </div>
              ))}
            </dl>
          </Section>
        ))}
      </>
    ),
  };
}

function idOf(letter: string): string {
  return `letter-${letter === DIGITS ? DIGITS : letter.toLowerCase()}`;
}

function hrefOfPlace(view: View, path: string): string {
  const [page = "", anchor] = path.split("#");
  return anchor ? `${href(view, page)}#${anchor}` : href(view, page);
}
