/** The preview image of an entry: the picture that other sites show for it. */
import type { Asset } from "./body.ts";
import type { Picture } from "./picture.ts";

export interface PreviewImage {
  /** Site-relative. */
  readonly path: string;
  readonly alt: string;
  /** In pixels. */
  readonly width: number;
  readonly height: number;
  /** Media type. */
  readonly type: string;
  readonly bytes: number;
  /** The author's file, where it is published as it is. */
  readonly asset?: Asset;
  /** The picture, where one of its renditions is published. */
  readonly picture?: Picture;
}
