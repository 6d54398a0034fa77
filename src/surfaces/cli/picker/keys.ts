/** A key as it was typed: text that goes into a field, or a key with a name. */
export type Key = { text: string } | { name: KeyName };

export type KeyName =
  | "up"
  | "down"
  | "page-up"
  | "page-down"
  | "home"
  | "end"
  | "enter"
  | "escape"
  | "tab"
  | "backspace"
  | "clear"
  | "half-down"
  | "suspend"
  | "word-back"
  | "interrupt";

// xterm and VT220 differ in Home and End; application mode sends O for [
const sequences = named({
  "[A": "up",
  "[B": "down",
  OA: "up",
  OB: "down",
  "[5~": "page-up",
  "[6~": "page-down",
  "[H": "home",
  "[F": "end",
  OH: "home",
  OF: "end",
  "[1~": "home",
  "[4~": "end",
  "[Z": "tab",
});

const controls = named({
  "\u0003": "interrupt",
  "\u0004": "half-down",
  "\b": "backspace",
  "\t": "tab",
  "\n": "enter",
  "\u000e": "down",
  "\u0010": "up",
  "\r": "enter",
  "\u0015": "clear",
  "\u0017": "word-back",
  "\u001a": "suspend",
  "\u007f": "backspace",
});

// CSI with its parameters, SS3, or Alt with a key
const sequence = /^\u001b(\[[0-?]*[ -/]*[@-~]|O[A-Z]|[^[O\u001b])/;

function named(keys: Record<string, KeyName>): ReadonlyMap<string, KeyName> {
  return new Map(Object.entries(keys));
}

/** Keys of what a terminal sent, and the beginning of a sequence whose end is still to come. */
export function readKeys(sent: string): { keys: Key[]; rest: string } {
  const keys: Key[] = [];
  let rest = sent;
  while (rest !== "") {
    if (rest.startsWith("\u001b")) {
      const [whole, body = ""] = sequence.exec(rest) ?? [];
      if (whole === undefined && isBeginning(rest)) return { keys, rest };
      const name = whole === undefined ? "escape" : sequences.get(body);
      // a key that means nothing here is swallowed whole
      if (name !== undefined) keys.push({ name });
      rest = rest.slice(whole?.length ?? 1);
      continue;
    }
    const [character = ""] = rest;
    const name = controls.get(character);
    if (name !== undefined) keys.push({ name });
    else if (character >= " " && !/[\u0080-\u009f]/.test(character)) keys.push({ text: character });
    rest = rest.slice(character.length);
  }
  return { keys, rest };
}

/** Escape alone is a key, or the beginning of another: time tells. */
function isBeginning(text: string): boolean {
  return /^\u001b(\[[0-?]*[ -/]*|O)?$/.test(text);
}
