import { ModelForgeError, type Warning } from "../../../failure.ts";
import type { Operation, Outcome } from "../../../operations/operation.ts";
import type { ProviderDetails } from "../../../operations/provider-info/provider-info.ts";
import { providerInfo } from "../../../operations/provider-info/provider-info.ts";
import type { CliContext } from "../context.ts";
import type { Browsing } from "../discover/browse.ts";
import type { Answer, Asked, Asking } from "../picker/asking/contract.ts";
import { Draft } from "./draft.ts";
import { type PromptName, prompts } from "./prompts.ts";

/** Where to go from a step: to the next, the one before, or one by its name. */
export type Move = "next" | "back" | "again" | { to: string };

/** What steps work with. */
export class Wizard {
  readonly context: CliContext;
  readonly asking: Asking;
  readonly browsing: Browsing;
  readonly draft = new Draft();
  /** To be said with the next question. */
  message = "";

  constructor(context: CliContext, asking: Asking, browsing: Browsing) {
    this.context = context;
    this.asking = asking;
    this.browsing = browsing;
  }

  /** Asks one thing. Throws `cancelled` where the person leaves. */
  async ask(
    name: PromptName,
    asked: Omit<Asked, "heading">,
  ): Promise<Exclude<Answer, { kind: "cancelled" }>> {
    const said = this.message;
    this.message = "";
    const message = asked.message ?? said;
    const answer = await this.asking.ask({ ...asked, heading: headingOf(name), message });
    return orLeave(answer);
  }

  /** The same of a list: the value of the option that was chosen; undefined: back. */
  async choose<Value>(
    name: PromptName,
    asked: Omit<Asked, "heading" | "options">,
    options: readonly { label: string; about?: string; words?: string; value: Value }[],
  ): Promise<Value | undefined> {
    const answer = await this.ask(name, { ...asked, options });
    return answer.kind === "chosen" ? options[answer.at]?.value : undefined;
  }

  /** Waits for what takes a while; undefined where the person did not. */
  async wait<Result>(
    name: PromptName,
    question: string,
    work: (signal: AbortSignal) => Promise<Result>,
  ): Promise<Result | undefined> {
    const waited = await this.asking.wait({ heading: headingOf(name), question }, work);
    const ended = orLeave(waited);
    return ended.kind === "done" ? ended.result : undefined;
  }

  /** Asks the program something on the way; what there is to say of it, the caller says. */
  run<Input, Result>(
    operation: Operation<Input, Result>,
    input: Input,
    signal?: AbortSignal,
  ): Promise<Outcome<Result>> {
    const { offline, allowSnapshot } = this.context.options;
    return this.context.run(operation, input, {
      offline: offline === true,
      allowSnapshot: allowSnapshot === true,
      ...(signal === undefined ? {} : { signal }),
    });
  }

  /** How the chosen provider is called, with the values that were given unless others are. */
  async details(values: readonly string[] = this.draft.values): Promise<ProviderDetails> {
    const { provider } = this.draft;
    return (await this.run(providerInfo, { provider, values: [...values] })).result;
  }
}

function headingOf(name: PromptName): string {
  return `modelforge config: ${prompts[name].title}`;
}

function orLeave<Ended extends { kind: string }>(
  ended: Ended,
): Exclude<Ended, { kind: "cancelled" }> {
  if (ended.kind === "cancelled") {
    throw new ModelForgeError("cancelled", { message: "cancelled: nothing was written" });
  }
  return ended as Exclude<Ended, { kind: "cancelled" }>;
}

/** What a failure or a warning says, for a line of a screen. */
export function sentenceOf({ message, hint }: Warning & { hint?: string | undefined }): string {
  return hint === undefined ? message : `${message}; ${hint}`;
}

/** What an answer was refused for; any other failure goes on. */
export function refusalOf(error: unknown): string {
  if (
    error instanceof ModelForgeError &&
    /^(?:usage|credential|config)\.|^file\.unwritable$/.test(error.code)
  ) {
    return error.message;
  }
  throw error;
}
