interface Form {
  /** Whether it is of this form, be it damaged: a few bytes that are others leave enough of it. */
  is(text: string): boolean;
  /** How one begins: all there is of a file that was cut short. */
  begins: readonly string[];
}

const sealedMark =
  /"fetchedAt":"\d{4}-\d\d-|"generation":"[0-9a-f]{16}-|"digest":"sha256:[0-9a-f]{16}|\}\n[0-9a-f]{8}\n$/;

const sealed: Form = {
  is: (text) => sealedMark.test(text),
  begins: ['{"fetchedAt":"', '{"generation":"', '{"prepared":', '{"digest":"'],
};

/** Files whose name anybody might choose, and what shows that they are ours. */
const forms: ReadonlyMap<string, Form> = new Map<string, Form>([
  ["current.json", sealed],
  ["manifest.json", sealed],
  [
    "answers",
    { is: (text) => text.replaceAll(/[HMS]/g, "").length * 2 <= text.length, begins: [] },
  ],
  [
    "last-refresh.json",
    { is: (text) => /"at":"\d{4}-|"state":"|"error":/.test(text), begins: ['{"at":"'] },
  ],
  ["query-salt", { is: (text) => /^[0-9a-f]{1,32}$|[0-9a-f]{16}/.test(text), begins: [] }],
]);

/** Whether a file that bears one of these names is ours by what it holds; one that is empty shows nothing. */
export function isInForm(name: string, bytes: Uint8Array): boolean {
  return forms.get(name)?.is(textOf(bytes)) === true;
}

/** Whether it may be: a crash leaves nothing, the beginning, or zeros. Of other names nothing but the name can tell. */
export function mayBeOurs(name: string, bytes: Uint8Array): boolean {
  const form = forms.get(name);
  if (form === undefined || bytes.every((byte) => byte === 0)) return true;
  const text = textOf(bytes);
  return (
    form.is(text) || form.begins.some((start) => start.startsWith(text) || text.startsWith(start))
  );
}

function textOf(bytes: Uint8Array): string {
  return new TextDecoder().decode(bytes);
}
