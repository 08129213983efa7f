import { defineTokens } from "wellformed/theme";

export default defineTokens({
  colours: {
    paper: { light: "#f4f6f8", dark: "#12161b" },
    ink: { light: "#16202b", dark: "#dbe3ec" },
    quiet: { light: "#52606f", dark: "#9aa8b7" },
    rule: { light: "#d3dbe3", dark: "#2c3641" },
    wash: { light: "#ffffff", dark: "#1a2027" },
    accent: "#1355b8",
  },
  faces: { text: { system: 'system-ui, "Segoe UI", Roboto, "Helvetica Neue", sans-serif' } },
  measure: 38,
  scale: 1.22,
  size: 0.94,
});
