import type { Cover } from "./cover.ts";

/** Further needs of a page to be published: its share image and its content security policy. */
export interface PageNeeds {
  /** Its share image, still to be drawn. */
  readonly shareImage?: ShareImage | undefined;
  /** What its content security policy allows, for the headers that hosts send. */
  readonly allowed?: Allowed | undefined;
}

/** The words on a share image. */
export interface ShareCard {
  readonly title: string;
  /** The site's name and tagline, at the foot. */
  readonly foot: string;
  /** How it looks, where that is not our way. */
  readonly look?: ShareLook | undefined;
  /** What is drawn between the two. */
  readonly cover?: Cover | undefined;
}

/** Hex colours, and a name of the face that tells it from others. */
export interface ShareLook {
  readonly paper: string;
  readonly ink: string;
  readonly face: string;
}

/** The words before drawing: which of them are drawn depends on the letters that the site's font has. */
export interface ShareText extends ShareCard {
  /** The page's address without its scheme: "example.org/posts/x/". */
  readonly address: string;
}

export interface ShareImage {
  /** Site-relative. */
  readonly path: string;
  readonly card: ShareCard;
}

/** What a content security policy allows. */
export interface Allowed {
  /** Digests in the form that policies use: `'sha256-…'`. */
  readonly scripts: readonly string[];
  readonly styles: readonly string[];
  /** True if the page shows pictures, sound or video from other sites. */
  readonly foreign: boolean;
  /** Origins of other sites that it may show in a frame: `https://player.vimeo.com`. */
  readonly frames: readonly string[];
  /** The same of what its scripts may ask. */
  readonly connects: readonly string[];
  /** The same of where its forms may be sent. */
  readonly forms: readonly string[];
}
