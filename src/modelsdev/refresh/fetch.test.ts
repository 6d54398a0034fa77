import { describe, expect, it } from "vitest";
import { ModelForgeError } from "../../failure.ts";
import { rejectionOf } from "../../testing/failures.ts";
import { createFakeSystem, type FakeSystem } from "../../testing/fake-system.ts";
import { fetchDocument } from "./fetch.ts";

/** A server that gives one answer to everything. */
function machineWith(headers: Record<string, string>, status = 200): FakeSystem {
  const machine = createFakeSystem();
  machine.http.serve(/./, { status, headers, body: "{}" });
  return machine;
}

const wanted = (url: string, etag?: string) => ({
  url: new URL(url),
  etag,
  userAgent: "modelforge/test",
  deadline: 10_000,
  allowedMs: 10_000,
});

describe("a request for a document", () => {
  it.each([
    ["https://me:s3cret@m.example/api.json", "me:s3cret"],
    ["https://me%40work:p%C3%A4ss@m.example/api.json", undefined],
    ["https://me:100%@m.example/api.json", "me:100%"],
    ["https://me:%E9%80%9A@m.example/api.json", undefined],
  ])("carries the credentials of %s", async (url, credentials) => {
    const machine = machineWith({ "content-type": "application/json" });
    await fetchDocument(machine, wanted(url));
    const { authorization } = machine.http.requests[0]?.headers ?? {};
    expect(authorization).toMatch(/^Basic /);
    if (credentials !== undefined) expect(authorization).toBe(`Basic ${btoa(credentials)}`);
  });

  it("carries no credentials where there are none, and the ETag where one is known", async () => {
    const machine = machineWith({ "content-type": "application/json" });
    await fetchDocument(machine, wanted("https://m.example/api.json", '"abc"'));
    expect(machine.http.requests[0]?.headers).toEqual({
      accept: "application/json",
      "accept-encoding": "br, gzip",
      "user-agent": "modelforge/test",
      "if-none-match": '"abc"',
    });
  });

  it.each([
    "",
    "application/json; charset=utf-8",
    "application/vnd.api+json",
    "text/plain",
    "application/octet-stream",
    "binary/octet-stream",
  ])("takes an answer of type %j", async (type) => {
    const machine = machineWith({ "content-type": type });
    const fetched = await fetchDocument(machine, wanted("https://m.example/api.json"));
    expect(fetched.status).toBe("changed");
  });

  it.each(["text/html", "text/html; charset=utf-8", "image/png"])(
    "refuses an answer of type %s",
    async (type) => {
      const machine = machineWith({ "content-type": type });
      await expect(
        fetchDocument(machine, wanted("https://m.example/api.json")),
      ).rejects.toMatchObject({
        code: "catalog.not-json",
      });
    },
  );

  it("is sent three times at most, and once where another try would not help", async () => {
    const busy = machineWith({}, 503);
    await expect(fetchDocument(busy, wanted("https://m.example/api.json"))).rejects.toMatchObject({
      code: "network.server-failed",
    });
    expect(busy.http.requests).toHaveLength(3);
    const gone = machineWith({}, 404);
    await expect(fetchDocument(gone, wanted("https://m.example/api.json"))).rejects.toMatchObject({
      code: "network.refused",
    });
    expect(gone.http.requests).toHaveLength(1);
  });

  it("is told by its first try where later ones had less time", async () => {
    let tries = 0;
    const machine = createFakeSystem();
    machine.http.serve(/./, () => {
      tries += 1;
      return { fails: new ModelForgeError("network.timed-out", { message: `try ${tries}` }) };
    });
    await expect(
      fetchDocument(machine, wanted("https://m.example/api.json")),
    ).rejects.toMatchObject({ message: "try 1", details: { url: "https://m.example/api.json" } });
    expect(tries).toBe(3);
  });

  it("carries no ETag that no request may hold", async () => {
    for (const etag of ['"ä"', '"a\nb"', '"\u0000"', '"通"']) {
      const machine = machineWith({ "content-type": "application/json" });
      await fetchDocument(machine, wanted("https://m.example/api.json", etag));
      expect(machine.http.requests[0]?.headers["if-none-match"]).toBeUndefined();
    }
  });

  it.each([
    ["https://me:pw@other.example/x?token=1#top", "https://other.example/x?…"],
    ["https://me:p/w@other.example/x", "https://…"],
    ["//me:12/34@other.example/x", "…"],
    ["data:text/plain,secret", "data:…"],
    ["http://[", "http://…"],
  ])("tells of a redirect to %s as %s", async (location, shown) => {
    const machine = machineWith({ location }, 302);
    await expect(
      fetchDocument(machine, wanted("https://you:pass@m.example/api.json?key=1")),
    ).rejects.toMatchObject({
      message: expect.stringContaining(`redirects to ${shown}, which`) as string,
      details: { url: "https://m.example/api.json?…", location: shown },
    });
  });

  it("is not sent again where the server asks to wait longer than is left", async () => {
    const machine = machineWith({ "retry-after": "9" }, 503);
    await expect(
      fetchDocument(machine, wanted("https://m.example/api.json")),
    ).rejects.toMatchObject({
      details: { status: 503, retryAfterSeconds: 9 },
    });
    expect(machine.http.requests).toHaveLength(1);
  });

  it.each([
    ["https://other.example/api.json", "to another host"],
    ["http://m.example/api.json", "to plain http"],
    ["/again", "in a circle"],
  ])("does not follow a redirect to %s, %s", async (location) => {
    const machine = machineWith({ location }, 302);
    await expect(
      fetchDocument(machine, wanted("https://m.example/api.json")),
    ).rejects.toMatchObject({
      code: "network.redirected",
    });
  });

  it("says of a circle what it is, and of another host what is followed", async () => {
    const hintOf = async (location: string): Promise<unknown> => {
      const machine = machineWith({ location }, 302);
      const asked = fetchDocument(machine, wanted("https://m.example/api.json"));
      return (await rejectionOf(asked)).hint;
    };
    expect(await hintOf("/again")).toMatch(/^it may send every request on for ever/);
    expect(await hintOf("https://other.example/")).toMatch(/^redirects are followed to the same/);
  });
});
