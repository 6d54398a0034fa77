/**
 * The inside of objects and lists of JSON by RFC 8259 as a table: what follows on a state and a byte, another state or a
 * step, which is more than any of them. Bytes beyond ASCII pass within texts; whether all is UTF-8 is for others to know.
 */
export const Step = {
  objectOpens: 128,
  listOpens: 129,
  objectCloses: 130,
  listCloses: 131,
  wrong: 132,
} as const;

/** States within an object; the same within a list are `inList` more. */
export const State = { first: 0, after: 1 } as const;
export const inList = 40;

const [value, name, inName, colon, inText] = [2, 3, 4, 5, 6];
// behind a backslash, and each of the four digits behind \u
const [nameEscape, textEscape] = [7, 12];
const [minus, zero, integer, point, fraction, exponent, sign, power] = [
  17, 18, 19, 20, 21, 22, 23, 24,
];
const words = 25;

/** `table[(state << 8) | byte]`. */
export const table = new Uint8Array((2 * inList) << 8).fill(Step.wrong);

const nonZero = "123456789";
const digits = `0${nonZero}`;
const spaces = "\t\n\r ";

for (const context of [0, inList]) {
  const on = (state: number, bytes: string, next: number): void => {
    const to = next < Step.objectOpens ? context + next : next;
    for (const byte of bytes) table[((context + state) << 8) | byte.charCodeAt(0)] = to;
  };
  const beginValue = (state: number): void => {
    on(state, spaces, state);
    on(state, '"', inText);
    on(state, "{", Step.objectOpens);
    on(state, "[", Step.listOpens);
    on(state, "-", minus);
    on(state, "0", zero);
    on(state, nonZero, integer);
    let next = words;
    for (const word of ["true", "false", "null"]) {
      on(state, word.charAt(0), next);
      for (let at = 1; at < word.length; at += 1, next += 1) {
        on(next, word.charAt(at), at === word.length - 1 ? State.after : next + 1);
      }
    }
  };
  const passText = (state: number, escape: number, ended: number): void => {
    const row = (context + state) << 8;
    table.fill(context + state, row | 0x20, row + 0x1_00);
    on(state, '"', ended);
    on(state, "\\", escape);
    on(escape, '"\\/bfnrt', state);
    on(escape, "u", escape + 1);
    for (let digit = 1; digit <= 4; digit += 1) {
      on(escape + digit, `${digits}abcdefABCDEF`, digit === 4 ? state : escape + digit + 1);
    }
  };

  beginValue(value);
  passText(inText, textEscape, State.after);
  if (context === inList) {
    beginValue(State.first);
    on(State.first, "]", Step.listCloses);
  } else {
    on(State.first, "}", Step.objectCloses);
    for (const state of [State.first, name]) {
      on(state, spaces, state);
      on(state, '"', inName);
    }
    passText(inName, nameEscape, colon);
    on(colon, spaces, colon);
    on(colon, ":", value);
  }
  // a number ends with what comes behind it
  for (const state of [State.after, zero, integer, fraction, power]) {
    on(state, spaces, State.after);
    on(state, ",", context === inList ? value : name);
    if (context === inList) on(state, "]", Step.listCloses);
    else on(state, "}", Step.objectCloses);
  }
  on(minus, "0", zero);
  on(minus, nonZero, integer);
  on(integer, digits, integer);
  for (const state of [zero, integer]) on(state, ".", point);
  for (const state of [point, fraction]) on(state, digits, fraction);
  for (const state of [zero, integer, fraction]) on(state, "eE", exponent);
  on(exponent, "+-", sign);
  for (const state of [exponent, sign, power]) on(state, digits, power);
}
