import { type Row, tried, untried } from "./row.ts";
import { https } from "./tls-rows.ts";
import type { World } from "./world.ts";

const http = (name: string) => (world: World) => `http://${world.host(name)}`;

export const strangers: Row[] = [
  {
    name: "https of a port that speaks plain http",
    asks: ({ plain }) => plain.url.replace("http:", "https:"),
    outcome: "network.tls-failed",
    says: "does not speak TLS at that port",
    advises: "check the address and its port",
  },
  {
    name: "https of ssh",
    asks: https("ssh"),
    came: ["ssh", untried],
    outcome: "network.tls-failed",
    says: "speak TLS",
  },
  {
    name: "https of an echo",
    asks: https("echo"),
    came: ["echo", untried],
    outcome: "network.tls-failed",
    says: "TLS",
  },
  {
    name: "https of a port that hangs up",
    asks: https("closing"),
    came: ["closing", tried],
    outcome: "network.interrupted",
    says: "broke off",
  },
  {
    name: "http of a port that speaks TLS, which sends an alert",
    asks: http("alert"),
    came: ["alert", untried],
    outcome: "network.not-http",
    says: "speaks TLS at that port",
    advises: "write https:// in MODELFORGE_URL",
  },
  {
    name: "http of a port that speaks TLS, which hangs up",
    asks: ({ mirror }) => `http://127.0.0.1:${mirror.port}`,
    outcome: "network.interrupted",
    advises: "if that port speaks TLS",
  },
  {
    name: "http of a port that speaks TLS, which answers 400",
    asks: http("plain http to tls"),
    came: ["plain http to tls", untried],
    outcome: "network.refused",
    advises: "if that port speaks TLS",
  },
  {
    name: "http of ssh",
    asks: http("ssh"),
    came: ["ssh", untried],
    outcome: "network.not-http",
    says: "speak HTTP",
  },
  {
    name: "http of an echo",
    asks: http("echo"),
    came: ["echo", untried],
    outcome: "network.not-http",
    says: "speak HTTP",
  },
  {
    name: "https of a port that takes the connection and stays silent",
    asks: https("silent"),
    came: ["silent", [2, 7]],
    outcome: "network.timed-out",
    says: "took the connection and did not agree on TLS within",
  },
  {
    name: "http of a port that takes the connection and stays silent",
    asks: http("silent"),
    came: ["silent", [2, 7]],
    outcome: "network.timed-out",
    says: "did not answer within",
  },
  ...["escape in the head", "bad name of a header", "bad status"].map(
    (name): Row => ({
      name,
      asks: http(name),
      came: [name, tried],
      outcome: "network.garbled",
      says: "the head of the answer",
    }),
  ),
  ...["same length twice", "length and chunks"].map(
    (name): Row => ({ name, asks: http(name), came: [name, tried], outcome: "network.garbled" }),
  ),
  ...["100", "101"].map(
    (status): Row => ({
      name: `${status} that nobody asked for`,
      asks: http(status),
      came: [status, tried],
      outcome: "network.garbled",
      says: `answers ${status}, which nobody asked for`,
    }),
  ),
  {
    // more could lock the account
    name: "401 in a head that breaks the rules",
    asks: (world) => `http://me:pw@${world.host("401 with an escape")}`,
    came: ["401 with an escape", 1],
    outcome: "network.refused",
    says: "answers 401",
    advises: "sent once only",
  },
  {
    name: "a bad chunk",
    asks: http("bad chunk"),
    came: ["bad chunk", tried],
    outcome: "network.garbled",
    says: "breaks the rules of HTTP",
  },
  {
    name: "two lengths",
    asks: http("two lengths"),
    came: ["two lengths", tried],
    outcome: "network.garbled",
    says: "breaks the rules of HTTP",
  },
  {
    name: "100 kB of headers",
    asks: http("large headers"),
    came: ["large headers", tried],
    outcome: "network.garbled",
    says: "more headers",
  },
  {
    name: "half a chunk",
    asks: http("cut chunk"),
    came: ["cut chunk", tried],
    outcome: "network.interrupted",
    says: "broke",
  },
  {
    name: "a body shorter than its length",
    asks: http("short"),
    came: ["short", tried],
    outcome: "network.interrupted",
    says: "broke off",
  },
  {
    name: "a port where nobody listens",
    asks: ({ nobody }) => `https://${nobody}`,
    outcome: "network.unreachable",
    says: "refuses the connection",
    advises: "check that a server is running at that port",
  },
];
