import { z } from "zod";

/** The whole address of a page or a file of any site. */
export const WebAddress = z.url({ protocol: /^https?$/, error: "must be an address such as https://example.org/" });
