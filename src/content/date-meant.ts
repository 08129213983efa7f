/** Recognises dates in forms that people and other programs write, to suggest the form that this site reads. */

const MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split(" ");

/** A time after a date: `9:30`, `9:30:15 PM`, and whatever follows. */
const TIME = /^[T,\s]*(?:at\s+)?(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,]\d+)?)?\s*([ap]\.?m\.?)?\s*(.*)$/i;
const OFFSETS: Record<string, string> = {
  z: "Z",
  utc: "Z",
  gmt: "Z",
  est: "-05:00",
  edt: "-04:00",
  pst: "-08:00",
  pdt: "-07:00",
  cet: "+01:00",
  cest: "+02:00",
};

type Parts = [year: string, month: string, day: string, rest: string];

/** The date that was probably meant, in the form to write; undefined where there is none, or more than one: 03/04/2026. */
export function dateMeant(text: string, isDate: (text: string) => boolean): string | undefined {
  const candidates = [...dates(text.trim())].map(written).filter((one) => one !== undefined && isDate(one));
  return new Set(candidates).size === 1 ? candidates[0] : undefined;
}

function* dates(text: string): Generator<Parts> {
  const ymd = /^(\d{4})[-./年]\s?(\d{1,2})[-./月]\s?(\d{1,2})日?(?!\d)\.?(.*)$/s.exec(text);
  if (ymd) yield [ymd[1] ?? "", ymd[2] ?? "", ymd[3] ?? "", ymd[4] ?? ""];
  const packed = /^(\d{4})(\d{2})(\d{2})(?:T?(\d{2})(\d{2})(\d{2})?)?(Z?)$/.exec(text);
  if (packed)
    yield [
      packed[1] ?? "",
      packed[2] ?? "",
      packed[3] ?? "",
      packed[4] ? `T${packed[4]}:${packed[5]}:${packed[6] ?? "00"}${packed[7]}` : "",
    ];
  const short = /^(\d{1,2})([-./])(\d{1,2})\2(\d{4})(?!\d)(.*)$/s.exec(text);
  if (short) {
    const [, first = "", separator, second = "", year = "", rest = ""] = short;
    yield [year, second, first, rest];
    // With dots the day comes first everywhere.
    if (separator !== ".") yield [year, first, second, rest];
  }
  const dayFirst =
    /^(?:[a-z]{3,9}\.?,?\s+)?(\d{1,2})(?:st|nd|rd|th|\.)?[-\s]+([a-z]{3,9})\.?,?[-\s]+(\d{4})(.*)$/is.exec(text);
  if (dayFirst) yield [dayFirst[3] ?? "", monthOf(dayFirst[2]), dayFirst[1] ?? "", dayFirst[4] ?? ""];
  const monthFirst = /^(?:[a-z]{3,9}\.?,?\s+)?([a-z]{3,9})\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})(.*)$/is.exec(
    text,
  );
  if (monthFirst) yield [monthFirst[3] ?? "", monthOf(monthFirst[1]), monthFirst[2] ?? "", monthFirst[4] ?? ""];
}

function monthOf(name = ""): string {
  return String(MONTHS.indexOf(name.slice(0, 3).toLowerCase()) + 1);
}

function written([year, month, day, rest]: Parts): string | undefined {
  const date = `${year}-${twoDigits(month)}-${twoDigits(day)}`;
  if (rest.trim() === "" || /^\s*[Zz]$|^\s*[+-]\d{2}:?\d{2}$/.test(rest)) return date;
  const [, hour = "", minute, second, half, behind = ""] = TIME.exec(rest) ?? [];
  if (!minute) return undefined;
  const offset = offsetOf(behind.trim());
  if (offset === undefined) return undefined;
  const isAfternoon = /^p/i.test(half ?? "");
  const hours = half ? (Number(hour) % 12) + (isAfternoon ? 12 : 0) : Number(hour);
  return `${date}T${twoDigits(String(hours))}:${minute}${second ? `:${second}` : ""}${offset}`;
}

function offsetOf(text: string): string | undefined {
  if (text === "") return "";
  const digits = /^(?:UTC|GMT)?([+-])(\d{1,2}):?(\d{2})?(?:\s.*)?$/i.exec(text);
  if (digits) return `${digits[1]}${twoDigits(digits[2] ?? "")}:${digits[3] ?? "00"}`;
  return OFFSETS[text.toLowerCase().replace(/[()]/g, "")];
}

function twoDigits(number: string): string {
  return number.padStart(2, "0");
}
