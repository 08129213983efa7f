/** The names of a constant table's rows, in their order. */
export function namesOf<Name extends string>(table: Readonly<Record<Name, unknown>>): Name[] {
  // `Object.keys` takes any object, and so knows no more than that they are texts.
  return Object.keys(table) as Name[];
}
