import { valueIn } from "../find.ts";
import type { CloudChain } from "./chain.ts";
import { type ForeignMachine, namesFile } from "./read-foreign.ts";

/** The provider's own variable for its resource. */
const resources: readonly (readonly [provider: string, variable: string])[] = [
  ["azure", "AZURE_RESOURCE_NAME"],
  ["azure-cognitive-services", "AZURE_COGNITIVE_SERVICES_RESOURCE_NAME"],
];

/** Microsoft Entra by the variables that Azure's programs read. */
export function seeAzure(machine: ForeignMachine): [provider: string, chain: CloudChain][] {
  const isSet = (name: string): boolean => valueIn(machine.environment, name) !== undefined;
  if (!isSet("AZURE_TENANT_ID") || !isSet("AZURE_CLIENT_ID")) return [];
  const files = ["AZURE_CLIENT_CERTIFICATE_PATH", "AZURE_FEDERATED_TOKEN_FILE"];
  const named = files.find(isSet);
  const isThere = isSet("AZURE_CLIENT_SECRET") || files.some((one) => namesFile(machine, one));
  if (!isThere && named === undefined) return [];
  const source = isThere ? "azure:entra" : null;
  const why = isThere ? null : `${named} names no file`;
  return resources.map(([provider, variable]) => [provider, { source, why, needs: [variable] }]);
}
