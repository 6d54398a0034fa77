import type { Finding } from "../../config/finding.ts";
import { aliasFindings } from "../../config/alias-findings.ts";
import { filesFound, leavesFound } from "../../config/findings.ts";
import { secretsAtHand } from "../../credentials/secrets-at-hand.ts";
import { ModelForgeError } from "../../failure.ts";
import type { Operation, OperationContext, OperationOptions } from "../operation.ts";
import { catalogFindings } from "./catalog-findings.ts";
import { corrected } from "./corrections.ts";
import type { ConfigValidateInput } from "./input.ts";
import { sourceFindings } from "./source-findings.ts";

/** Everything that is wrong with the configuration, or may be: each file by itself, then what it says against the catalog. */
export const configValidate: Operation<ConfigValidateInput, Finding[]> = async (
  context,
  { fix = false, dryRun = false },
  options,
) => {
  if (dryRun && !fix) throw nothingToTry();
  const { corrections, ...first } = await found(context, options);
  if (!fix) return first;
  const { warnings, isChanged } = await corrected(context, corrections, dryRun, options);
  const { result, warnings: others } = isChanged ? await found(context, options) : first;
  return { ...first, result, warnings: [...warnings, ...others] };
};

function nothingToTry(): ModelForgeError {
  return new ModelForgeError("usage.bad-value", {
    message: "--dry-run says what --fix would change, and --fix was not said",
    hint: "modelforge config validate --fix --dry-run",
    details: { dryRun: true },
  });
}

async function found(context: OperationContext, options: OperationOptions) {
  const known = await secretsAtHand(context.machine);
  const isRead = context.configuration?.isRead !== false;
  const { files, findings } = isRead ? filesFound(context.machine, known) : nothingRead;
  const leaves = leavesFound(files);
  const aliases = aliasFindings(leaves, files);
  const own = [...findings, ...aliases.findings, ...sourceFindings(leaves, files, context.machine)];
  const looked = await catalogFindings(context, { leaves, files }, options);
  const idle = aliases.idle.map(({ leaf, index }) => ({ leaf, index, value: undefined }));
  return {
    ...looked,
    corrections: [...looked.corrections, ...idle],
    result: [...own, ...looked.result].sort(inOrder),
  };
}

const nothingRead: ReturnType<typeof filesFound> = { files: [], findings: [] };

/** As they stand in the files. */
function inOrder(one: Finding, other: Finding): number {
  const byFile = (one.file ?? "").localeCompare(other.file ?? "", "en");
  return byFile === 0 ? (one.line ?? 0) - (other.line ?? 0) : byFile;
}
