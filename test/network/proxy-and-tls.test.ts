import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { failures } from "../../src/failure.ts";
import { createCommand } from "../cli/command.ts";
import { errorOf } from "../cli/envelope.ts";
import { canMakeCertificate } from "../stand-in/certificate.ts";
import { exceptions, proxies } from "./proxy-rows.ts";
import { refusals } from "./refusal-rows.ts";
import type { Count, Row } from "./row.ts";
import { strangers } from "./stranger-rows.ts";
import { tls } from "./tls-rows.ts";
import { mirror, World } from "./world.ts";

const groups: [name: string, rows: Row[]][] = [
  ["which proxy is taken", proxies],
  ["which hosts are reached without a proxy", exceptions],
  ["a proxy that does not do it", refusals],
  ["certificates and TLS", tls],
  ["something else answers", strangers],
];

function expectCount(what: string, count: number, expected: Count = 0): void {
  const [fewest, most] = typeof expected === "number" ? [expected, expected] : expected;
  expect(count, what).toBeGreaterThanOrEqual(fewest);
  expect(count, what).toBeLessThanOrEqual(most);
}

describe.skipIf(!canMakeCertificate())("proxies and TLS (skipped where openssl is missing)", () => {
  let world: World;

  beforeAll(async () => {
    world = await World.start();
  });

  beforeEach(() => world.forget());

  afterAll(() => world.stop());

  describe.each(groups)("%s", (_, rows) => {
    const named = rows.map((row) => [row.name, row.outcome, row] as const);
    it.each(named)("%s: %s", async (_, outcome, row) => {
      row.before?.(world);
      const { ask } = createCommand({
        MODELFORGE_URL: row.asks?.(world) ?? `https://${mirror}`,
        MODELFORGE_TIMEOUT: "2s",
        SSL_CERT_FILE: world.certificates.own.path,
        ...row.set?.(world),
      });
      const ran = await ask(["refresh-cache", "--json"]);
      // what Node says of NODE_EXTRA_CA_CERTS before anything of ours is run
      ran.stderr = ran.stderr.replace(/^Warning: Ignoring extra certs from .*\n/, "");
      expectCount("tunnels", world.proxy.tunnels.length, row.tunnels);
      expectCount("tunnels over TLS", world.secureProxy.tunnels.length, row.secureTunnels);
      expectCount("plain requests to the proxy", world.proxy.others.length);
      expectCount("requests at the mirror", world.mirror.requests.length, row.mirror);
      if (row.came !== undefined) expectCount(row.came[0], world.came(row.came[0]), row.came[1]);
      if (row.shown !== undefined) expect(world.proxy.shown).toEqual(row.shown);
      if (outcome === "catalog") {
        expect([ran.code, ran.stderr]).toEqual([0, ""]);
        return;
      }
      const { code, message, hint } = errorOf(ran);
      expect([code, ran.code]).toEqual([outcome, failures[outcome].exit]);
      // one line: nothing of Node's beside it
      expect(ran.stderr.trimEnd().split("\n")).toHaveLength(1);
      expect(message).toContain(row.says ?? "");
      expect(hint).toContain(row.advises ?? "");
      expect(ran.stderr).not.toMatch(/pw|wrong@|undefined|\[object/);
    });
  });
});
