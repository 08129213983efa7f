import type { VNode } from "preact";
import type { Temporal } from "temporal-polyfill";
import { dayOf } from "../../content/date.ts";
import { longDate, shortDate } from "../format.ts";

interface Props {
  moment: Temporal.ZonedDateTime;
  language: string;
  short?: boolean;
  /** The microformats2 property that it is, such as `dt-published`. */
  property?: string;
}

/** A day for people, with its machine-readable form. */
export function Time({ moment, language, short = false, property }: Props): VNode {
  const text = short ? shortDate(moment, language) : longDate(moment, language);
  return (
    <time class={property} dateTime={dayOf(moment)}>
      {text}
    </time>
  );
}
