import { doubt } from "../../modelsdev/disk/doubt.ts";
import { type Verification, verifyStore } from "../../modelsdev/disk/inspect.ts";
import { foreignWarnings, skippedWarnings } from "../../modelsdev/disk/left-out.ts";
import type { Operation } from "../operation.ts";

export type CacheVerification = Verification;

export const cacheVerify: Operation<Record<string, never>, CacheVerification> = async ({
  access,
  machine,
}) => {
  const { store } = access;
  if (store === undefined) {
    return { result: { checked: 0, damages: [], unreadable: [] }, warnings: access.notices() };
  }
  const result = verifyStore(store, machine);
  // it says that a refresh mends it
  if (result.damages.length > 0) await doubt(store);
  const paths = result.unreadable.map(({ path }) => path);
  return {
    result,
    warnings: [
      ...access.notices(),
      ...foreignWarnings(store.directory, machine.files),
      ...skippedWarnings(paths, store.cacheDirectory, machine.files),
    ],
  };
};
