import { expect, it } from "vitest";
import { describeRealCatalogs } from "../../../testing/real-catalog.ts";
import { identityOf } from "./identities.ts";
import { identify } from "./identify.ts";

describeRealCatalogs("sameness in a real catalog", (real) => {
  it.each([
    ["amazon-bedrock/us.anthropic.claude-opus-4-8", "anthropic/claude-opus-4-8", "us"],
    ["groq/llama-3.3-70b-versatile", "meta/llama-3.3-70b-instruct", "versatile"],
    ["openrouter/qwen/qwen3-coder:free", "alibaba/qwen3-coder-480b-a35b-instruct", "free"],
    ["fireworks-ai/accounts/fireworks/models/gpt-oss-120b", "openai/gpt-oss-120b", null],
    ["venice/openai-gpt-54-mini", "openai/gpt-5.4-mini", null],
  ])("knows %s as %s", (ref, model, variant) => {
    const { models, catalog } = real.open();
    const identities = identify(models, catalog.facts);
    const row = models.findIndex((one) => one.ref === ref);
    expect(identityOf(identities, row)).toMatchObject({ model, variant });
  });
});
