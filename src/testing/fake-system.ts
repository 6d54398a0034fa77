import { inputOf } from "../operations/read-input.ts";
import { fakeMark } from "../system/fake-mark.ts";
import type { System } from "../system/ports.ts";
import {
  clockFields,
  createFakeClock,
  type FakeClock,
  type FakeClockOptions,
} from "./fake/clock.ts";
import { createFakeCodec } from "./fake/codec.ts";
import { Disk } from "./fake/disk.ts";
import {
  createFakeEnvironment,
  environmentFields,
  type FakeEnvironment,
  type FakeEnvironmentOptions,
} from "./fake/environment.ts";
import { createFakeFiles, type FakeFiles } from "./fake/files.ts";
import { createFakeHttp, type FakeHttp } from "./fake/http.ts";
import {
  createFakeInstallation,
  type FakeInstallation,
  type FakeInstallationOptions,
  installationFields,
} from "./fake/installation.ts";
import {
  createFakeKeychain,
  type FakeKeychain,
  type FakeKeychainOptions,
  type KeychainItems,
  keychainFields,
} from "./fake/keychain.ts";
import { fakeKeptCode } from "./fake/kept-code.ts";
import { createFakeProcess, type FakeProcess } from "./fake/process.ts";
import { fakeSealing } from "./fake/sealing.ts";
import {
  createFakeTerminal,
  type FakeTerminal,
  type FakeTerminalOptions,
  terminalKind,
} from "./fake/terminal.ts";

/** How a fake machine is at first. Everything is optional. */
export interface FakeSystemOptions
  extends FakeClockOptions,
    FakeEnvironmentOptions,
    FakeInstallationOptions,
    FakeKeychainOptions {
  terminal?: FakeTerminalOptions;
}

/**
 * A machine without disk, network and time of its own. Hand it to a client as `system`, arrange what it meets, and
 * look at what became of it.
 */
export interface FakeSystem extends System {
  clock: FakeClock;
  files: FakeFiles;
  http: FakeHttp;
  terminal: FakeTerminal;
  environment: FakeEnvironment;
  process: FakeProcess;
  installation: FakeInstallation;
  keychain: FakeKeychain;
  /** The same machine for another process: its own terminal, the same clock, files, network and variables. */
  startAnother(): FakeSystem;
}

const reader = inputOf<FakeSystemOptions>({
  ...clockFields,
  ...environmentFields,
  ...installationFields,
  ...keychainFields,
  terminal: terminalKind,
});

/**
 * Makes a machine of its own for each call. Nothing of it outlives the test.
 *
 * @throws ModelForgeError `usage.bad-value` with `details.field` for an option it does not have, or of another kind.
 */
export function createFakeSystem(given: FakeSystemOptions = {}): FakeSystem {
  const options = reader.read(given);
  const clock = createFakeClock(options);
  const codec = createFakeCodec();
  const disk = new Disk(() => clock.now());
  const environment = createFakeEnvironment(options);
  const http = createFakeHttp(clock);
  const installation = createFakeInstallation(options, codec);
  const items: KeychainItems = { state: options.keychain ?? "none", secrets: new Map() };
  const running = new Set<number>();
  let started = 1_000;

  const start = (): FakeSystem => {
    started += 1;
    const process = createFakeProcess(started, running);
    const files = createFakeFiles(disk, {
      id: process.id,
      isKilled: () => process.isKilled,
      kill: process.kill,
      isRunning: (id) => running.has(id),
      uniqueName: process.uniqueName,
      currentDirectory: () => environment.currentDirectory,
      now: clock.now,
    });
    const terminal = createFakeTerminal(options.terminal);
    const keychain = createFakeKeychain(items, process);
    const parts = {
      clock,
      codec,
      environment,
      files,
      http,
      installation,
      keychain,
      process,
      terminal,
    };
    const system = { ...parts, keptCode: fakeKeptCode, sealing: fakeSealing, startAnother: start };
    return Object.assign(system, { [fakeMark]: true });
  };
  return start();
}

export type { Moment } from "./fake/moment.ts";
export type { ArmedFault, FileFault, FileOperation } from "./fake/file-faults.ts";
export type { Answering, FakeRequest } from "./fake/http.ts";
export type { FakeAnswer, HttpFailure } from "./fake/http-answer.ts";
export type { FakeSnapshot } from "./fake/installation.ts";
export type { KeychainItems, KeychainState } from "./fake/keychain.ts";
export type { StartedProcess } from "./fake/process.ts";
export type { FakeOutput } from "./fake/terminal.ts";
export type {
  FakeClock,
  FakeEnvironment,
  FakeFiles,
  FakeHttp,
  FakeInstallation,
  FakeKeychain,
  FakeProcess,
  FakeTerminal,
};
