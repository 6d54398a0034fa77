import { once } from "node:events";
import { writeFileSync } from "node:fs";
import type { AddressInfo } from "node:net";
import tls, { rootCertificates, type SecureContext } from "node:tls";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { certificatesBesides, secureContext } from "../../src/system/real/http-certificates.ts";
import { type Certificate, canMakeCertificate, makeCertificate } from "../stand-in/certificate.ts";

describe.skipIf(!canMakeCertificate())("a connection (skipped where openssl is missing)", () => {
  let own: Certificate;
  let server: tls.Server;

  beforeAll(async () => {
    own = makeCertificate("IP:127.0.0.1");
    server = tls.createServer({ key: own.key, cert: own.cert }, (socket) => socket.end());
    await once(server.listen(0, "127.0.0.1"), "listening");
  });

  afterAll(() => server.close());

  /** Undefined where it is trusted. */
  const doubt = async (context?: SecureContext): Promise<string | undefined> => {
    const { port } = server.address() as AddressInfo;
    const options = context === undefined ? {} : { secureContext: context };
    const socket = tls.connect({ host: "127.0.0.1", port, ...options });
    try {
      await once(socket, "secureConnect");
      return undefined;
    } catch (error) {
      return (error as NodeJS.ErrnoException).code;
    } finally {
      socket.destroy();
    }
  };

  it("trusts what SSL_CERT_FILE names, once or twice, and no other of this program does", async () => {
    expect(certificatesBesides({ SSL_CERT_FILE: own.path })).toEqual([own.cert.trimEnd()]);
    const twice = `${own.path}-twice`;
    writeFileSync(twice, `${rootCertificates[0]}\n${own.cert}\n${own.cert}`);
    expect(certificatesBesides({ SSL_CERT_FILE: twice })).toEqual([own.cert.trimEnd()]);
    expect(await doubt(secureContext({ SSL_CERT_FILE: twice }))).toBeUndefined();
    expect(await doubt(secureContext({}))).toBe("DEPTH_ZERO_SELF_SIGNED_CERT");
    expect(await doubt()).toBe("DEPTH_ZERO_SELF_SIGNED_CERT");
  });

  it("trusts it where nothing can be added to what is trusted already", async () => {
    const withoutHandle: typeof tls.createSecureContext = (options) => {
      const made = tls.createSecureContext(options);
      return options === undefined ? { ...made, context: {} } : made;
    };
    const runtime = { ...tls, createSecureContext: withoutHandle };
    expect(await doubt(secureContext({ SSL_CERT_FILE: own.path }, runtime))).toBeUndefined();
  });
});
