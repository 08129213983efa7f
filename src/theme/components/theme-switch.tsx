import type { JSX } from "preact";
import { en } from "../../content/words/en.ts";
import type { View } from "../view.ts";
import { languageOf, textOf } from "../words.ts";

/** The button between day and night, which its script shows and names. */
export function ThemeSwitch({ view }: { view: View }): JSX.Element {
  return (
    <button
      type="button"
      class="theme"
      data-theme-switch=""
      hidden
      {...languageOf(view, "night")}
      {...themeWords(view)}
    >
      {textOf(view, "night")}
    </button>
  );
}

/** For the script that turns day to night, where they are not called so. */
function themeWords(view: View): Record<string, string> {
  const [day, night] = [textOf(view, "day"), textOf(view, "night")];
  return day === en.day && night === en.night ? {} : { "data-day": day, "data-night": night };
}
