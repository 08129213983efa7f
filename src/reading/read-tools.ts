/** The tools that a site is read with. */
import type { Progress } from "../content/progress.ts";
import type { PictureTools } from "../pictures/picture-tools.ts";
import type { KeptBodies } from "./kept-bodies.ts";

export interface ReadTools extends PictureTools {
  /** Has the bodies of earlier builds. */
  readonly bodies: KeptBodies;
  readonly progress?: Progress | undefined;
}
