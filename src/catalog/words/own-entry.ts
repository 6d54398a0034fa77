/** What a table itself says of a name from outside; `constructor` and its like are found on every object. */
export function ownEntry<Value>(
  table: Readonly<Record<string, Value>>,
  name: string,
): Value | undefined {
  return Object.hasOwn(table, name) ? table[name] : undefined;
}
