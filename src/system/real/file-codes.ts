export function codeOf(error: unknown): string | undefined {
  return (error as NodeJS.ErrnoException).code;
}

/** Our own word beside the system's: a pipe, a device or a socket stands where a file should. */
export const notAFile = "ENOTFILE";
/** And: a link stands there. */
export const aLink = "ELINK";
/** And: larger than anything we write. */
export const tooLarge = "ETOOLARGE";
/** And: a second name leads to the same file, so that somebody else's content would change. */
export const linked = "ELINKED";

export function systemError(code: string, what: string): Error {
  return Object.assign(new Error(what), { code });
}
