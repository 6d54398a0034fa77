import type { Socket } from "node:net";
import { Beginning } from "./http-heard.ts";

/**
 * Has a connection remember what undici forgets: how its last answer began, and the first thing that went wrong.
 * With TLS 1.3 a server refuses whoever shows no certificate after the handshake; Node tells of it, goes on to the
 * end of the stream, and that end is all undici would report.
 */
export function witness(socket: Socket): void {
  const read = socket.read.bind(socket);
  const destroy = socket.destroy.bind(socket);
  const beginning = new Beginning();
  let first: Error | undefined;
  socket.read = (size) => {
    const chunk = read(size) as Buffer | null;
    if (chunk !== null) beginning.hear(chunk);
    return chunk;
  };
  socket.once("error", (error) => {
    first = error;
  });
  socket.destroy = (error) => {
    const cause = error === undefined ? undefined : (first ?? error);
    if (cause !== undefined) beginning.ended(cause);
    return destroy(cause);
  };
}
