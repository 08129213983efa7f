/** The tools that a site is read with. */
import type { OwnDirectives } from "../content/directive.ts";
import type { Progress } from "../content/progress.ts";
import type { StyleClasses } from "../content/style-classes.ts";
import type { PictureTools } from "../pictures/picture-tools.ts";
import type { KeptFrontMatter } from "./front-matter/kept-front-matter.ts";
import type { KeptBodies } from "./kept-bodies.ts";

export interface ReadTools extends PictureTools {
  /** Bodies of earlier builds. */
  readonly bodies: KeptBodies;
  /** The directives of the site's theme; without them, an unknown name is no problem, since it may be one. */
  readonly directives?: OwnDirectives | undefined;
  /** The classes that authors can give; without them, any class is taken. */
  readonly classes?: StyleClasses | undefined;
  /** Front matter of earlier builds. */
  readonly frontMatter: KeptFrontMatter;
  readonly progress?: Progress | undefined;
}
