import { both, type Row } from "./row.ts";
import { mirror, type World } from "./world.ts";

const proxyHost = ({ proxy }: World): string => proxy.url.slice("http://".length);
export const by = (variable: string) => (world: World) => ({ [variable]: world.proxy.url });
export const withCredentials = (credentials: string) => (world: World) => ({
  HTTPS_PROXY: `http://${credentials}@${proxyHost(world)}`,
});
export const wanting = (credentials: string) => (world: World) => {
  world.proxy.credentials = credentials;
};
export const proxies: Row[] = [
  { name: "no variable", outcome: "network.unreachable", says: "no such host" },
  ...["HTTPS_PROXY", "https_proxy", "ALL_PROXY", "all_proxy"].map(
    (variable): Row => ({ name: variable, set: by(variable), outcome: "catalog", ...both }),
  ),
  {
    name: "an empty https_proxy beside HTTPS_PROXY",
    set: (world) => ({ https_proxy: "", HTTPS_PROXY: world.proxy.url }),
    outcome: "catalog",
    ...both,
  },
  {
    name: "an empty HTTPS_PROXY beside ALL_PROXY",
    set: (world) => ({ HTTPS_PROXY: "", ALL_PROXY: world.proxy.url }),
    outcome: "catalog",
    ...both,
  },
  {
    name: "https_proxy beside another HTTPS_PROXY",
    set: (world) => ({ https_proxy: world.proxy.url, HTTPS_PROXY: `http://${world.nobody}` }),
    outcome: "catalog",
    ...both,
  },
  {
    name: "HTTP_PROXY alone, for https",
    set: by("HTTP_PROXY"),
    outcome: "network.unreachable",
    says: "no such host",
    advises: "HTTP_PROXY holds for plain http alone",
  },
  {
    name: "HTTPS_PROXY=host:port",
    set: (world) => ({ HTTPS_PROXY: proxyHost(world) }),
    outcome: "catalog",
    ...both,
  },
  {
    name: "HTTPS_PROXY=name:password@host:port, with signs in percent",
    before: wanting("me@work:p/w ä"),
    set: (world) => ({ HTTPS_PROXY: `me%40work:p%2Fw%20%C3%A4@${proxyHost(world)}` }),
    outcome: "catalog",
    ...both,
    shown: ["me@work:p/w ä", "me@work:p/w ä"],
  },
  {
    name: "HTTPS_PROXY=http://name:password@host:port, with raw signs",
    before: wanting("me:p/w#@?"),
    set: withCredentials("me:p/w#@?"),
    outcome: "catalog",
    ...both,
  },
  {
    name: "HTTPS_PROXY=http://name@host:port",
    before: wanting("me:"),
    set: withCredentials("me"),
    outcome: "catalog",
    ...both,
  },
  {
    name: "HTTPS_PROXY=https://…, a proxy spoken to over TLS",
    set: (world) => ({ HTTPS_PROXY: world.secureProxy.url }),
    outcome: "catalog",
    secureTunnels: 2,
    mirror: 2,
  },
  {
    name: "HTTPS_PROXY=https://name:password@…",
    before: (world) => {
      world.secureProxy.credentials = "me:pw";
    },
    set: ({ secureProxy }) => ({ HTTPS_PROXY: secureProxy.url.replace("//", "//me:pw@") }),
    outcome: "catalog",
    secureTunnels: 2,
    mirror: 2,
  },
  ...["socks4", "socks5", "socks5h", "ftp"].map(
    (scheme): Row => ({
      name: `HTTPS_PROXY=${scheme}://…`,
      set: (world) => ({ HTTPS_PROXY: `${scheme}://me:pw@${proxyHost(world)}` }),
      outcome: "network.bad-setting",
      says: `HTTPS_PROXY names a ${scheme} proxy`,
      advises: "http:// or https:// proxy",
    }),
  ),
  {
    name: "HTTPS_PROXY that is no address",
    set: () => ({ HTTPS_PROXY: "http://" }),
    outcome: "network.bad-setting",
    says: "HTTPS_PROXY does not name a proxy",
    advises: "http://proxy.example:3128",
  },
];

export const exceptions: Row[] = [
  ...[
    "*",
    "other.example,*",
    mirror,
    ".test",
    "*.test",
    `${mirror}:443`,
    "a.example MODELS.TEST",
  ].map(
    (list): Row => ({
      name: `NO_PROXY=${list}`,
      set: (world) => ({ HTTPS_PROXY: world.proxy.url, NO_PROXY: list }),
      outcome: "network.unreachable",
      says: `no such host: ${mirror}`,
    }),
  ),
  ...["dels.test", "a.models.test", `${mirror}:80`, "10.0.0.0/8"].map(
    (list): Row => ({
      name: `NO_PROXY=${list}`,
      set: (world) => ({ HTTPS_PROXY: world.proxy.url, NO_PROXY: list }),
      outcome: "catalog",
      ...both,
    }),
  ),
  {
    name: "an empty no_proxy beside NO_PROXY=*",
    set: (world) => ({ HTTPS_PROXY: world.proxy.url, no_proxy: "", NO_PROXY: "*" }),
    outcome: "network.unreachable",
  },
  {
    name: "a bad proxy beside NO_PROXY=*",
    set: () => ({ HTTPS_PROXY: "socks5://p:1", NO_PROXY: "*" }),
    outcome: "network.unreachable",
  },
  ...[
    "localhost",
    "127.0.0.1",
    "127.7.7.7",
    "[::ffff:127.0.0.1]",
    "mirror.localhost",
    "localhost.",
  ].map(
    (host): Row => ({
      name: `HTTP_PROXY, for plain http to ${host}`,
      asks: ({ plain }) => `http://${host}:${plain.port}`,
      set: ({ proxy }) => ({ HTTP_PROXY: proxy.url, http_proxy: proxy.url, ALL_PROXY: proxy.url }),
      outcome: host.startsWith("127.7") ? "network.unreachable" : "catalog",
    }),
  ),
  {
    name: "HTTPS_PROXY, for https to 127.0.0.1",
    asks: (world) => `https://127.0.0.1:${world.mirror.port}`,
    set: by("HTTPS_PROXY"),
    outcome: "catalog",
    mirror: 2,
  },
];
