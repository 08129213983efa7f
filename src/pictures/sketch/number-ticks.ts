/** The ticks of an axis of numbers, and how its numbers are written. */

/** Steps of 1, 2 and 5 and their tenfolds: the shortest of which no more than `most` fit. */
export function numberStep(from: number, to: number, most: number): number {
  const least = (to - from) / Math.max(1, most);
  const power = 10 ** Math.floor(Math.log10(least));
  const factor = [1, 2, 5, 10].find((each) => each * power >= least * (1 - 1e-9)) ?? 10;
  return factor * power;
}

/** Multiples of a step between two numbers, both counted in. */
export function numberTicks(from: number, to: number, step: number): number[] {
  const first = Math.ceil(from / step - 1e-9);
  const last = Math.floor(to / step + 1e-9);
  return Array.from({ length: Math.min(1000, last - first + 1) }, (_, index) => tidy((first + index) * step));
}

/** Without the traces of binary fractions. */
function tidy(value: number): number {
  return Number(value.toPrecision(12)) + 0;
}

/** Powers of ten: if there are many, every n-th; if there are few, their doubles and fivefolds as well. */
export function logTicks(from: number, to: number, most: number): number[] {
  const [first, last] = [Math.floor(Math.log10(from) + 1e-9), Math.ceil(Math.log10(to) - 1e-9)];
  const every = Math.max(1, Math.ceil((last - first + 1) / (most + 1)));
  const factors = last - first <= 2 ? [1, 2, 5] : [1];
  const powers = Array.from({ length: Math.floor((last - first) / every) + 1 }, (_, index) => first + index * every);
  return powers
    .flatMap((power) => factors.map((factor) => Number(`${factor}e${power}`)))
    .filter((tick) => tick >= from * (1 - 1e-9) && tick <= to * (1 + 1e-9));
}

/** An axis that begins and ends at a mark. */
export function niceDomain(from: number, to: number, most: number): [number, number] {
  const step = numberStep(from, to, most);
  return [tidy(Math.floor(from / step + 1e-9) * step), tidy(Math.ceil(to / step - 1e-9) * step)];
}

/** The same for a log scale: whole powers where it is long, else their doubles and fivefolds. */
export function niceLogDomain(from: number, to: number): [number, number] {
  const isLong = Math.log10(to / from) > 2;
  const factors = isLong ? [1, 10] : [1, 2, 5, 10];
  const power = (value: number) => 10 ** Math.floor(Math.log10(value) + 1e-9);
  const [low, high] = [power(from), power(to)];
  const below = factors.findLast((factor) => factor * low <= from * (1 + 1e-9)) ?? 1;
  const above = factors.find((factor) => factor * high >= to * (1 - 1e-9)) ?? 10;
  const [start, end] = [below * low, above * high];
  return start < end ? [start, end] : [start, start * 10];
}

/** Writes numbers of one axis alike; years stay years, since four digits are not grouped where none has more. */
export function numberWriter(
  values: readonly number[],
  unit: string | undefined,
  locale: string,
): (value: number) => string {
  const most = Math.max(...values.map(Math.abs));
  const decimals = Math.min(8, Math.max(0, ...values.map(decimalsIn)));
  const isPercent = unit === "%";
  const isHuge = most >= 1e6;
  const isTiny = most > 0 && most < 1e-6;
  const format = new Intl.NumberFormat(locale, {
    useGrouping: most >= 10_000,
    ...(isPercent && { style: "unit", unit: "percent" }),
    ...(isHuge && { notation: "compact", maximumSignificantDigits: 4 }),
    ...(isTiny && { notation: "scientific", maximumSignificantDigits: 3 }),
    ...(!isHuge && !isTiny && { maximumFractionDigits: decimals, minimumFractionDigits: 0 }),
  });
  // A minus sign as wide as the digits, as numbers have it on a page.
  return (value) => format.format(value).replace(/^-/, "−");
}

function decimalsIn(value: number): number {
  const [, fraction = "", exponent = "0"] = /^-?\d+(?:\.(\d+))?(?:e([+-]\d+))?$/.exec(String(value)) ?? [];
  return Math.max(0, fraction.length - Number(exponent));
}
