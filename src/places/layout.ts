/**
 * Names this tool makes in a directory: plain files, and directories with what is in them.
 * Whatever is not in its layout is somebody else's, and is never touched.
 */
export interface Layout {
  readonly files?: Names;
  readonly directories?: readonly (readonly [names: Names, inside: Layout])[];
  /** Whether a file of that name may be ours by what it holds, asked where nothing but names says that a place is. */
  readonly mayHold?: (name: string, bytes: Uint8Array) => boolean;
  /** Comes and goes with a running process: it takes no room worth counting. */
  readonly isPassing?: true;
}

export type Names = Pick<RegExp, "test">;

/** Parts of names, for layouts: `4711-1-x3k9q2`. */
export const unique = String.raw`\d{1,10}-\d{1,9}-[0-9a-z]{0,6}`;

/** What `files.replace` leaves when it is killed: `current.json.4711-1-x3k9q2.tmp`, in version 0.1.0 without the last part. */
export const temporary = String.raw`\.\d{1,10}-\d{1,9}(?:-[0-9a-z]{0,6})?\.tmp`;

/** Names of that pattern and no others. It is made when it is asked: most commands neither write nor remove. */
export function exactly(pattern: string | (() => string)): Names {
  let made: RegExp | undefined;
  const make = () => new RegExp(`^(?:${typeof pattern === "string" ? pattern : pattern()})$`);
  return { test: (name) => (made ??= make()).test(name) };
}

/** `holder`, and `after-4711-1-x3k9q2` where one process took over from another. */
export const lockLayout: Layout = {
  files: exactly(`(?:holder|after-${unique})(?:-unknown)*`),
  isPassing: true,
};

/** A pattern for one of several names. */
export function oneOf(names: readonly string[]): string {
  return names.map((name) => name.replaceAll(/[^\w-]/g, String.raw`\$&`)).join("|");
}

export function exactlyOneOf(names: readonly string[]): Names {
  return exactly(() => oneOf(names));
}

/** Directories alone: where no name proves a file to be ours. */
export function withoutFiles({ directories = [] }: Layout): Layout {
  return { directories: directories.map(([names, inside]) => [names, withoutFiles(inside)]) };
}

/** What is ours in a directory of that name; undefined where the directory is not ours. */
export function insideOf(layout: Layout, name: string): Layout | undefined {
  const known = layout.directories?.find(([pattern]) => pattern.test(name))?.[1];
  // in the place of a file: damage as long as it is empty
  return known ?? (layout.files?.test(name) === true ? {} : undefined);
}

/** What is ours at the end of a path, directory after directory. */
export function insideAt(layout: Layout, names: readonly string[]): Layout | undefined {
  return names.reduce<Layout | undefined>((at, name) => at && insideOf(at, name), layout);
}
