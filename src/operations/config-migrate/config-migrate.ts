import { isoTime } from "../../catalog/words/dates.ts";
import { diffOf } from "../../config/diff.ts";
import type { FileChange } from "../../config/noted-changes.ts";
import { putInPlace } from "../../config/put-in-place.ts";
import { readConfigFile } from "../../config/read-file.ts";
import { inTurn } from "../../config/turn.ts";
import { secretTest } from "../../credentials/secrets-at-hand.ts";
import { type ChosenStore, chooseStore } from "../../credentials/store/choose-store.ts";
import { changeStore } from "../../credentials/store/change-store.ts";
import { trustedIn } from "../../credentials/store/document.ts";
import { readStore } from "../../credentials/store/read-store.ts";
import { trustingOf } from "../../credentials/where-to.ts";
import { ModelForgeError, type Warning } from "../../failure.ts";
import type { ConfigChanged } from "../config-change.ts";
import type { Operation, OperationContext } from "../operation.ts";
import type { ConfigMigrateInput } from "./input.ts";
import { knownModels, type KnownModels } from "./known-models.ts";
import { type MovedAccount, withMoved } from "./moved-accounts.ts";
import { newTexts } from "./new-texts.ts";
import { aboutAccounts, aboutAddresses, aboutKeys } from "./notes.ts";
import { type ReadSource, readSource } from "./read-source.ts";
import { findSources } from "./sources.ts";

/**
 * Takes over what the Python ModelForge was told: models, names, the one in use, and keys, which go to the store of
 * credentials before they are struck out of its files. What is there already stays.
 *
 * Throws `config.unreadable`, `file.unwritable`, and what the store throws.
 */
export const configMigrate: Operation<ConfigMigrateInput, ConfigChanged> = async (
  context,
  input,
  options,
) => {
  const { machine, access } = context;
  const { environment } = machine;
  const found = findSources(machine, input);
  if (found.sources.length === 0) {
    const notes = [...found.notes, noneLeft(found.looked)];
    return { result: { changes: [], notes }, warnings: [] };
  }
  const trusting = trustingOf(environment, trustedIn((await readStore(machine)).document));
  const sources = found.sources.map((one) => readSource(machine, one, trusting));
  const configs = sources.map(({ config }) => config);
  const filling = { valueOf: environment.get, isSecret: secretTest(environment) };
  const asked = await access.ask(options, (view) => knownModels(view, configs, filling));
  const how = { ...input, signal: options.signal, known: asked.result };
  // what cannot be written is said before a key is moved
  newTexts(machine, sources, asked.result);
  const kept = await keepSecrets(machine, sources, how);
  const { changes, notes, warnings } = await changeFiles(machine, sources, how);
  const about = [
    ...aboutAccounts(kept.moved, input.dryRun === true),
    ...notes,
    ...aboutAddresses(sources, trusting),
    ...aboutKeys(sources, machine.clock.now()),
  ];
  return {
    result: {
      changes,
      notes: [
        ...found.notes,
        ...(changes.length === 0 ? [noneLeft(found.looked)] : new Set(about)),
      ],
    },
    catalog: asked.catalog,
    warnings: [...asked.warnings, ...kept.warnings, ...warnings],
  };
};

function noneLeft(looked: readonly string[]): string {
  return `nothing of the Python ModelForge is left to move: looked at ${looked.join(", ")}`;
}

interface How extends ConfigMigrateInput {
  signal: AbortSignal | undefined;
  known: KnownModels;
}

type Machine = OperationContext["machine"];

/** Before anything is struck out, so that whoever is stopped in between has it twice and not nowhere. */
async function keepSecrets(
  machine: Machine,
  sources: readonly ReadSource[],
  { dryRun = false, passphrase, store = "auto", signal }: How,
): Promise<{ moved: MovedAccount[]; warnings: Warning[] }> {
  const found = sources.flatMap(({ config, secrets }) =>
    secrets.map((one) => {
      const id = config.providers.find(({ name }) => name === one.provider)?.id;
      return { ...one, provider: id ?? one.provider };
    }),
  );
  if (found.length === 0) return { moved: [], warnings: [] };
  const { document } = await readStore(machine);
  let chosen: Promise<ChosenStore> | undefined;
  const how = { wanted: store, hasPassphrase: passphrase !== undefined };
  const choose = async (): Promise<ChosenStore["store"]> => {
    chosen ??= dryRun
      ? Promise.resolve({ store: "file", notes: [] })
      : chooseStore(machine, document, how);
    return (await chosen).store;
  };
  const asked = {
    found,
    addedAt: isoTime(machine.clock.now()),
    passphrase,
    isDry: dryRun,
    isFileMeant: store === "file",
    choose,
    keychain: new Map(),
  };
  if (dryRun) {
    return { moved: (await withMoved(machine, document, asked)).moved, warnings: [] };
  }
  let moved: MovedAccount[] = [];
  const warnings = await changeStore(
    machine,
    async (now, keychain) => {
      const after = await withMoved(machine, now, { ...asked, keychain: keychain.added });
      moved = after.moved;
      return after.document;
    },
    signal,
  );
  return { moved, warnings: [...((await chosen)?.notes ?? []), ...warnings] };
}

/** One change, which can be taken back but for the secrets: what is noted of a file of the Python ModelForge has none. */
async function changeFiles(
  machine: Machine,
  sources: readonly ReadSource[],
  { dryRun = false, signal, known }: How,
): Promise<ConfigChanged & { warnings: Warning[] }> {
  const { files } = machine;
  const beside = sources.flatMap(besides);
  let notes: string[] = [];
  const { written, notes: warnings } = await inTurn(
    machine,
    { command: "config migrate", dryRun, signal },
    {
      files: () => [...new Set(sources.flatMap(({ path, target }) => [path, target]))],
      make: () => {
        for (const source of sources) checkUnchanged(machine, source);
        const texts = newTexts(machine, sources, known);
        if (!dryRun) putInPlace(files, beside);
        notes = texts.flatMap((one) => one.notes);
        return texts.map(({ file, before, after }) => ({ file, before, after }));
      },
    },
  );
  const shown = (change: FileChange): FileChange => {
    const before = sources.find(({ isInPlace, path }) => isInPlace && path === change.file)?.shown;
    return before === undefined ? change : { ...change, before };
  };
  // what becomes ours is shown as that alone
  const others = beside.filter(({ file }) => !written.some((one) => one.file === file));
  const all = [
    ...written.map(shown),
    ...others.map((one) => ({ ...one, before: shownOf(one, sources) })),
  ];
  return {
    changes: all.map((change) => ({ file: change.file, diff: diffOf(change) })),
    notes,
    warnings,
  };
}

/** The copy and the file itself, without secrets. */
function besides({ path, text, struckText, copy }: ReadSource): FileChange[] {
  const kept =
    copy === undefined || copy.isThere
      ? []
      : [{ file: copy.path, before: null, after: struckText }];
  const isStruck = text !== struckText;
  return [...kept, ...(isStruck ? [{ file: path, before: text, after: struckText }] : [])];
}

function shownOf(
  { file, before }: FileChange,
  sources: readonly ReadSource[],
): FileChange["before"] {
  return before === null ? null : (sources.find(({ path }) => path === file)?.shown ?? null);
}

function checkUnchanged(machine: Machine, { path, scope, text }: ReadSource): void {
  if (readConfigFile(path, scope, machine)?.text === text) return;
  throw new ModelForgeError("file.unwritable", {
    message: `${path} has changed meanwhile, and is left as it is`,
    hint: "try again",
    details: { path },
  });
}
