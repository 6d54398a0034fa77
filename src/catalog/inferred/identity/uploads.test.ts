import { describe, expect, it } from "vitest";
import { SmallCatalog } from "./small-catalog.ts";

describe("an uploader whose name stands before another's model", () => {
  const base = ["lab/tiny-14b"];
  const upload = (id: string, name: string): SmallCatalog =>
    new SmallCatalog({ a: base, b: base, hub: [{ id, name }] });

  it("has made a model of its own of it", () => {
    const catalog = upload("OpenPaths/Tiny-14B-Instruct", "OpenPaths Tiny 14B Instruct");
    expect(catalog.of("hub/OpenPaths/Tiny-14B-Instruct").model).toBe("openpaths/tiny-14b-instruct");
    expect(catalog.areSame("hub/OpenPaths/Tiny-14B-Instruct", "a/lab/tiny-14b")).toBe(false);
    expect(
      upload("pearl-ai/tiny-14b", "Pearl AI Tiny 14B").areSame(
        "hub/pearl-ai/tiny-14b",
        "a/lab/tiny-14b",
      ),
    ).toBe(false);
  });

  it.each([
    ["copies/tiny-14b", "Tiny 14B", "has put another copy there"],
    ["copies/tiny-14b", "copies/tiny-14b", "is in the id written out"],
    ["copies/tiny-14b", "Copies: Tiny 14B", "is whom a market names before each"],
  ])("offers the model itself: %s, called %s, %s", (id, name) => {
    expect(upload(id, name).areSame(`hub/${id}`, "a/lab/tiny-14b")).toBe(true);
  });

  it("offers the model itself where it is known for more, or by more", () => {
    const named = { id: "copies/tiny-14b", name: "Copies Tiny 14B" };
    const more = new SmallCatalog({ a: base, b: base, hub: [named, "copies/other-1"] });
    expect(more.areSame("hub/copies/tiny-14b", "a/lab/tiny-14b")).toBe(true);
    const by = new SmallCatalog({ a: base, b: [named], hub: [named] });
    expect(by.areSame("hub/copies/tiny-14b", "a/lab/tiny-14b")).toBe(true);
  });

  it("made the model that models.json lists as its own", () => {
    const catalog = new SmallCatalog(
      { hub: [{ id: "scribe/palm-x5", name: "Scribe Palm X5" }], c: ["palm-x5"] },
      { "scribe/palm-x5": "Palm X5" },
    );
    expect(catalog.of("hub/scribe/palm-x5").model).toBe("scribe/palm-x5");
    expect(catalog.areSame("hub/scribe/palm-x5", "c/palm-x5")).toBe(true);
  });

  it("made the model where nobody has it from elsewhere", () => {
    const catalog = new SmallCatalog({
      hub: [{ id: "scribe/palm-x5", name: "Scribe Palm X5" }],
      cloud: ["scribe.palm-x5-v1:0"],
      c: ["palm-x5"],
    });
    expect(catalog.areSame("hub/scribe/palm-x5", "c/palm-x5")).toBe(true);
  });
});
