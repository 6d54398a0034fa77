import { both, type Row, untried } from "./row.ts";
import { mirror, type World } from "./world.ts";

export const https = (name: string) => (world: World) => `https://${world.host(name)}`;
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
  {
    name: "a server that wants a certificate, in TLS 1.3 behind a proxy",
    set: ({ strictProxy }) => ({ HTTPS_PROXY: strictProxy.url }),
    outcome: "network.tls-failed",
    came: ["wants a certificate in TLS 1.3", untried],
    says: `${mirror} wants a certificate of yours`,
  },
  {
    name: "a server that stays silent behind a proxy",
    set: ({ silentProxy }) => ({ HTTPS_PROXY: silentProxy.url }),
    outcome: "network.timed-out",
    came: ["silent", [2, 7]],
    says: `${mirror} took the connection and did not agree on TLS within`,
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
