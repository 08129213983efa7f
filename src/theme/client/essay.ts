/** What the pages of texts have besides: copy buttons, a mark at the section that is read, timelines to walk through. */
import { offerCopying } from "./copy.ts";
import { followReading } from "./follow-reading.ts";

offerCopying();
followReading();
if (document.querySelector(".timeline")) void import("./walk-timelines.ts").then(({ offerWalks }) => offerWalks());
