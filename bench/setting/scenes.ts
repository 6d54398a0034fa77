import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Scene } from "../rows/row.ts";
import { environmentFor } from "./environment.ts";
import type { Setting } from "./setting.ts";

/** What a command runs in. */
export interface Stage {
  env: NodeJS.ProcessEnv;
  before?: () => Promise<void> | void;
}

const configuration = {
  current: "fast",
  aliases: { fast: { model: "openai/gpt-5" } },
  catalog: { ttl: "7d" },
};

const scenes: Readonly<Record<Scene, (setting: Setting) => Stage>> = {
  warm: ({ warm }) => ({ env: warm }),
  configured: ({ directory, warm }) => {
    const own = join(directory, "configuration");
    mkdirSync(own, { recursive: true, mode: 0o700 });
    writeFileSync(join(own, "config.json"), JSON.stringify(configuration));
    return { env: { ...warm, MODELFORGE_CONFIG_DIR: own, OPENAI_API_KEY: "a-key-that-is-none" } };
  },
  changed: ({ directory, server }) => ({
    env: environmentFor(directory, "refresh", { MODELFORGE_URL: server.url }),
    before: () => server.change(),
  }),
  unchanged: ({ directory, server }) => ({
    env: environmentFor(directory, "refresh", { MODELFORGE_URL: server.url }),
  }),
  "unchanged-tls": ({ directory, server }) => {
    if (server.tls === undefined)
      throw new Error("openssl, which makes the certificate, is missing");
    const { url, certificate } = server.tls;
    return {
      // Node itself reads NODE_EXTRA_CA_CERTS, a bare one too
      env: environmentFor(directory, "tls", { MODELFORGE_URL: url, SSL_CERT_FILE: certificate }),
    };
  },
  empty: ({ directory, server }) => ({
    env: environmentFor(directory, "empty", { MODELFORGE_URL: server.url }),
    before: () => rmSync(join(directory, "empty"), { recursive: true, force: true }),
  }),
};

/** @throws where the machine has not what it takes */
export function stageOf(scene: Scene, setting: Setting): Stage {
  return scenes[scene](setting);
}
