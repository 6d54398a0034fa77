const escape = "\u001b";

/** `[from, to]` → every character between. */
function range(from: number, to = from): string[] {
  return Array.from({ length: to - from + 1 }, (_, at) => String.fromCodePoint(from + at));
}

/** Swallow what follows them, so each of them needs a text of its own. */
const stringCommands = /[\u001b\u0090\u0098\u009d-\u009f]/;

/** What no text may hold where it is drawn, written down apart from the code. */
const everyControl: readonly string[] = [
  ...range(0x00, 0x1f),
  ...range(0x7f, 0x9f),
  ...range(0xad),
  ...range(0x61c),
  ...range(0x200b, 0x200f),
  ...range(0x2028, 0x202e),
  ...range(0x2060, 0x206f),
  ...range(0xfeff),
  ...range(0xfff9, 0xfffb),
  ...range(0xe0001),
  ...range(0xe0020, 0xe0022),
];

/** Line feeds are ours to set: what forges them is looked for by the word behind them. */
export const uncleaned = new RegExp(
  `[${everyControl.filter((one) => one !== "\n").join("")}]|\\p{Cs}`,
  "u",
);

/** At the beginning of a line stands what ModelForge says, never what a catalog says. */
export const forged = /^FORGED/m;

/** Texts that do harm, each in its own way. None holds a slash: ids of providers must not. */
export const payloads: Readonly<Record<string, string>> = {
  "every control character": everyControl
    .filter((one) => !stringCommands.test(one))
    .map((one) => `${one}.`)
    .join(""),
  "sequences that move and paint": `${escape}[2J${escape}[31mred${escape}[1;1H${escape}c${escape}7\u009b2K\u009b8m`,
  "window titles, the clipboard, links": `${escape}]0;title\u0007${escape}]52;c;ZXZpbA==\u0007${escape}]8;;mailto:a${escape}\\b\u009d52;c;eA==\u009c`,
  "device control and messages": `${escape}Pq#0${escape}\\${escape}_a${escape}\\${escape}^b${escape}\\${escape}Xc${escape}\\\u0090d\u009c\u0098e\u009c\u009ef\u009c\u009fg\u009c`,
  "sequences without an end": `a${escape}]52;c;eA==`,
  "strings that only begin": `${escape}Pa${escape}_b${escape}^c${escape}Xd\u0090e\u0098f\u009dg\u009eh\u009f`,
  "a sequence from one text to the next": `\u0007\u009c${escape}]52;c;`,
  "what is joined by taking out": `${escape}${escape}[[2J${escape}\u0007[2J\u009b\u009b2J${escape}\u202e]0;x`,
  "lines of its own": "\r\nFORGED\nFORGED\u2028FORGED\u0085FORGED\u000bFORGED\u000cFORGED\n",
  "halves and joiners": "\ud83d.\ude00.\u200d\u200c\u200d.\u00ad",
  "a shell": `${escape}'; FORGED $(FORGED) \`FORGED\` " \\`,
};
