#!/usr/bin/env bash
# happy-dom 21.0.4 (the quick DOM of many tests): insertAdjacentHTML("afterend" or "afterbegin") inserts the last element first.
#
# Expected: what is inserted stands in the order in which it is written, at each of the four places, as in browsers and in
#           jsdom.
# Observed: "beforebegin" and "beforeend" are right. At "afterbegin" and "afterend" each node goes in front of the one before:
#           <i>1</i>t<i>2</i> becomes <i>2</i>t<i>1</i>. A list that is filled page by page, or a toolbar, is back to front in
#           the test alone, and a test that was made to pass is wrong in browsers. querySelector("div b") within an element
#           finds nothing where div is outside of it, which browsers count in.
# So:       environment: "jsdom" for tests of markup that is put together so; or append() of nodes.
set -euo pipefail
dir=$(mktemp -d); trap 'rm -rf "$dir"' EXIT; chmod 755 "$dir"; cd "$dir"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund happy-dom@21.0.4 jsdom@26.1.0
cat > run.mjs <<'JS'
import { Window } from "happy-dom";
import { JSDOM } from "jsdom";

const page = "<!doctype html><html><body><div><p><b>a</b></p></div></body></html>";
const documents = {
  "happy-dom": () => {
    const window = new Window();
    window.document.write(page);
    return window.document;
  },
  jsdom: () => new JSDOM(page).window.document,
};
const seen = {};
for (const [name, open] of Object.entries(documents)) {
  seen[name] = {};
  for (const place of ["beforebegin", "afterbegin", "beforeend", "afterend"]) {
    const document = open();
    document.querySelector("p").insertAdjacentHTML(place, "<i>1</i><i>2</i>");
    seen[name][place] = [...document.querySelectorAll("i")].map((it) => it.textContent).join(" ");
  }
  const document = open();
  seen[name]["div b in p"] = document.querySelector("p").querySelectorAll("div b").length;
}
console.table(seen);
const row = (name) => Object.values(seen[name]).join();
const asDescribed = row("happy-dom") === "1 2,2 1,1 2,2 1,0" && row("jsdom") === "1 2,1 2,1 2,1 2,1";
console.log(asDescribed ? "As described." : "Changed.");
process.exit(asDescribed ? 0 : 1);
JS
node run.mjs
