/** Raised instead of a parse: the help was asked for. */
export class HelpAsked {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }
}
