import type { Socket } from "node:net";

/** What began the answer during which a connection ended, by the error that ended it. */
const beginnings = new WeakMap<Error, string>();
const longestBeginning = "HTTP/1.1 200".length;

/**
 * Has a connection remember what undici forgets: how its last answer began, and the first thing that went wrong.
 * With TLS 1.3 a server refuses whoever shows no certificate after the handshake; Node tells of it, goes on to the
 * end of the stream, and that end is all undici would report.
 */
export function witness(socket: Socket): void {
  const read = socket.read.bind(socket);
  const destroy = socket.destroy.bind(socket);
  let beginning = "";
  let first: Error | undefined;
  socket.read = (size) => {
    const chunk = read(size) as Buffer | null;
    if (chunk !== null) {
      const text = chunk.toString("latin1", 0, longestBeginning);
      if (text.startsWith("HTTP/")) beginning = text;
      else if (beginning.length < longestBeginning) beginning += text;
    }
    return chunk;
  };
  socket.once("error", (error) => {
    first = error;
  });
  socket.destroy = (error) => {
    const cause = error === undefined ? undefined : (first ?? error);
    if (cause !== undefined) beginnings.set(cause, beginning.slice(0, longestBeginning));
    return destroy(cause);
  };
}

/** What is known of the answer during which a connection ended. */
export interface Heard {
  /** Whether it began as HTTP does. */
  isHttp: boolean;
  /** Undefined where it did not come that far. */
  status: number | undefined;
}

export function heardBefore(error: unknown): Heard {
  for (let current = error; current instanceof Error; current = current.cause) {
    const beginning = beginnings.get(current);
    if (beginning === undefined) continue;
    const status = /^HTTP\/\d\.\d (\d{3})$/.exec(beginning)?.[1];
    return {
      isHttp: beginning.startsWith("HTTP/"),
      status: status === undefined ? undefined : Number(status),
    };
  }
  return { isHttp: false, status: undefined };
}
