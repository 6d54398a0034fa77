import { once } from "node:events";
import { type AddressInfo, createServer, type Server, type Socket } from "node:net";

/** A server on this machine that speaks whatever it is told to, with a count of who came. */
export class RawServer {
  connections = 0;
  readonly #server: Server;
  readonly #open = new Set<Socket>();

  private constructor(speak: (socket: Socket) => void) {
    this.#server = createServer((socket) => {
      this.connections += 1;
      this.#open.add(socket);
      socket.on("error", () => undefined).on("close", () => this.#open.delete(socket));
      speak(socket);
    });
  }

  static async start(speak: (socket: Socket) => void): Promise<RawServer> {
    const server = new RawServer(speak);
    server.#server.listen(0, "127.0.0.1");
    await once(server.#server, "listening");
    return server;
  }

  get host(): string {
    return `127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  async close(): Promise<void> {
    for (const socket of this.#open) socket.destroy();
    this.#server.close();
    await once(this.#server, "close");
  }
}

/** Greets at once, as ssh, smtp and their like do. */
export function greeting(text: string): (socket: Socket) => void {
  return (socket) => socket.write(text);
}

/** Waits for the first bytes, says one thing and hangs up. */
export function answering(text: string | Buffer): (socket: Socket) => void {
  return (socket) => socket.once("data", () => socket.end(text));
}

/** A port where nobody listens. */
export async function closedHost(): Promise<string> {
  const server = await RawServer.start(() => undefined);
  const { host } = server;
  await server.close();
  return host;
}
