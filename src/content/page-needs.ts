/** What a page needs to be published besides its HTML; writing the site sees to it. */
export interface PageNeeds {
  /** The picture for those who share it, to be drawn. */
  readonly shareImage?: ShareImage | undefined;
  /** What its content security policy allows, for the headers that hosts send. */
  readonly allowed?: Allowed | undefined;
}

/** What stands on a share image. */
export interface ShareCard {
  readonly title: string;
  /** The site's name and its line, at the foot. */
  readonly foot: string;
}

/** What is asked for; which of it is drawn depends on the letters of the site's face. */
export interface ShareText extends ShareCard {
  /** The page's, without its scheme: "example.org/posts/x/". */
  readonly address: string;
}

export interface ShareImage {
  /** Site-relative. */
  readonly path: string;
  readonly card: ShareCard;
}

/** What a policy lets run and be shown. */
export interface Allowed {
  /** Digests, as policies write them. */
  readonly scripts: readonly string[];
  readonly styles: readonly string[];
  /** True for pictures, sound and films of other sites. */
  readonly foreign: boolean;
}
