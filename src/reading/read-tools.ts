/** The tools that a site is read with. */
import type { OwnDirectives } from "../content/directive.ts";
import type { Progress } from "../content/progress.ts";
import type { PictureTools } from "../pictures/picture-tools.ts";
import type { KeptBodies } from "./kept-bodies.ts";

export interface ReadTools extends PictureTools {
  /** Has the bodies of earlier builds. */
  readonly bodies: KeptBodies;
  /** Those of the site's theme; without them, a name that is not known may be one. */
  readonly directives?: OwnDirectives | undefined;
  readonly progress?: Progress | undefined;
}
