let names = 0;

/** `4711-1-x3k9q2`: for temporary names that cannot meet, not even those of a killed process with the same number. */
export function uniqueName(): string {
  names += 1;
  return `${process.pid}-${names}-${Math.random().toString(36).slice(2, 8)}`;
}
