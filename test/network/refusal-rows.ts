import { by, wanting, withCredentials } from "./proxy-rows.ts";
import { type Row, tried, untried } from "./row.ts";
import { mirror, type World } from "./world.ts";

const answering = (manner: World["proxy"]["manner"]) => (world: World) => {
  world.proxy.manner = manner;
};

export const refusals: Row[] = [
  {
    name: "a proxy that wants credentials, without any",
    before: wanting("me:pw"),
    set: by("HTTPS_PROXY"),
    outcome: "network.proxy-refused",
    tunnels: untried,
    says: "answers 407: it wants a name and password",
    advises: "HTTPS_PROXY like http://name:password@",
  },
  {
    name: "a proxy that wants other credentials",
    before: wanting("me:pw"),
    set: withCredentials("me:wrong"),
    outcome: "network.proxy-refused",
    // more could lock the account
    tunnels: 1,
    shown: ["me:wrong"],
    says: "answers 407: it refuses the name and password",
    advises: "correct them in HTTPS_PROXY; they were sent once only",
  },
  {
    name: "a proxy that wants NTLM",
    before: (world) => {
      world.proxy.credentials = "nobody";
      world.proxy.challenge = "Negotiate, NTLM";
    },
    set: by("HTTPS_PROXY"),
    outcome: "network.proxy-refused",
    tunnels: untried,
    says: "407",
    advises: "does not take a plain name and password",
  },
  {
    name: "a proxy that answers 403",
    before: answering(403),
    set: by("HTTPS_PROXY"),
    outcome: "network.proxy-refused",
    tunnels: untried,
    says: `does not let the request through to ${mirror}: it answers 403`,
    advises: "NO_PROXY",
  },
  {
    name: "a proxy that answers 511 to CONNECT, with credentials",
    before: answering(511),
    set: withCredentials("me:pw"),
    outcome: "network.refused",
    tunnels: 1,
    shown: ["me:pw"],
    says: "answers 511: this network wants a login before it lets anything through",
    advises: "open any page in a browser, log in",
  },
  {
    name: "a proxy that answers 511 to CONNECT",
    before: answering(511),
    set: by("HTTPS_PROXY"),
    outcome: "network.refused",
    tunnels: untried,
    says: "this network wants a login",
  },
  ...[502, 503, 504].map(
    (status): Row => ({
      name: `a proxy that answers ${status}`,
      before: answering(status),
      set: by("HTTPS_PROXY"),
      outcome: "network.unreachable",
      tunnels: tried,
      says: `cannot reach ${mirror}: it answers ${status}`,
      advises: "NO_PROXY",
    }),
  ),
  ...[405, 501].map(
    (status): Row => ({
      name: `a proxy that answers ${status} to CONNECT`,
      before: answering(status),
      set: by("HTTPS_PROXY"),
      outcome: "network.proxy-refused",
      tunnels: untried,
      says: `opens no tunnel to ${mirror}: it answers ${status}, and knows no CONNECT`,
      advises: "check that HTTPS_PROXY names a proxy for https",
    }),
  ),
  ...["100", "101"].map(
    (status): Row => ({
      name: `a proxy that answers ${status} to CONNECT`,
      set: (world) => ({ HTTPS_PROXY: `http://${world.host(status)}` }),
      came: [status, untried],
      outcome: "network.proxy-refused",
      says: `opens no tunnel to ${mirror}: it answers ${status}`,
    }),
  ),
  ...["407 with an escape", "407 with a large header"].map(
    (name): Row => ({
      name: `a proxy that answers ${name}`,
      set: (world) => ({ HTTPS_PROXY: `http://me:pw@${world.host(name)}` }),
      // more could lock the account
      came: [name, 1],
      outcome: "network.proxy-refused",
      says: "answers 407: it refuses the name and password",
    }),
  ),
  {
    name: "a proxy whose 200 breaks the rules of HTTP",
    set: (world) => ({ HTTPS_PROXY: `http://${world.host("escape in the head")}` }),
    came: ["escape in the head", tried],
    outcome: "network.garbled",
    says: "the head of the answer of the proxy",
  },
  {
    name: "a proxy over TLS that takes the connection and stays silent",
    set: (world) => ({ HTTPS_PROXY: `https://${world.host("silent")}` }),
    came: ["silent", [2, 7]],
    outcome: "network.timed-out",
    says: "(HTTPS_PROXY) took the connection and did not agree on TLS within",
  },
  {
    name: "a proxy that hangs up",
    before: answering("hangs up"),
    set: by("HTTPS_PROXY"),
    outcome: "network.interrupted",
    tunnels: tried,
    says: "(HTTPS_PROXY) broke off",
  },
  {
    name: "a proxy that never answers",
    before: answering("is silent"),
    set: by("HTTPS_PROXY"),
    outcome: "network.timed-out",
    tunnels: [2, 7],
    says: "(HTTPS_PROXY) did not answer within",
  },
  {
    name: "a proxy that is not there",
    set: (world) => ({ ALL_PROXY: `http://${world.nobody}` }),
    outcome: "network.unreachable",
    says: "(ALL_PROXY) refuses the connection",
    advises: "correct ALL_PROXY",
  },
  {
    name: "a proxy whose name is not known",
    set: () => ({ HTTPS_PROXY: "http://proxy.invalid:3128" }),
    outcome: "network.unreachable",
    says: "no such host: the proxy proxy.invalid:3128 (HTTPS_PROXY)",
  },
  {
    name: "a proxy that is an ssh server",
    set: (world) => ({ HTTPS_PROXY: `http://${world.host("ssh")}` }),
    outcome: "network.not-http",
    came: ["ssh", untried],
    says: "(HTTPS_PROXY) does not speak HTTP",
  },
  {
    name: "http:// of a proxy that speaks TLS",
    set: (world) => ({ HTTPS_PROXY: `http://${world.host("alert")}` }),
    outcome: "network.not-http",
    came: ["alert", untried],
    says: "(HTTPS_PROXY) speaks TLS at that port",
    advises: "write https:// in HTTPS_PROXY",
  },
  {
    name: "https:// of a proxy that speaks none",
    set: (world) => ({ HTTPS_PROXY: world.proxy.url.replace("http:", "https:") }),
    outcome: "network.tls-failed",
    says: "(HTTPS_PROXY) does not speak TLS",
    advises: "write http:// in HTTPS_PROXY",
  },
  {
    name: "https:// of a proxy nobody vouches for",
    set: (world) => ({ HTTPS_PROXY: world.secureProxy.url, SSL_CERT_FILE: "" }),
    outcome: "network.untrusted-certificate",
    says: "certificate of the proxy",
    advises: "NODE_EXTRA_CA_CERTS",
  },
];
