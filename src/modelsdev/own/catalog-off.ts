import { ModelForgeError } from "../../failure.ts";
import type { Environment } from "../../system/ports.ts";
import { catalogSwitch } from "../settings.ts";

/** `what` is what cannot be had without a catalog; `also`: how it can be had all the same. */
export function catalogOff(
  what: string,
  { get }: Pick<Environment, "get">,
  also = "",
): ModelForgeError {
  const [by, remedy] =
    get(catalogSwitch) === undefined
      ? ["catalog.enabled in your configuration", "modelforge config set catalog.enabled true"]
      : [catalogSwitch, `unset ${catalogSwitch}`];
  return new ModelForgeError("catalog.off", {
    message: `${what}: the catalog is switched off by ${by}`,
    hint: remedy + also,
    details: { by },
  });
}
