/** Loads the comments of a page once a reader asks for them; until then, GitHub learns of no reader. */
import { make } from "./element.ts";

/** Under which giscus keeps who has signed in; it comes back from there with it in the address. */
const SESSION = "giscus-session";

const place = document.querySelector<HTMLElement>("[data-discussion]");
const link = place?.querySelector("a");
const here = new URL(location.href);
const session = here.searchParams.get("giscus");

link?.addEventListener("click", (event) => {
  if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
  event.preventDefault();
  show();
});
if (session) {
  here.searchParams.delete("giscus");
  history.replaceState(undefined, "", here);
  store(JSON.stringify(session));
  show();
}

function show(): void {
  if (!place) return;
  const address = new URL(place.dataset["discussion"] ?? "");
  const page = here.origin + here.pathname + here.search;
  const about = {
    origin: `${page}#${place.id}`,
    session: session ?? kept(),
    theme: document.documentElement.dataset["theme"] ?? "preferred_color_scheme",
    reactionsEnabled: "1",
    emitMetadata: "0",
    inputPosition: "bottom",
    strict: "1",
    description: document.querySelector<HTMLMetaElement>("meta[name=description]")?.content ?? "",
    backLink: page,
    // As giscus does it by itself.
    term: here.pathname.length < 2 ? "index" : here.pathname.slice(1),
  };
  for (const [name, value] of Object.entries(about)) address.searchParams.set(name, value);
  const frame = make("iframe", { src: address.href, title: link?.textContent ?? "", allow: "clipboard-write" });
  addEventListener("message", ({ origin, source, data }) => {
    if (origin !== address.origin || source !== frame.contentWindow) return;
    const said: unknown = typeof data === "object" && data ? data.giscus : undefined;
    if (typeof said !== "object" || !said) return;
    if ("resizeHeight" in said) frame.style.blockSize = `${Number(said.resizeHeight) || 0}px`;
    if ("signOut" in said || "error" in said) store(undefined);
  });
  place.replaceChildren(frame);
}

function kept(): string {
  try {
    return JSON.parse(localStorage.getItem(SESSION) ?? '""');
  } catch {
    return "";
  }
}

function store(value: string | undefined): void {
  try {
    if (value === undefined) localStorage.removeItem(SESSION);
    else localStorage.setItem(SESSION, value);
  } catch {
    // Storage is closed to this page: one signs in again.
  }
}
