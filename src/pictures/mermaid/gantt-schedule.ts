/** Computes when the tasks of a Gantt chart begin and end, by their dates and spans and those of tasks that they name. */
import { didYouMean } from "../../content/problems/nearest-name.ts";
import type { DateFormat } from "./date-format.ts";
import { afterSpan, DAY, type DaysOff } from "./gantt-time.ts";
import type { Label } from "./model.ts";
import { type Reader, shortened } from "./reader.ts";
import { withEntities } from "./source.ts";

/** A task as its line has it. */
export interface WrittenTask {
  section: Label;
  label: Label;
  id: string | undefined;
  /** A date, `after a`, or undefined for the end of the task above. */
  start: string | undefined;
  /** A date, a span, or `until a`. */
  end: string;
  tags: Set<string>;
  line: number;
}

export interface TaskTimes {
  from: number;
  to: number;
  shownTo: number;
}

/** The settings of a chart that its times depend on. */
export interface ScheduleSettings {
  format: DateFormat;
  daysOff: DaysOff;
  /** True if a task ends at the end of the date that it names, and not at its beginning. */
  endsAreInclusive: boolean;
}

export class GanttSchedule {
  readonly #tasks: readonly WrittenTask[];
  readonly #settings: ScheduleSettings;
  readonly #reader: Reader;
  /** The index of each task, by its name; the last one counts. */
  readonly #ids: ReadonlyMap<string, number>;
  readonly #times: (TaskTimes | undefined)[] = [];
  /** Tasks whose times are being computed, to find circles. */
  readonly #open = new Set<number>();

  constructor(tasks: readonly WrittenTask[], settings: ScheduleSettings, reader: Reader) {
    this.#tasks = tasks;
    this.#settings = settings;
    this.#reader = reader;
    this.#ids = new Map(tasks.flatMap(({ id }, index) => (id === undefined ? [] : [[id, index] as const])));
  }

  /** Undefined for a task that is refused. */
  timesOf(index: number): TaskTimes | undefined {
    const written = this.#tasks[index];
    if (!written || this.#open.has(index)) return undefined;
    if (index in this.#times) return this.#times[index];
    this.#open.add(index);
    const times = this.#readTimes(written, index);
    this.#open.delete(index);
    this.#times[index] = times;
    return times;
  }

  #readTimes(written: WrittenTask, index: number): TaskTimes | undefined {
    const from = this.#startOf(written, index);
    if (from === undefined) return undefined;
    const end = this.#endOf(written, from);
    if (end === undefined) return undefined;
    if (end.to < from) return this.#reader.refuse(written.line, "has a task that ends before it begins");
    if (end.isDate || this.#settings.daysOff.isEmpty) return { from, to: end.to, shownTo: end.to };
    const stretched = this.#settings.daysOff.stretched(from, end.to);
    if (stretched) return { from, ...stretched };
    return this.#reader.refuse(written.line, "has a task that never ends: all of its days are excluded");
  }

  #startOf({ start, line }: WrittenTask, index: number): number | undefined {
    if (start === undefined) {
      if (index > 0) return this.timesOf(index - 1)?.to;
      return this.#reader.refuse(
        line,
        "has a first task that begins nowhere",
        `write its start: ${this.#settings.format.text}, 3d`,
      );
    }
    const others = this.#others(start, "after", index, line);
    if (others) return others.length > 0 ? Math.max(...others.map(({ to }) => to)) : undefined;
    return this.#settings.format.read(start) ?? this.#noDate(start, line);
  }

  #endOf(written: WrittenTask, from: number): { to: number; isDate: boolean } | undefined {
    const { end, line } = written;
    const others = this.#others(end, "until", this.#tasks.indexOf(written), line);
    if (others) {
      return others.length > 0 ? { to: Math.min(...others.map((other) => other.from)), isDate: true } : undefined;
    }
    const date = this.#settings.format.read(end);
    if (date !== undefined) return { to: date + (this.#settings.endsAreInclusive ? DAY : 0), isDate: true };
    const span = afterSpan(from, end);
    if (span === "part") {
      return this.#reader.refuse(
        line,
        `has a span of "${end}", which Mermaid rounds to whole days`,
        "write it in hours: 36h",
      );
    }
    return span === undefined ? this.#noDate(end, line) : { to: span, isDate: false };
  }

  /** The tasks that `after a b` names; undefined for what is no such thing, none where one is not known. */
  #others(text: string, word: "after" | "until", index: number, line: number): TaskTimes[] | undefined {
    const [, names] = new RegExp(`^${word}\\s+(.+)$`).exec(text) ?? [];
    if (names === undefined) return undefined;
    const times: TaskTimes[] = [];
    for (const name of names.split(" ")) {
      const place = this.#ids.get(name);
      if (place === undefined) {
        const hint = didYouMean(name, this.#ids.keys()) ?? "give that task a name: name, 2024-05-01, 3d";
        this.#reader.refuse(
          line,
          `is ${word} "${shortened(name)}", which is no task; Mermaid takes the day of today`,
          hint,
        );
        return [];
      }
      const other = this.timesOf(place);
      if (!other && this.#open.has(place)) {
        this.#reader.refuse(line, `has tasks that wait for one another: "${name}"`, "give one of them a date");
      }
      if (!other || place === index) return [];
      times.push(other);
    }
    return times;
  }

  #noDate(text: string, line: number): undefined {
    const shown = shortened(withEntities(text));
    return this.#reader.refuse(
      line,
      `has "${shown}", which is no date like ${this.#settings.format.text}, and no span`,
      "write a span as 3d, 12h or 2w",
    );
  }
}
