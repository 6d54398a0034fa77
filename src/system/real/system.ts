import type { Http, System } from "../ports.ts";
import { realClock } from "./clock.ts";
import { realCodec } from "./codec.ts";
import { realEnvironment } from "./environment.ts";
import { realFiles } from "./files.ts";
import { realInstallation } from "./installation.ts";
import { realProcess } from "./process.ts";
import { realTerminal } from "./terminal.ts";

/** This machine. Network code is loaded when the first request is made; `onNetwork` is called once then. */
export function createSystem(onNetwork: () => void = () => undefined): System {
  return {
    clock: realClock,
    codec: realCodec,
    environment: realEnvironment,
    files: realFiles,
    http: lazyHttp(onNetwork),
    installation: realInstallation,
    process: realProcess,
    terminal: realTerminal,
  };
}

function lazyHttp(onNetwork: () => void): Http {
  let loaded: Promise<Http> | undefined;
  return {
    get: async (request) => {
      loaded ??= import("./http.ts").then(({ createHttp }) => {
        const http = createHttp();
        onNetwork();
        return http;
      });
      return (await loaded).get(request);
    },
    close: async () => {
      await (await loaded)?.close();
    },
  };
}
