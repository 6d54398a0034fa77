import { createServer, type IncomingHttpHeaders, type Server } from "node:http";
import type { AddressInfo } from "node:net";

/** What is said at one of its addresses: a status, headers, and what is made JSON unless it is text. */
interface Say {
  status?: number;
  headers?: Record<string, string>;
  body?: unknown;
}

interface Heard {
  path: string;
  body: string;
  headers: IncomingHttpHeaders;
}

export const githubToken = "gho_planted0123456789token";
const deviceCode = "planted-device-code-0123456789";
/** The n-th key that is given out. */
export const keyNumber = (n: number): string => `tid=planted${n};exp=1;sku=x:0123456789abcd${n}`;

const granted: Say = {
  body: { access_token: githubToken, token_type: "bearer", scope: "read:user" },
};

/** A place to sign in, with its own place for keys and its own list of models. */
export class SignInPlace {
  heard: Heard[] = [];
  /** What each poll is answered, one after the other, the last for ever. */
  polls: Say[] = [granted];
  /** What is answered in the place of a key, and of the list of models. */
  refuseKeys: Say | undefined;
  models: Say | undefined;
  /** How many keys were given out. */
  keys = 0;
  readonly #server: Server;

  private constructor(server: Server) {
    this.#server = server;
  }

  static async open(): Promise<SignInPlace> {
    const server = createServer();
    const place = new SignInPlace(server);
    server.on("request", (request, response) => {
      const pieces: Buffer[] = [];
      request.on("data", (piece: Buffer) => pieces.push(piece));
      request.on("end", () => {
        const { url: path = "", headers } = request;
        const heard = { path, headers, body: Buffer.concat(pieces).toString() };
        place.heard.push(heard);
        const { status = 200, headers: more, body } = place.#answer(heard);
        const isText = typeof body === "string";
        const type = isText ? "text/html" : "application/json; charset=utf-8";
        response.writeHead(status, { "content-type": type, ...more });
        response.end(isText ? body : JSON.stringify(body ?? {}));
      });
    });
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    return place;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  /** How often something was asked for. */
  count(path: string): number {
    return this.heard.filter((one) => one.path === path).length;
  }

  /** As if it had just been opened. */
  forget(): void {
    this.heard = [];
    this.polls = [granted];
    this.refuseKeys = undefined;
    this.models = undefined;
    this.keys = 0;
  }

  close(): void {
    this.#server.closeAllConnections();
    this.#server.close();
  }

  #answer({ path, headers }: Heard): Say {
    if (path === "/login/device/code") {
      const code = {
        device_code: deviceCode,
        user_code: "ABCD-1234",
        verification_uri: `${this.url}/login/device`,
        expires_in: 900,
        interval: 0.02,
      };
      return { body: code };
    }
    if (path === "/login/oauth/access_token") {
      const [first = {}, ...others] = this.polls;
      if (others.length > 0) this.polls = others;
      return first;
    }
    const given = headers.authorization ?? "";
    if (path === "/copilot_internal/v2/token") {
      if (given !== `Bearer ${githubToken}`) return { status: 401 };
      if (this.refuseKeys !== undefined) return this.refuseKeys;
      this.keys += 1;
      const end = Math.floor(Date.now() / 1000) + 1500;
      const body = {
        token: keyNumber(this.keys),
        expires_at: end,
        refresh_in: 1200,
        endpoints: { api: "https://api.evil.example" },
      };
      return { body };
    }
    if (path === "/models") {
      if (this.models !== undefined) return this.models;
      const isKey = given === `Bearer ${keyNumber(this.keys)}`;
      return isKey ? { body: { data: [] } } : { status: 401 };
    }
    return { status: 404 };
  }
}
