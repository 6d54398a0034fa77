import { afterAll, beforeAll, expect, it } from "vitest";
import { type Certificate, makeCertificate } from "../stand-in/certificate.ts";
import type { StandIn } from "../stand-in/stand-in.ts";
import { smallCatalog } from "../support/catalogs.ts";
import { Place } from "../support/place.ts";
import { expectAnswersFrom, resultsOf } from "../support/questions.ts";
import { errorOf } from "../support/run.ts";
import { forget, startServing } from "../support/serving.ts";
import { describeWhere, lackOfOpenssl } from "../support/tools.ts";

const catalog = smallCatalog();

describeWhere(lackOfOpenssl(), "a refresh that meets a wrong certificate", () => {
  let standIn: StandIn;
  let elsewhere: StandIn;
  let own: Certificate;
  let foreign: Certificate;

  beforeAll(async () => {
    own = makeCertificate("IP:127.0.0.1");
    foreign = makeCertificate("DNS:somebody-else.example");
    standIn = await startServing(catalog, own);
    elsewhere = await startServing(catalog, foreign);
  });
  afterAll(async () => {
    await standIn.stop();
    await elsewhere.stop();
  });

  it("fails with exit 5, names the way out, and leaves the older catalog in charge", async () => {
    const place = new Place({ MODELFORGE_URL: `https://127.0.0.1:${standIn.port}` });
    const trusting = await place.run(["refresh-cache"], {
      env: { NODE_EXTRA_CA_CERTS: own.path },
    });
    expect(trusting.code).toBe(0);
    forget(standIn);
    const [text, json] = [
      await place.run(["refresh-cache"]),
      await place.run(["refresh-cache", "--json"]),
    ];
    expect([text.code, json.code]).toEqual([5, 5]);
    expect(json.stdout).toBe("");
    expect(errorOf(json).code).toBe("network.untrusted-certificate");
    expect(text.stderr).toMatch(/^error: .*certificate.*\nhint: .*NODE_EXTRA_CA_CERTS/m);
    expect(standIn.requests).toEqual([]);
    expectAnswersFrom(catalog, await resultsOf(place));
  });

  it("fails where the certificate is trusted but of another host", async () => {
    const place = new Place({ MODELFORGE_URL: `https://127.0.0.1:${elsewhere.port}` });
    const run = await place.run(["refresh-cache", "--json"], {
      env: { NODE_EXTRA_CA_CERTS: foreign.path },
    });
    expect(run.code).toBe(5);
    expect(errorOf(run).code).toBe("network.untrusted-certificate");
    expect(elsewhere.requests).toEqual([]);
  });
});
