import type { JSX } from "preact";
import type { Heading } from "../../content/body.ts";
import type { LanguageAttributes } from "../language.ts";
import type { View } from "../view.ts";
import { languageOf, textOf } from "../words.ts";

const FEWEST = 3;

interface Props {
  view: View;
  headings: Heading[];
  language: LanguageAttributes;
}

/**
 * A table of contents, of sections and of those below them: folded on narrow screens, always open in the margin of wide ones
 * (`essay.css`), where a script marks the section that is read. Short texts need none.
 */
export function Contents({ view, headings, language }: Props): JSX.Element | null {
  const chapters = chaptersOf(headings);
  if (chapters.length < FEWEST) return null;
  return (
    <nav class="contents" aria-label={textOf(view, "contents")}>
      <details>
        <summary {...languageOf(view, "contents")}>{textOf(view, "contents")}</summary>
        <ol {...language}>
          {chapters.map(({ heading, sections }) => (
            <li>
              <HeadingLink {...heading} />
              {sections.length > 0 && (
                <ol>
                  {sections.map((section) => (
                    <li>
                      <HeadingLink {...section} />
                    </li>
                  ))}
                </ol>
              )}
            </li>
          ))}
        </ol>
      </details>
    </nav>
  );
}

interface Chapter {
  /** Of the second level. */
  heading: Heading;
  /** Those of the third level below it. */
  sections: Heading[];
}

/** A heading of the third level that stands before all of the second is in none. */
function chaptersOf(headings: Heading[]): Chapter[] {
  const chapters: Chapter[] = [];
  for (const heading of headings) {
    if (heading.level === 2) chapters.push({ heading, sections: [] });
    if (heading.level === 3) chapters.at(-1)?.sections.push(heading);
  }
  return chapters;
}

function HeadingLink({ id, text }: Heading): JSX.Element {
  return <a href={`#${id}`}>{text}</a>;
}
