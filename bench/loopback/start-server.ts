import { spawn } from "node:child_process";
import { once } from "node:events";
import { rmSync } from "node:fs";
import { roleArguments } from "../setting/roles.ts";
import { makeCertificate } from "./certificate.ts";

export interface LoopbackServer {
  url: string;
  /** The same over TLS; absent without openssl. */
  tls?: { url: string; certificate: string };
  /** Gives the catalog another price and another ETag. */
  change(): Promise<void>;
  stop(): void;
}

/** In a process of its own, so that its work is not done by the one that measures. */
export async function startServer(catalog: string): Promise<LoopbackServer> {
  const certificate = makeCertificate();
  const files =
    certificate === undefined ? [catalog] : [catalog, certificate.path, certificate.key];
  const child = spawn(process.execPath, roleArguments("server", files), {
    stdio: ["ignore", "inherit", "inherit", "ipc"],
  });
  const [[port, securePort]] = (await once(child, "message")) as [[number, number?]];
  return {
    url: `http://127.0.0.1:${port}`,
    ...(certificate === undefined
      ? {}
      : { tls: { url: `https://127.0.0.1:${securePort}`, certificate: certificate.path } }),
    change: async () => {
      const changed = once(child, "message");
      child.send("change");
      await changed;
    },
    stop: () => {
      child.disconnect();
      if (certificate !== undefined) rmSync(certificate.directory, { recursive: true });
    },
  };
}
