import { both, type Row, tried, untried } from "./row.ts";
import { mirror, type World } from "./world.ts";

const https = (name: string) => (world: World) => `https://${world.host(name)}`;
const http = (name: string) => (world: World) => `http://${world.host(name)}`;
const trusting = (name: keyof World["certificates"]) => (world: World) => ({
  SSL_CERT_FILE: world.certificates[name].path,
});

export const tls: Row[] = [
  ...["NODE_EXTRA_CA_CERTS", "SSL_CERT_FILE"].map(
    (variable): Row => ({
      name: `${variable}, which vouches for the mirror`,
      set: ({ proxy, certificates }) => ({
        HTTPS_PROXY: proxy.url,
        SSL_CERT_FILE: "",
        [variable]: certificates.own.path,
      }),
      outcome: "catalog",
      ...both,
    }),
  ),
  {
    name: "a certificate nobody vouches for, behind a proxy",
    set: (world) => ({ HTTPS_PROXY: world.proxy.url, SSL_CERT_FILE: "" }),
    outcome: "network.untrusted-certificate",
    tunnels: untried,
    says: `certificate of ${mirror} is not trusted`,
    advises: "NODE_EXTRA_CA_CERTS",
  },
  ...(["directly", "behind a proxy", "by a proxy over TLS"] as const).map(
    (way): Row => ({
      name: `NODE_TLS_REJECT_UNAUTHORIZED=0 with a certificate nobody vouches for, ${way}`,
      ...(way === "directly"
        ? { asks: (world: World) => `https://127.0.0.1:${world.mirror.port}` }
        : {}),
      set: ({ proxy, secureProxy }) => ({
        NODE_TLS_REJECT_UNAUTHORIZED: "0",
        SSL_CERT_FILE: "",
        HTTPS_PROXY: way === "by a proxy over TLS" ? secureProxy.url : proxy.url,
      }),
      outcome: "network.untrusted-certificate",
      tunnels: way === "behind a proxy" ? untried : 0,
      says: "is not trusted: it vouches for itself",
      advises: "NODE_TLS_REJECT_UNAUTHORIZED=0 is not obeyed",
    }),
  ),
  {
    name: "NODE_TLS_REJECT_UNAUTHORIZED=0 with a certificate that is trusted",
    set: (world) => ({ HTTPS_PROXY: world.proxy.url, NODE_TLS_REJECT_UNAUTHORIZED: "0" }),
    outcome: "catalog",
    ...both,
  },
  ...(
    [
      ["expired", "has expired", "clock"],
      ["future", "is not valid yet", "clock"],
      ["elsewhere", "is for another host", "check the address"],
    ] as const
  ).map(
    ([name, says, advises]): Row => ({
      name: `a certificate: ${name}`,
      asks: https(name),
      came: [name, untried],
      set: trusting(name),
      outcome: "network.untrusted-certificate",
      says,
      advises,
    }),
  ),
  {
    name: "a certificate: weak",
    asks: https("weak"),
    came: ["weak", untried],
    set: (world) => ({
      ...trusting("weak")(world),
      // what newer versions of Node ask for by themselves
      NODE_OPTIONS: "--tls-cipher-list=DEFAULT@SECLEVEL=2",
    }),
    outcome: "network.untrusted-certificate",
    says: "too weak",
  },
  {
    name: "a server with TLS 1.1",
    asks: https("old"),
    came: ["old", untried],
    outcome: "network.tls-failed",
    says: "no version of TLS in common",
  },
  {
    name: "a server with no cipher in common",
    asks: https("strange"),
    came: ["strange", untried],
    outcome: "network.tls-failed",
    says: "does not agree on how to encrypt",
  },
  {
    name: "a server that wants a certificate, in TLS 1.2",
    asks: https("wants a certificate in TLS 1.2"),
    came: ["wants a certificate in TLS 1.2", untried],
    outcome: "network.tls-failed",
    advises: "want a certificate of yours",
  },
  {
    // TLS 1.3 tells of it after the handshake
    name: "a server that wants a certificate, in TLS 1.3",
    asks: https("wants a certificate in TLS 1.3"),
    came: ["wants a certificate in TLS 1.3", untried],
    outcome: "network.tls-failed",
    says: "wants a certificate of yours, which ModelForge cannot show",
    advises: "ask whoever runs the server",
  },
  {
    name: "a proxy that wants a certificate, in TLS 1.3",
    set: (world) => ({ HTTPS_PROXY: https("wants a certificate in TLS 1.3")(world) }),
    came: ["wants a certificate in TLS 1.3", untried],
    outcome: "network.tls-failed",
    says: "(HTTPS_PROXY) wants a certificate of yours",
  },
  ...["SSL_CERT_FILE", "NODE_EXTRA_CA_CERTS"].flatMap((variable): Row[] => [
    {
      name: `${variable}, a file that is not there`,
      set: () => ({ [variable]: "/no/such/file.pem" }),
      asks: (world) => `https://127.0.0.1:${world.mirror.port}`,
      outcome: "file.unreadable",
      says: variable,
      advises: variable,
    },
    {
      name: `${variable}, a file of something else`,
      set: () => ({ [variable]: "package.json" }),
      asks: (world) => `https://127.0.0.1:${world.mirror.port}`,
      outcome: "file.unreadable",
      says: "holds no certificate",
      advises: variable,
    },
    {
      name: `${variable}, a file that is not there, for plain http`,
      set: () => ({ [variable]: "/no/such/file.pem" }),
      asks: (world) => world.plain.url,
      outcome: "catalog",
    },
  ]),
];

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
