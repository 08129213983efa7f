import type { JSX } from "preact";
import { isInScripts } from "../script-words.ts";
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

/** For the script, which has the words of the site's language only. */
function themeWords(view: View): Record<string, string> {
  if (isInScripts(view.content, view.language)) return {};
  return {
    ...{ "data-day": textOf(view, "day"), "data-night": textOf(view, "night") },
    ...{ "data-day-theme": textOf(view, "dayTheme"), "data-night-theme": textOf(view, "nightTheme") },
  };
}
