import { describe, expect, it } from "vitest";
import { purposeNote } from "./purpose.ts";

describe("purposeNote", () => {
  it("names the use case that was asked for", () => {
    expect(purposeNote("best coding model").message).toContain("modelforge recommend coding ranks");
    expect(purposeNote("cheapest model for Agents").message).toContain("recommend agents ranks");
    expect(purposeNote("best for code").message).toContain("recommend coding ranks");
  });

  it("names the command alone where no use case was named", () => {
    expect(purposeNote("which model").message).toContain("modelforge recommend ranks what is best");
    expect(purposeNote("best constructor").message).toContain("modelforge recommend ranks");
  });
});
