/** A picture beside a content file, as pages and feeds show it. */
export interface Picture {
  /** Relative to the site's folder. */
  file: string;
  /** In pixels, after its orientation is applied. */
  width: number;
  height: number;
  /** What is made of it for browsers to choose from, best format first; none where the file itself is published. */
  renditions: Rendition[];
  /** True for dark lines on a transparent background, which are lost on dark paper. */
  needsPaper: boolean;
  /** The rendition that every browser and feed reader knows. */
  fallback: Rendition | undefined;
}

/** The name of the picture that is shown on dark paper: `x.dark.png` beside `x.png`. */
export function darkName(name: string): string {
  return name.replace(/(\.[^./]+)$/, ".dark$1");
}

export interface Rendition {
  /** Site-relative; its name has a digest of the picture. */
  path: string;
  /** Media type. */
  type: string;
  width: number;
  height: number;
}
