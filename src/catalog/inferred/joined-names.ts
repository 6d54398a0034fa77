/** Names that stand for one and the same, joined two at a time. */
export class JoinedNames {
  readonly #joined = new Map<string, string>();

  get all(): string[] {
    return [...this.#joined.keys()];
  }

  join(one: string, other: string): void {
    const [from, to] = [this.of(one), this.of(other)];
    this.#joined.set(to, to);
    this.#joined.set(from, to);
    if (one !== from) this.#joined.set(one, to);
  }

  /** The same text for all names that are joined. */
  of(name: string): string {
    let at = name;
    for (let next = this.#joined.get(at); next !== undefined && next !== at; ) {
      at = next;
      next = this.#joined.get(at);
    }
    return at;
  }
}
