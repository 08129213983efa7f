declare module "html-to-text" {
  interface Selector {
    selector: string;
    format?: string;
    options?: Record<string, unknown>;
  }
  /** HTML as text; `wordwrap: false` leaves lines as long as they are. */
  export function convert(html: string, options?: { wordwrap?: number | false; selectors?: Selector[] }): string;
}
