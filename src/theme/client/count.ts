/**
 * Tells the site's counter that a page is read, in the counter's own words (https://www.goatcounter.com/help/pixel,
 * https://plausible.io/docs/events-api). No cookie is set and nothing is kept here; who asks not to be tracked is not counted.
 */
const [kind = "", address = "", domain = ""] = (document.documentElement.dataset["count"] ?? "").split(" ");
const asksNotTo = "globalPrivacyControl" in navigator && navigator.globalPrivacyControl === true;
/** A machine's own names and addresses have no dot, or end in `.local` or what begins so, or are of its own network. */
const isLocal = /^[^.]*$|\.local|^127\./.test(location.hostname);

if (address && !asksNotTo && navigator.doNotTrack !== "1" && !isLocal) {
  // Of where a reader comes from, the host.
  const referrer = URL.canParse(document.referrer) ? new URL(document.referrer).origin : "";
  const from = referrer === location.origin ? "" : referrer;
  const options: RequestInit = { mode: "no-cors", credentials: "omit", keepalive: true, referrerPolicy: "no-referrer" };
  if (kind === "goatcounter") {
    const asked = new URL(address);
    const said = { p: location.pathname, t: document.title, r: from, rnd: Math.random().toString(36).slice(2, 7) };
    for (const [name, value] of Object.entries(said)) asked.searchParams.set(name, value);
    void fetch(asked, options).catch(() => {});
  } else {
    const url = location.origin + location.pathname;
    const body = JSON.stringify({ name: "pageview", domain, url, referrer: from });
    void fetch(address, { ...options, method: "POST", body }).catch(() => {});
  }
}

export {};
