/** The theme of a site, as the stages of a build are given it. */
import type { OwnDirectives } from "../content/directive.ts";
import type { Problem } from "../content/problems/problem.ts";
import type { StyleClasses } from "../content/style-classes.ts";
import type { Typeface } from "../pictures/typeface.ts";
import type { Theme } from "../theme/theme.ts";
import type { Palette } from "../theme/tokens/palette.ts";

export interface SiteTheme extends Theme {
  /** The face of text, by which words are measured and set in pictures. */
  readonly typeface: Typeface;
  /** The same face, followed by others for letters that it lacks. */
  readonly shareTypeface: Typeface;
  readonly palette: Palette;
  readonly directives: OwnDirectives;
  readonly classes: StyleClasses;
  /** The file whose styles are in every page, for warnings about their size; undefined if there is none. */
  readonly styleFile: string | undefined;
  readonly advice: readonly Problem[];
  /** Absolute paths of the files that it is made of, beside those of the engine. */
  readonly inputs: readonly string[];
  /** Where an error was thrown that one of the theme's own modules threw. */
  problemOf(error: unknown): Problem | undefined;
}
