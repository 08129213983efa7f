import { z } from "zod";

/** The whole address of a page that is served encrypted, as those of services and of a post's copies are. */
export const HttpsAddress = z.url({
  protocol: /^https$/,
  error: "must be an address such as https://social.example/@ada/112233445566778899",
});
