import { once } from "node:events";
import { createServer, type Server } from "node:http";
import { type AddressInfo, createServer as createTcpServer } from "node:net";
import { afterEach, describe, expect, it } from "vitest";
import type { Http, HttpLimits } from "../../src/system/ports.ts";
import { createHttp } from "../../src/system/real/http.ts";
import { mirror } from "./http-answers.ts";

const limits: HttpLimits = {
  connectMs: 2_000,
  idleMs: 2_000,
  totalMs: 4_000,
  decodedBytes: 20_000,
};

let server: Server;
let connections: number;
let http: Http;

async function listen(address = "127.0.0.1"): Promise<number> {
  connections = 0;
  server = createServer((_, response) => response.end("here"));
  server.on("connection", () => (connections += 1)).listen(0, address);
  await once(server, "listening");
  return (server.address() as AddressInfo).port;
}

async function ask(url: string): Promise<string> {
  const { body } = await http.get({ url: new URL(url), headers: {}, limits });
  return new TextDecoder().decode(await body());
}

afterEach(async () => {
  await http.close();
  server.closeAllConnections();
  server.close();
});

/** Whether a server can listen there: some machines have one address of the two. */
async function has(address: string): Promise<boolean> {
  const trial = createTcpServer().listen(0, address);
  return once(trial, "listening").then(
    () => {
      trial.close();
      return true;
    },
    () => false,
  );
}

describe.each([
  ["directly", false],
  ["by way of a proxy", true],
])("a connection, %s", (_, isProxied) => {
  const open = async (): Promise<string> => {
    const port = await listen();
    http = createHttp({ variables: isProxied ? { HTTP_PROXY: `127.0.0.1:${port}` } : {} });
    return isProxied ? `http://${mirror}/` : `http://127.0.0.1:${port}/`;
  };

  it("serves one request after the other", async () => {
    const url = await open();
    for (let at = 0; at < 4; at += 1) expect(await ask(url)).toBe("here");
    // a pool of two may use both
    expect(connections).toBeLessThanOrEqual(isProxied ? 2 : 1);
  });

  it("is made anew where the server has ended the one that was kept", async () => {
    const url = await open();
    expect(await ask(url)).toBe("here");
    const kept = await new Promise<AddressInfo>((resolve) => {
      server.once("request", ({ socket }) => {
        socket.once("close", () => resolve(socket.address() as AddressInfo));
        socket.end();
      });
      void ask(url).catch(() => undefined);
    });
    expect(kept).toBeDefined();
    expect(await ask(url)).toBe("here");
    expect(connections).toBe(2);
  });
});

describe("a name of this machine", () => {
  it.each(["127.0.0.1", "::1"])("leads to a server that listens at %s alone", async (address) => {
    const isThere = await has(address);
    const port = await listen(isThere ? address : "127.0.0.1");
    http = createHttp({ variables: {} });
    for (const host of ["localhost", "mirror.localhost"]) {
      expect(await ask(`http://${host}:${port}/`)).toBe("here");
    }
  });

  it("may be an address in brackets", async () => {
    const host = (await has("::1")) ? "[::1]" : "127.0.0.1";
    const port = await listen(host.replaceAll(/[[\]]/g, ""));
    http = createHttp({ variables: {} });
    expect(await ask(`http://${host}:${port}/`)).toBe("here");
  });
});
