const written = /^a?(?:(\d+)x)?(\d+(?:\.\d+)?)([btm])$/;

/** A size in billions: 480b → 480, 1t → 1000, 86m → 0.086, 8x22b → 176, a35b → 35. Null for what is none: 128e, 0b. */
export function billionsOf(word: string): number | null {
  const match = written.exec(word);
  if (match === null) return null;
  const [, times = "1", number, unit] = match;
  const millions = unit === "m" ? 1 : unit === "t" ? 1_000_000 : 1000;
  const size = (Number(times) * Number(number) * millions) / 1000;
  return size > 0 && Number.isFinite(size) ? size : null;
}
