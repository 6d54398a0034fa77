import { ModelForgeError, type Warning } from "../../failure.ts";
import type { Operation, OperationOptions, Outcome } from "../../operations/operation.ts";
import { CliContext } from "./context.ts";

/** Says with the first answer, or with the failure, what of the configuration does not count. */
export class NotingContext extends CliContext {
  #isNoted = false;

  override async run<Input, Result>(
    operation: Operation<Input, Result>,
    input: Input,
    options: OperationOptions,
  ): Promise<Outcome<Result>> {
    const outcome = await super.run(operation, input, options);
    const problems = await this.#problems();
    if (problems.length === 0) return outcome;
    return { ...outcome, warnings: [...problems, ...outcome.warnings] };
  }

  /** Where no answer has said so. */
  async noteConfiguration(error?: unknown): Promise<void> {
    const problems = await this.#problems();
    if (error instanceof ModelForgeError) error.warnings.unshift(...problems);
    else this.warnAll(problems);
  }

  /** Nothing where it has not been read. */
  async #problems(): Promise<Warning[]> {
    const { configuration } = this;
    if (this.#isNoted || configuration.problemsSoFar.length === 0) return [];
    this.#isNoted = true;
    const { problemWarnings } = await import("../../config/problem-warnings.ts");
    return problemWarnings(configuration);
  }
}
