/** Our theme, with files that no page reads. */
import { NO_DIRECTIVES } from "../../src/looks/own-directives.ts";
import type { SiteTheme } from "../../src/looks/site-theme.ts";
import { Typeface } from "../../src/pictures/typeface.ts";
import { readTextFonts } from "../../src/theme/assets.ts";
import { defaultTheme } from "../../src/theme/theme.ts";
import { OWN_PALETTE } from "../../src/theme/tokens/palette.ts";

const typeface = new Typeface(await readTextFonts());

export const TINY_THEME: SiteTheme = {
  ...defaultTheme({
    styleSheets: [],
    printStyles: "/assets/print.css",
    inlineScript: "",
    scripts: [{ path: "/assets/site.js", needed: /^/ }],
    runWorker: undefined,
    searchWorker: "/assets/search-worker.js",
    textFont: "/assets/font.woff2",
    icon: "/assets/icon.svg",
    paper: OWN_PALETTE.paper,
    files: [],
  }),
  typeface,
  shareTypeface: typeface,
  palette: OWN_PALETTE,
  directives: NO_DIRECTIVES,
  classes: { theme: [], engine: [] },
  styleFile: undefined,
  advice: [],
  inputs: [],
  problemOf: () => undefined,
};
