/** The script of essays and other texts: copy buttons, the current section in the contents, timelines to step through. */
import { offerCopying } from "./copy.ts";
import { followReading } from "./follow-reading.ts";
import { loadStyles } from "./load-styles.ts";

declare const ESSAY_STYLES: string;
/** Whether the site's pages run their samples. */
declare const RUNS: boolean;

followReading();
const styled = loadStyles(ESSAY_STYLES);
const copied = styled.then(offerCopying);
// Inline, so that the compiler drops the import on sites without it.
if (RUNS) void Promise.all([import("./run.ts"), copied]).then(([{ offerRunning }]) => offerRunning());
if (document.querySelector(".timeline")) void offerWalks();

async function offerWalks(): Promise<void> {
  const [walks] = await Promise.all([import("./walk-timelines.ts"), styled]);
  walks.offerWalks();
}
