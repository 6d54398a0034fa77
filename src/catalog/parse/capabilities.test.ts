import { expect, it } from "vitest";
import { oneModel } from "../../testing/one-model.ts";

const bare = {
  tool_call: undefined,
  temperature: undefined,
  reasoning: undefined,
  attachment: undefined,
};

it("capabilities are read from a map of what is supported", () => {
  const { capabilities, notUnderstood } = oneModel("p/m", {
    ...bare,
    capabilities: {
      tools: { supported: true },
      reasoning: { supported: true, effort: ["low"] },
      structured_output: true,
      temperature: { supported: false },
      vision: { supported: true },
      caching: { supported: true },
    },
  });
  expect(capabilities).toEqual(["reasoning", "tools", "structured-output", "vision"]);
  expect(notUnderstood).toBeUndefined();
});

it("capabilities are read from a list of names", () => {
  const { capabilities } = oneModel("p/m", { ...bare, capabilities: ["function_calling", "pdf"] });
  expect(capabilities).toEqual(["tools", "pdf"]);
});

it("capabilities are read from a list of what has a name", () => {
  const listed = [
    { name: "tools" },
    { name: "pdf", supported: false },
    { name: "vision", supported: true },
    {},
  ];
  const { capabilities } = oneModel("p/m", { ...bare, capabilities: listed });
  expect(capabilities).toEqual(["tools", "vision"]);
});

it("a flag says more than a map of capabilities", () => {
  const fields = { ...bare, tool_call: false, capabilities: { tools: { supported: true } } };
  expect(oneModel("p/m", fields).capabilities).toEqual([]);
});

it("a capability whose support is not understood is unknown", () => {
  const capabilities = { tools: { level: 3 }, vision: "sometimes", pdf: null };
  const model = oneModel("p/m", { ...bare, capabilities });
  expect(model.capabilities).toEqual([]);
  expect(model.notUnderstood).toEqual(["capabilities.tools", "capabilities.vision"]);
});

it("capabilities that are neither map nor list are unknown", () => {
  expect(oneModel("p/m", { ...bare, capabilities: 7 }).notUnderstood).toEqual(["capabilities"]);
});
