/** Reads a Gantt chart as Mermaid 11 does (its grammar is `gantt.jison`), a task a line. */
import { didYouMean } from "../../content/problems/nearest-name.ts";
import { type DateFormat, dateFormat } from "./date-format.ts";
import { GanttSchedule, type TaskTimes, type WrittenTask } from "./gantt-schedule.ts";
import { DAYS, DaysOff } from "./gantt-time.ts";
import type { Gantt, GanttAxis, GanttTask, Label, TickUnit } from "./model.ts";
import { type Reader, shortened } from "./reader.ts";
import { type Line, withEntities } from "./source.ts";
import { unknownFormatIn } from "./time-format.ts";

export const GANTT_HEADER = /^gantt$/;

const TAGS = ["active", "done", "crit", "milestone", "vert"];
const SETTING_NAMES = [
  ...["dateFormat", "axisFormat", "tickInterval", "section", "excludes", "includes"],
  ...["weekday", "weekend", "inclusiveEndDates", "topAxis", "todayMarker"],
];
const SETTING = new RegExp(`^(${SETTING_NAMES.join("|")})(?:\\s+(.*))?$`, "i");
const UNITS = ["millisecond", "second", "minute", "hour", "day", "week", "month"] as const satisfies TickUnit[];
const USUAL_FORMAT = "YYYY-MM-DD";
const MOST_TASKS = 200;
const REFUSED: [pattern: RegExp, message: string, hint: string][] = [
  [
    /^todayMarker\s+(?!off$)/i,
    "marks the day of today",
    "a page is built once; write todayMarker off, or leave it out",
  ],
  [/^(click|href|call)\s/i, "has a link", "a diagram has no links; write them in the text"],
];

export function readGantt(_header: RegExpExecArray, at: number, lines: Line[], reader: Reader): Gantt {
  return new GanttReader(at, reader).read(lines);
}

class GanttReader {
  readonly #reader: Reader;
  readonly #at: number;
  readonly #tasks: WrittenTask[] = [];
  readonly #ids = new Set<string>();
  readonly #axis: GanttAxis = { isAtTop: false, weekStart: 0, isTimeOfDay: false };
  #format: DateFormat;
  #daysOff: DaysOff;
  #section: Label = [];
  #endsAreInclusive = false;

  constructor(at: number, reader: Reader) {
    this.#at = at;
    this.#reader = reader;
    this.#format = this.#usualFormat();
    this.#daysOff = new DaysOff(this.#format);
  }

  read(lines: Line[]): Gantt {
    // Settings apply to all tasks, also to those above them.
    const rest = lines.filter((line) => !this.#readFormat(line));
    this.#daysOff = new DaysOff(this.#format);
    for (const line of rest) this.#statement(line);
    if (this.#tasks.length > MOST_TASKS) {
      const { line } = this.#tasks[MOST_TASKS] ?? { line: this.#at };
      this.#reader.refuse(line, `has the task that is one more than ${MOST_TASKS}`, "divide the chart");
      return { kind: "gantt", tasks: [], daysOff: [], axis: this.#axis };
    }
    const settings = { format: this.#format, daysOff: this.#daysOff, endsAreInclusive: this.#endsAreInclusive };
    const schedule = new GanttSchedule(this.#tasks, settings, this.#reader);
    const tasks = this.#tasks.flatMap((written, index) => {
      const times = schedule.timesOf(index);
      return times ? [taskOf(written, times)] : [];
    });
    this.#axis.isTimeOfDay = this.#format.isTimeOfDay;
    const from = Math.min(...tasks.map((task) => task.from));
    const to = Math.max(...tasks.map((task) => task.to));
    const daysOff = tasks.length > 0 ? this.#daysOff.between(from, to) : [];
    return { kind: "gantt", tasks, daysOff, axis: this.#axis };
  }

  #usualFormat(): DateFormat {
    const format = dateFormat(USUAL_FORMAT);
    if (!format) throw new Error(`${USUAL_FORMAT} is no format`);
    return format;
  }

  #readFormat({ text, line }: Line): boolean {
    const written = /^dateFormat\s+(.+)$/i.exec(text)?.[1];
    if (written === undefined) return false;
    const format = dateFormat(written.trim());
    if (format) this.#format = format;
    else {
      const hint = "YYYY, YY, MM, M, DD, D, HH, H, mm, m, ss, s, SSS, X and x are read, and a day needs its year";
      this.#reader.refuse(line, `has dates like "${shortened(written)}", which can't be read`, hint);
    }
    return true;
  }

  #statement(line: Line): void {
    const { text } = line;
    const refused = REFUSED.find(([pattern]) => pattern.test(text));
    if (refused) this.#reader.refuse(line.line, refused[1], refused[2]);
    else if (!this.#reader.refusesTitle(line) && !this.#setting(line)) this.#task(line);
  }

  /** True for a setting of the chart; no task's name can begin with such a word. */
  #setting({ text, line }: Line): boolean {
    const [, word = "", value = ""] = SETTING.exec(text) ?? [];
    switch (word.toLowerCase()) {
      case "section":
        this.#section = this.#reader.label(value, line);
        if (value === "") this.#reader.refuse(line, "has a section without a name", "write it behind: section Design");
        return true;
      case "excludes":
      case "includes":
        this.#readDays(word.toLowerCase() === "excludes" ? "excludes" : "includes", value, line);
        return true;
      case "inclusiveenddates":
        this.#endsAreInclusive = true;
        return true;
      case "topaxis":
        this.#axis.isAtTop = true;
        return true;
      case "axisformat":
        this.#readAxisFormat(value, line);
        return true;
      case "tickinterval":
        this.#readTicks(value, line);
        return true;
      case "weekday":
      case "weekend":
        return this.#readWeek(word.toLowerCase(), value.toLowerCase(), line);
      default:
        // `todayMarker off`, as any other is refused.
        return word !== "";
    }
  }

