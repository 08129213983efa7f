/**
 * Previews of links: the title and description of a page of this site, or what is at an anchor, as plain text from the published page.
 * A preview opens when the pointer rests on a link, on keyboard focus, and at a first tap; Escape, leaving the link or a press elsewhere
 * closes it, and a second tap follows the link.
 */
import { make } from "./element.ts";

const SHOWN_AFTER_MS = 350;
const HIDDEN_AFTER_MS = 250;
const MOST_LETTERS = 320;
/** The distance from the link, in CSS pixels. */
const GAP = 6;

interface Preview {
  title: string;
  text: string;
  lang: string;
}

const box = make("div", { id: "page.preview", className: "preview" });
box.setAttribute("role", "tooltip");
/** Pages by address without an anchor; undefined for one that could not be fetched. */
const pages = new Map<string, Promise<Document | undefined>>();
let shown: HTMLAnchorElement | undefined;
let timer = 0;

if ("popover" in box) offerPreviews();

function offerPreviews(): void {
  box.popover = "manual";
  document.querySelector("main")?.append(box);
  for (const link of document.querySelectorAll<HTMLAnchorElement>("a[data-preview]")) {
    link.addEventListener(
      "pointerenter",
      ({ pointerType }) => pointerType === "mouse" && later(() => show(link), SHOWN_AFTER_MS),
    );
    link.addEventListener("pointerleave", ({ pointerType }) => pointerType === "mouse" && later(hide, HIDDEN_AFTER_MS));
    link.addEventListener("focus", () => link.matches(":focus-visible") && later(() => show(link), SHOWN_AFTER_MS));
    link.addEventListener("blur", hide);
    link.addEventListener("click", (event) => {
      const isTap = event instanceof PointerEvent && event.pointerType === "touch";
      if (!isTap || shown === link) return;
      event.preventDefault();
      // Without a preview, the first tap follows the link.
      void show(link).then((isShown) => isShown || link.click());
    });
  }
  // The pointer may enter the preview, to select text.
  box.addEventListener("pointerenter", () => clearTimeout(timer));
  box.addEventListener("pointerleave", () => later(hide, HIDDEN_AFTER_MS));
  addEventListener("keydown", ({ key }) => key === "Escape" && hide());
  addEventListener(
    "pointerdown",
    ({ target }) => target instanceof Node && !box.contains(target) && !shown?.contains(target) && hide(),
  );
  addEventListener("resize", hide);
}

function later(act: () => unknown, ms: number): void {
  clearTimeout(timer);
  timer = window.setTimeout(act, ms);
}

function hide(): void {
  clearTimeout(timer);
  shown?.removeAttribute("aria-describedby");
  shown = undefined;
  box.hidePopover();
}

/** False where there is nothing to show. */
async function show(link: HTMLAnchorElement): Promise<boolean> {
  hide();
  shown = link;
  const preview = await previewOf(link);
  // Meanwhile the reader may have gone on.
  if (shown !== link) return true;
  if (!preview?.title && !preview?.text) {
    shown = undefined;
    return false;
  }
  const { title, text, lang } = preview;
  box.replaceChildren(...(title ? [make("strong", {}, title)] : []), ...(text ? [make("p", {}, text)] : []));
  box.lang = lang;
  box.dir = "auto";
  box.showPopover();
  place(link);
  link.setAttribute("aria-describedby", box.id);
  return true;
}

/** Below the link, or above it where there is no room. */
function place(link: HTMLAnchorElement): void {
  const { left, right, top, bottom } = link.getClientRects()[0] ?? link.getBoundingClientRect();
  const { offsetWidth: width, offsetHeight: height } = box;
  const isRtl = getComputedStyle(link).direction === "rtl";
  const most = document.documentElement.clientWidth - width - GAP;
  const below = bottom + GAP;
  box.style.left = `${Math.max(GAP, Math.min(isRtl ? right - width : left, most))}px`;
  box.style.top = `${below + height > innerHeight && top > height + GAP ? top - height - GAP : below}px`;
}

async function previewOf({ href, hash, pathname }: HTMLAnchorElement): Promise<Preview | undefined> {
  const address = href.split("#", 1)[0] ?? "";
  const page = pathname === location.pathname ? document : await pageAt(address);
  if (!page) return undefined;
  const { lang } = page.documentElement;
  if (!hash) {
    const summary = page.querySelector("main .p-summary") ?? page.querySelector(".prose p");
    return { title: textOf(page.querySelector("h1")), text: textOf(summary), lang };
  }
  const named = page.getElementById(decodeURIComponent(hash.slice(1)));
  if (!named) return undefined;
  if (/^H\d$/.test(named.tagName)) {
    const below = named.nextElementSibling;
    return { title: textOf(named), text: below?.tagName === "P" ? textOf(below) : "", lang };
  }
  const caption = named.querySelector("figcaption, caption");
  const described = named.tagName === "DT" ? named.nextElementSibling : (caption ?? named);
  return { title: named.tagName === "DT" ? textOf(named) : "", text: textOf(described), lang };
}

function pageAt(address: string): Promise<Document | undefined> {
  const known = pages.get(address);
  if (known) return known;
  const asked = fetch(address)
    .then(async (answer) =>
      answer.ok ? new DOMParser().parseFromString(withoutStyles(await answer.text()), "text/html") : undefined,
    )
    .catch(() => undefined);
  pages.set(address, asked);
  return asked;
}

/** Which would be another page's, and which this one's policy does not know. */
function withoutStyles(html: string): string {
  return html.replace(/<style[\s\S]*?<\/style>/g, "");
}

/** Without what only helps to get back, and no longer than is read at a glance. */
function textOf(element: Element | null | undefined): string {
  const copy = element?.cloneNode(true);
  if (!(copy instanceof Element)) return "";
  for (const back of copy.querySelectorAll("[role=doc-backlink], sup, details")) back.remove();
  const text = copy.textContent.replace(/\s+/g, " ").trim();
  return text.length <= MOST_LETTERS ? text : `${text.slice(0, MOST_LETTERS).replace(/\s\S*$/, "")}…`;
}
