import { doubt } from "../../modelsdev/disk/doubt.ts";
import { skippedWarnings } from "../../modelsdev/disk/left-out.ts";
import { joinedWith } from "../../modelsdev/own/joined-with.ts";
import { foreignWarnings, strangersOf } from "../../modelsdev/disk/strangers.ts";
import type { Store } from "../../modelsdev/disk/store.ts";
import { type Verification, verifyStore } from "../../modelsdev/disk/verify-store.ts";
import type { System } from "../../system/ports.ts";
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
  // with what was worked out of it and what the configuration says of models
  const stores = [store, ...joinedWith(access.source.shown, store)];
  const verified = await Promise.all(stores.map((one) => verifyAndDoubt(one, machine)));
  const found = {
    checked: verified.reduce((sum, { checked }) => sum + checked, 0),
    damages: verified.flatMap(({ damages }) => damages),
    unreadable: verified.flatMap(({ unreadable }) => unreadable),
  };
  const refusals = verified.flatMap((one) => one.refusals);
  // nobody can say of them that they are as they were written
  const unchecked = strangersOf(access, machine.files)
    .filter(({ path }) => isChecked(path, store) && !isNamed(path, found))
    .map(({ path, what }) => ({ path, problem: `${path} is ${what}, and not ModelForge's` }));
  return {
    result: { ...found, unreadable: [...found.unreadable, ...unchecked] },
    warnings: [
      ...access.notices(),
      ...foreignWarnings(access, machine.files),
      ...skippedWarnings(refusals, store.cacheDirectory, machine.files),
    ],
  };
};

async function verifyAndDoubt(store: Store, machine: System): ReturnType<typeof verifyStore> {
  const verified = await verifyStore(store, machine);
  // it says that a refresh mends it
  if (verified.damages.length > 0) await doubt(store);
  return verified;
}

/** Whether it is, or leads to, what verifying reads. */
function isChecked(path: string, { directory }: Store): boolean {
  if (`${directory}/`.startsWith(`${path}/`)) return true;
  const [room] = path.startsWith(`${directory}/`)
    ? path.slice(directory.length + 1).split("/")
    : [];
  return room === "current.json" || room === "generations" || room === "prepared";
}

function isNamed(path: string, { damages, unreadable }: Verification): boolean {
  return [...damages, ...unreadable].some((one) => one.path === path);
}
