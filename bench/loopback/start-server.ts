import { spawn } from "node:child_process";
import { once } from "node:events";
import { roleArguments } from "../setting/roles.ts";

export interface LoopbackServer {
  url: string;
  /** Gives the catalog another price and another ETag. */
  change(): Promise<void>;
  stop(): void;
}

/** In a process of its own, so that its work is not done by the one that measures. */
export async function startServer(catalog: string): Promise<LoopbackServer> {
  const child = spawn(process.execPath, roleArguments("server", [catalog]), {
    stdio: ["ignore", "inherit", "inherit", "ipc"],
  });
  const [port] = (await once(child, "message")) as [number];
  return {
    url: `http://127.0.0.1:${port}`,
    change: async () => {
      const changed = once(child, "message");
      child.send("change");
      await changed;
    },
    stop: () => child.disconnect(),
  };
}
