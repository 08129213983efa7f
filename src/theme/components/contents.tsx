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

/** A table of contents: folded on narrow screens, always open in the margin of wide ones (`essay.css`). Short texts need none. */
export function Contents({ view, headings, language }: Props): JSX.Element | null {
  const chapters = headings.filter(({ level }) => level === 2);
  if (chapters.length < FEWEST) return null;
  return (
    <nav class="contents" aria-label={textOf(view, "contents")}>
      <details>
        <summary {...languageOf(view, "contents")}>{textOf(view, "contents")}</summary>
        <ol {...language}>
          {chapters.map(({ id, text }) => (
            <li>
              <a href={`#${id}`}>{text}</a>
            </li>
          ))}
        </ol>
      </details>
    </nav>
  );
}
