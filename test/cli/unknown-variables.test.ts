import { describe, expect, it } from "vitest";
import { createCommand } from "./command.ts";
import { answerOf } from "./envelope.ts";

const { run } = createCommand({ MODELFORGE_OFFLINE: "1" });
const slip = { MODELFORGE_CACHE_DIRECTORY: "/somewhere" };
const note =
  "note: MODELFORGE_CACHE_DIRECTORY is no variable of ModelForge; did you mean MODELFORGE_CACHE_DIR?";
const lines = (text: string): string[] => text.trimEnd().split("\n");
// the shipped snapshot answers, and says its age
const ofNames = (stderr: string): string[] =>
  lines(stderr).filter((line) => line.includes("of ModelForge"));

describe("a variable with our name that means nothing", () => {
  it.each([
    ["list", "--limit", "1"],
    ["info", "openai/gpt-4o"],
    ["info", "no/such"],
    ["cache", "path"],
    ["cache", "history"],
  ])("is noted once, with the nearest: %s %s %s", (...args) => {
    const words = args.filter((word) => word !== undefined);
    const [usual, noted] = [run(words), run(words, slip)];
    expect(ofNames(noted.stderr)).toEqual([note]);
    expect(lines(noted.stderr)[0]).toBe(note);
    expect([noted.code, noted.stdout]).toEqual([usual.code, usual.stdout]);
  });

  it("is noted beside JSON, which stays what it is", () => {
    const ran = run(["list", "--limit", "1", "--json"], slip);
    expect(answerOf<unknown[]>(ran).result).toHaveLength(1);
    expect(ofNames(ran.stderr)).toEqual([note]);
    const failed = run(["info", "no/such", "--json"], slip);
    const last = lines(failed.stderr).at(-1) ?? "";
    expect(JSON.parse(last)).toMatchObject({ error: { code: "model.not-found" } });
  });

  it.each([
    ["list", "--limit", "1", "--quiet"],
    ["--help"],
    ["list", "--help"],
    ["completion", "bash"],
    ["complete", "--", "li"],
    ["--version"],
  ])("is not noted where nobody wants it or nothing is set by it: %s %s", (...args) => {
    const words = args.filter((word) => word !== undefined);
    expect(ofNames(run(words, slip).stderr)).toEqual([]);
  });

  it("is noted without a guess where nothing is near, cut where it is long, counted where they are many", () => {
    const long = `MODELFORGE_${"X".repeat(300)}`;
    const many = { [long]: "1", MODELFORGE_B7: "1", MODELFORGE_C7: "1", MODELFORGE_D7: "1" };
    const { stderr } = run(["cache", "path"], many);
    expect(lines(stderr)).toHaveLength(4);
    expect(stderr).toContain(`${long.slice(0, 60)} is no variable of ModelForge\n`);
    expect(stderr).toContain("note: nor is 1 more that begins with MODELFORGE_\n");
  });

  it("is none where it may hold a credential, or is empty", () => {
    const known = { MODELFORGE_MY_OWN_API_KEY: "1", MODELFORGE_FEATURE_CODE_CACHE: "0" };
    expect(run(["cache", "path"], { ...known, MODELFORGE_NOTHING: "" }).stderr).toBe("");
  });
});
