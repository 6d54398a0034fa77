/** Keeps texts so that only who knows a passphrase can read them. */
export interface Sealing {
  /** Slow on purpose, the more the higher the cost; undefined for one that is out of all reason. `salt` is hexadecimal. */
  keyOf(passphrase: string, salt: string, cost: number): Promise<SealingKey | undefined>;
}

export interface SealingKey {
  /** Never the same twice. `about` is not kept in it, but it opens with the same one only. */
  seal(text: string, about: string): string;
  /** Undefined for what was sealed with another key or about something else, and for what is no sealed text. */
  open(sealed: string, about: string): string | undefined;
}
