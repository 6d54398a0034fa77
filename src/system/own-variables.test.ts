import { describe, expect, it } from "vitest";
import { createFakeSystem } from "../testing/fake-system.ts";
import { ownVariables, unknownVariables } from "./own-variables.ts";
import { variables } from "./variables.ts";

const unknownAmong = (...names: string[]): string[] => {
  const set = Object.fromEntries(names.map((name) => [name, "1"]));
  return unknownVariables(createFakeSystem({ variables: set }).environment);
};

describe("a variable with our name", () => {
  it("is known where the reference has it, and nowhere else", () => {
    const documented = variables
      .flatMap(({ name }) => name.split(", "))
      .filter((name) => name.startsWith("MODELFORGE_") && !name.includes("<"));
    expect([...ownVariables].toSorted()).toEqual(documented.toSorted());
    expect(unknownAmong(...ownVariables)).toEqual([]);
  });

  it("is known where it may hold a provider's credential", () => {
    const names = ["MODELFORGE_OPENAI_API_KEY", "MODELFORGE_WAFER_AI_ACCESS_TOKEN"];
    expect(unknownAmong(...names)).toEqual([]);
    expect(unknownAmong("MODELFORGE__KEY", "MODELFORGE_API_KEY_X")).toHaveLength(2);
  });

  it("is unknown in other spellings, and whatever else it is", () => {
    const names = [
      "MODELFORGE_CACHEDIR",
      "MODELFORGE_url",
      "MODELFORGE_",
      "MODELFORGE_constructor",
    ];
    expect(unknownAmong(...names, "modelforge_url", "MODELFORGEX", "PATH")).toEqual(names);
  });

  it("counts as unset where it is empty", () => {
    const { environment } = createFakeSystem({ variables: { MODELFORGE_X: "" } });
    expect(unknownVariables(environment)).toEqual([]);
  });
});
