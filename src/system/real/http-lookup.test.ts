import { describe, expect, it } from "vitest";
import { lookup } from "./http-lookup.ts";

type Options = Parameters<typeof lookup>[1];

function resolved(hostname: string, options: Options): Promise<unknown> {
  return new Promise((resolve, reject) => {
    lookup(hostname, options, (error, address, family) => {
      if (error !== null) reject(error);
      else resolve(options.all === true ? address : [address, family]);
    });
  });
}

const both = [
  { address: "127.0.0.1", family: 4 },
  { address: "::1", family: 6 },
];

describe("a name of this machine", () => {
  it.each(["localhost", "localhost.", "no-resolver-knows-this.localhost", "a.B.LocalHost."])(
    "is this machine, whatever a resolver would say: %s",
    async (name) => {
      expect(await resolved(name, { all: true })).toEqual(both);
      expect(await resolved(name, { family: 6, all: true })).toEqual([both[1]]);
      expect(await resolved(name, {})).toEqual(["127.0.0.1", 4]);
      expect(await resolved(name, { family: 6 })).toEqual(["::1", 6]);
    },
  );
});

describe("any other name", () => {
  it("is asked of the resolver", async () => {
    await expect(resolved("localhost.invalid", { all: true })).rejects.toMatchObject({
      syscall: "getaddrinfo",
    });
  });
});
