/** What an output does to a text before it is written: nothing, as long as no secret has been read. */
export const hidden: { in: ((text: string) => string) | undefined } = { in: undefined };
