/** The tools that a site is read with. */
import type { OwnDirectives } from "../content/directive.ts";
import type { Progress } from "../content/progress.ts";
import type { StyleClasses } from "../content/style-classes.ts";
import type { PictureTools } from "../pictures/picture-tools.ts";
import type { KeptBodies } from "./kept-bodies.ts";
import type { KeptFrontMatter } from "./kept-front-matter.ts";

export interface ReadTools extends PictureTools {
  /** Has the bodies of earlier builds. */
  readonly bodies: KeptBodies;
  /** Those of the site's theme; without them, a name that is not known may be one. */
  readonly directives?: OwnDirectives | undefined;
  /** Those that authors can give; without them, any. */
  readonly classes?: StyleClasses | undefined;
  /** Has the front matter of earlier builds. */
  readonly frontMatter: KeptFrontMatter;
  readonly progress?: Progress | undefined;
}
