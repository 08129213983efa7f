/** The media library of an export: attachments by their id, and by the addresses of the sizes in which texts show them. */
import type { WxrItem } from "./wxr.ts";

export interface Attachment {
  readonly id: string;
  readonly url: string;
  readonly title: string;
  readonly caption: string;
  /** Alternative text. */
  readonly alt: string;
  /** The item that it was uploaded for. */
  readonly parent: string;
  readonly order: number;
  /** The page that shows it alone. */
  readonly link: string;
}

/** Behind the name of a large picture's copy, which WordPress shows in its place. */
export const SCALED = /-scaled(?=\.\w+$)/;

export class Library {
  readonly #byId = new Map<string, Attachment>();
  readonly #byAddress = new Map<string, Attachment>();
  readonly #byLink = new Map<string, Attachment>();

  constructor(items: readonly WxrItem[]) {
    for (const item of items) {
      if (item.type !== "attachment") continue;
      const url = item.attachmentUrl || item.guid;
      if (!/^https?:/.test(url)) continue;
      const attachment = {
        ...{ id: item.id, url, title: item.title, caption: item.excerpt || "", parent: item.parent, order: item.order },
        alt: item.meta.get("_wp_attachment_image_alt")?.[0]?.trim() ?? "",
        link: item.link,
      };
      this.#byId.set(item.id, attachment);
      this.#byAddress.set(keyOf(url), attachment);
      if (item.link) this.#byLink.set(keyOf(item.link), attachment);
    }
  }

  get all(): Iterable<Attachment> {
    return this.#byId.values();
  }

  byId(id: string | undefined): Attachment | undefined {
    return id === undefined ? undefined : this.#byId.get(id.trim());
  }

  /** The one that an address shows, in whatever size and from whatever cache. */
  byAddress(address: string): Attachment | undefined {
    const key = keyOf(address);
    return (
      this.#byAddress.get(key) ??
      this.#byAddress.get(key.replace(/-\d+x\d+(?=\.\w+$)/, "")) ??
      this.#byAddress.get(key.replace(/-\d+x\d+(?=\.\w+$)/, "-scaled")) ??
      this.#byAddress.get(key.replace(SCALED, ""))
    );
  }

  byLink(address: string): Attachment | undefined {
    return this.#byLink.get(keyOf(address));
  }

  /** Those that were uploaded for an item, in their order. */
  of(parent: string): Attachment[] {
    return [...this.#byId.values()]
      .filter((one) => one.parent === parent && parent !== "0")
      .sort((one, other) => one.order - other.order || Number(one.id) - Number(other.id));
  }
}

/** Without scheme, `www.`, a cache's host, and a size in the query; decoded. */
function keyOf(address: string): string {
  const plain = address
    .replace(/^https?:\/\/i\d\.wp\.com\//, "//")
    .replace(/^https?:/, "")
    .replace(/^\/\/www\./, "//")
    .replace(/[?#].*$/, "")
    .replace(/\/$/, "");
  try {
    return decodeURI(plain);
  } catch {
    return plain;
  }
}
