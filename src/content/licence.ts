/** Under which terms a site's texts may be used. */
import { z } from "zod";
import { Text } from "./text/text.ts";
import { WebAddress } from "./web-address.ts";

export const Licence = z.strictObject({
  /** Such as `CC BY 4.0`. */
  name: Text,
  /** Where its terms are: `https://creativecommons.org/licenses/by/4.0/`. */
  url: WebAddress,
});
export type Licence = z.infer<typeof Licence>;
