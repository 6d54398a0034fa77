import { spawn } from "node:child_process";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { type Command, copyOf, createCommand, ended, root } from "../cli/command.ts";
import { answerOf, errorOf } from "../cli/envelope.ts";
import { canMakeCertificate } from "../stand-in/certificate.ts";
import { mirror, World } from "./world.ts";

const unreadable: [variable: string, value: string, code: string, exit: number][] = [
  ["HTTPS_PROXY", "socks5://me:s3cret@p.example:1", "network.bad-setting", 2],
  ["https_proxy", "http://p.example:s3cret", "network.bad-setting", 2],
  ["SSL_CERT_FILE", "/no/such/file.pem", "file.unreadable", 7],
];

describe.skipIf(!canMakeCertificate())(
  "a setting of the network that cannot be read (skipped where openssl is missing)",
  () => {
    let world: World;
    let filled: Command;

    beforeAll(async () => {
      world = await World.start();
      filled = createCommand({
        MODELFORGE_URL: `https://${mirror}`,
        HTTPS_PROXY: world.proxy.url,
        SSL_CERT_FILE: world.certificates.own.path,
      });
      expect((await filled.ask(["refresh-cache"])).code).toBe(0);
    });

    beforeEach(() => world.forget());

    afterAll(() => world.stop());

    it.each(unreadable)(
      "is named by refresh-cache, and asks nobody: %s=%s",
      async (variable, value, code, exit) => {
        const ran = await filled.ask(["refresh-cache", "--json"], { [variable]: value });
        const error = errorOf(ran);
        expect([ran.code, error.code]).toEqual([exit, code]);
        expect(error.message).toContain(variable);
        expect(error.hint).toContain(variable);
        expect(ran.stderr).not.toContain("s3cret");
        expect(world.mirror.requests).toEqual([]);
      },
    );

    it.each(unreadable)(
      "is a warning where something older answers: %s=%s",
      async (variable, value, code) => {
        const args = ["info", "openai/gpt-5", "--refresh", "--json"];
        const ran = await copyOf(filled).ask(args, { [variable]: value });
        expect(answerOf(ran)).toMatchObject({
          catalog: { origin: "cache" },
          result: { price: { input: 1 } },
          warnings: [{ code, message: expect.stringContaining(variable) as string }],
        });
      },
    );

    it.each(unreadable)(
      "is not noticed where the cache answers: %s=%s",
      async (variable, value) => {
        const ran = await filled.ask(["info", "openai/gpt-5"], { [variable]: value });
        expect([ran.code, ran.stderr]).toEqual([0, ""]);
      },
    );

    it.each(unreadable)(
      "leaves the first question of all to what came with ModelForge: %s=%s",
      async (variable, value) => {
        const ran = await createCommand({ [variable]: value }).ask(["list", "--json"]);
        expect(answerOf(ran).catalog.origin).toBe("snapshot");
      },
    );

    const program = async (script: string): Promise<{ stdout: string; stderr: string }> => {
      const library = JSON.stringify(join(root, "dist/lib/index.mjs"));
      const before = `import { ModelsDevClient } from ${library};
const [source] = process.argv.slice(-1);
const error = await new ModelsDevClient({ source }).refresh().catch((error) => error);
`;
      const { env } = createCommand({ NODE_TLS_REJECT_UNAUTHORIZED: "0" });
      const source = `https://127.0.0.1:${world.mirror.port}`;
      const args = ["--input-type=module", "-e", before + script, source];
      return ended(spawn(process.execPath, args, { env }));
    };

    it("does not switch off certificates, for a program that has NODE_TLS_REJECT_UNAUTHORIZED=0", async () => {
      const ran = await program(
        "console.log(JSON.stringify([error.code, error.hint, process.env.NODE_TLS_REJECT_UNAUTHORIZED]));",
      );
      const hint = expect.stringContaining(
        "NODE_TLS_REJECT_UNAUTHORIZED=0 is not obeyed",
      ) as string;
      expect(JSON.parse(ran.stdout)).toEqual(["network.untrusted-certificate", hint, "0"]);
      // nothing is unchecked, so nothing warns of it
      expect(ran.stderr).toBe("");
      expect(world.mirror.requests).toEqual([]);
    });

    it("still holds for a program's own connections, of which Node warns", async () => {
      const ran = await program(`import { request } from "node:https";
const answered = await new Promise((resolve, reject) =>
  request(source + "/api.json", resolve).on("error", reject).end());
answered.destroy();
console.log(answered.statusCode);`);
      expect(ran.stdout).toBe("200\n");
      expect(ran.stderr).toContain("NODE_TLS_REJECT_UNAUTHORIZED");
    });
  },
);
