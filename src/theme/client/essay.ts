/** What the pages of texts have besides: copy buttons, and in the contents a mark at the section that is read. */
import { offerCopying } from "./copy.ts";
import { followReading } from "./follow-reading.ts";

offerCopying();
followReading();
