import type { Http, KeptCode, Process, System } from "../ports.ts";
import { realClock } from "./clock.ts";
import { realCodec } from "./codec.ts";
import { realEnvironment } from "./environment.ts";
import { realFiles } from "./files.ts";
import { proxyFor } from "./http-proxy.ts";
import { realInstallation } from "./installation.ts";
import { realProcess } from "./process.ts";
import { realTerminal } from "./terminal.ts";

interface Started {
  /** Called once, when what asks by way of a proxy has been loaded. */
  onProxied?: () => void;
  /** What is known of a program that is ours from beginning to end. */
  once?: Process["once"];
  /** Called where what is kept of this program's scripts is removed: it is not to be kept again when it ends. */
  stopKeeping?: () => void;
}

const nothing = (): void => undefined;

/** This machine. What is rarely used is loaded at its first use. */
export function createSystem({
  onProxied = nothing,
  once = realProcess.once,
  stopKeeping = nothing,
}: Started = {}): System {
  return {
    clock: realClock,
    codec: realCodec,
    environment: realEnvironment,
    files: realFiles,
    http: lazyHttp(onProxied),
    installation: realInstallation,
    keptCode: lazyKeptCode(stopKeeping),
    keychain: lazyKeychain,
    process: { ...realProcess, once },
    sealing: {
      keyOf: async (...how) => (await import("./sealing.ts")).realSealing.keyOf(...how),
    },
    terminal: realTerminal,
  };
}

const loadKeychain = async () => (await import("./keychain.ts")).realKeychain;

const lazyKeychain: System["keychain"] = {
  absence: async () => (await loadKeychain()).absence(),
  get: async (...how) => (await loadKeychain()).get(...how),
  set: async (...how) => (await loadKeychain()).set(...how),
  remove: async (...how) => (await loadKeychain()).remove(...how),
};

function lazyHttp(onProxied: () => void): Http {
  let loaded: Promise<Http> | undefined;
  const load = (): Promise<Http> => {
    loaded ??= import("./http.ts").then(({ createHttp }) => createHttp({ onProxied }));
    return loaded;
  };
  return {
    get: async (request) => (await load()).get(request),
    post: async (request) => (await load()).post(request),
    proxyFor: (url) => proxyFor(url, process.env),
    close: async () => {
      await (await loaded)?.close();
    },
  };
}

function lazyKeptCode(stopKeeping: () => void): KeptCode {
  const load = () => import("./kept-code/kept-code.ts");
  return {
    look: async () => (await load()).lookAtKeptCode(process.env),
    clear: async () => {
      stopKeeping();
      return (await load()).clearKeptCode(process.env);
    },
  };
}
