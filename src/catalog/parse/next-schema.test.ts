import { expect, it } from "vitest";
import { parseCatalog } from "./catalog.ts";
import { parseExtras } from "./extras.ts";

const base = "https://api.acme.example/v1";

/** What models.dev is to become, written down by hand after its drafts. */
const document = {
  acme: {
    id: "acme",
    name: "Acme",
    env: ["ACME_API_KEY"],
    doc: "https://acme.example/docs",
    models: {
      "acme-large": {
        id: "acme-large",
        canonical_id: "acme/acme-large",
        type: "chat",
        name: "Acme Large",
        description: "large",
        open_weights: false,
        release_date: "2026-06-01",
        last_updated: "2026-06-01",
        modalities: { input: ["text/plain", "image/png", "application/pdf"], output: ["text"] },
        capabilities: {
          tools: { supported: true, parallel: true },
          reasoning: { supported: true, effort: ["low", "high"] },
          structured_output: { supported: true },
          temperature: { supported: false },
        },
        limit: { context: 200_000, output: 8_000 },
        cost: { input: 1.1, output: 4.4 },
        deprecation_date: "2027-12-31",
        api: { "chat-completions": { base_url: base, path: "/chat/completions" } },
      },
      "acme-old": {
        id: "acme-old",
        type: "chat",
        release_date: "2025-01-01",
        modalities: { input: ["text"], output: ["text"] },
        capabilities: { tools: { supported: false } },
        cost: { input: 0.1, output: 0.2 },
        deprecation_date: "2026-01-31",
        api: {},
      },
      vectors: {
        id: "vectors",
        type: "embedding",
        modalities: { input: ["text"], output: ["text"] },
        cost: { input: 0.02, output: 0 },
      },
      judge: {
        id: "judge",
        type: "moderation",
        modalities: { input: ["text"], output: ["text"] },
        cost: { input: 0.1, output: 0.1 },
      },
      order: { id: "order", type: "rerank", cost: { input: 0.02 } },
    },
  },
};

it("the next schema of models.dev is read like today's", () => {
  const now = Date.UTC(2026, 10, 27);
  const { providers, models, findings } = parseCatalog(document, undefined, now);
  expect(providers[0]?.provider).toMatchObject({ api: base, auth: ["api-key"], models: 5 });
  expect(models.map(({ model }) => model)).toMatchObject([
    {
      ref: "acme/acme-large",
      status: null,
      capabilities: ["reasoning", "tools", "structured-output", "vision", "pdf"],
      modalities: { input: ["text", "image", "pdf"], output: ["text"] },
      limits: { context: 200_000, output: 8_000 },
      price: { input: 1.1, output: 4.4 },
      releaseDate: "2026-06-01",
    },
    { ref: "acme/acme-old", status: "deprecated", capabilities: [], price: { input: 0.1 } },
    { ref: "acme/judge", statedKind: "moderation", modalities: { output: ["text"] } },
    { ref: "acme/order", modalities: { input: [], output: ["score"] } },
    { ref: "acme/vectors", modalities: { output: ["embedding"] } },
  ]);
  expect(findings.notUnderstood).toEqual({});
  const { reasoning, api } = parseExtras(document.acme.models["acme-large"]);
  expect([reasoning.efforts, api]).toEqual([["low", "high"], base]);
});