  #readDays(kind: "excludes" | "includes", value: string, line: number): void {
    const unknown = this.#daysOff.add(kind, value);
    if (unknown === undefined) return;
    const known = ["weekends", ...DAYS];
    const hint =
      didYouMean(unknown, known) ?? `weekends, monday and the others, and dates like ${this.#format.text} are`;
    this.#reader.refuse(line, `${kind} "${shortened(unknown)}", which is no day`, hint);
  }

  #readAxisFormat(value: string, line: number): void {
    const unknown = unknownFormatIn(value);
    if (!unknown) this.#axis.format = value;
    else {
      const hint = "%Y %y %m %b %B %d %e %j %a %A %H %I %M %S %L %p %U and %% are";
      this.#reader.refuse(line, `has ${unknown} in its axisFormat, which is not drawn here`, hint);
    }
  }

  #readTicks(value: string, line: number): void {
    const [, count, word] = /^([1-9]\d{0,3})(\w+)$/.exec(value) ?? [];
    const unit = UNITS.find((each) => each === word);
    if (count && unit) this.#axis.every = { count: Number(count), unit };
    else this.#reader.refuse(line, `has ticks every "${shortened(value)}"`, "write a number and a unit: 1week");
  }

  #readWeek(word: string, value: string, line: number): boolean {
    if (value.includes(":")) return false;
    const days = word === "weekend" ? ["friday", "saturday"] : DAYS;
    if (!days.includes(value)) {
      this.#reader.refuse(
        line,
        `has a ${word} of "${shortened(value)}"`,
        didYouMean(value, days) ?? `${days.join(", ")} are read`,
      );
    } else if (word === "weekend") this.#daysOff.weekendStart = value;
    else this.#axis.weekStart = DAYS.indexOf(value);
    return true;
  }

  #task({ text, line }: Line): void {
    const [, name = "", data] = /^([^:]+):(.*)$/s.exec(text) ?? [];
    const shown = shortened(withEntities(text));
    if (data === undefined) {
      const hint = didYouMean(text.split(" ")[0] ?? "", SETTING_NAMES) ?? "write a task as Name : 2024-05-01, 3d";
      this.#reader.refuse(line, `"${shown}" is no line of a Gantt chart`, hint);
      return;
    }
    const cut = /[#;]/.exec(data)?.[0];
    if (cut) {
      this.#reader.refuse(
        line,
        `has a ${cut} behind which Mermaid reads nothing`,
        "leave it out; a comment is a line that begins with %%",
      );
      return;
    }
    const parts = data.split(",").map((part) => part.trim());
    const tags = new Set<string>();
    while (TAGS.includes(parts[0] ?? "")) tags.add(parts.shift() ?? "");
    if (parts.length === 0 || parts.length > 3 || parts.some((part) => part === "")) {
      const hint = "write its tags, its name, its start and its end: done, a, 2024-05-01, 3d";
      this.#reader.refuse(line, `has a task that can't be read: "${shown}"`, hint);
      return;
    }
    const [end = "", start, id] = parts.toReversed();
    if (id !== undefined && !/^[\w-]+$/.test(id)) {
      this.#reader.refuse(
        line,
        `has a task whose name can't be read: "${shortened(id)}"`,
        `write one word, and tags before it: ${TAGS.join(", ")}`,
      );
      return;
    }
    if (id !== undefined && this.#ids.has(id))
      this.#reader.refuse(line, `has a second task "${id}"`, "give each a name of its own");
    if (id !== undefined) this.#ids.add(id);
    this.#tasks.push({ section: this.#section, label: this.#reader.label(name, line), id, start, end, tags, line });
  }
}

function taskOf({ section, label, tags }: WrittenTask, times: TaskTimes): GanttTask {
  return {
    section,
    label,
    ...times,
    isDone: tags.has("done"),
    isActive: tags.has("active"),
    isCritical: tags.has("crit"),
    mark: tags.has("vert") ? "line" : tags.has("milestone") ? "milestone" : "bar",
  };
}
