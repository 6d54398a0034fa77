import { describe, expect, it } from "vitest";
import Output from "./ink-output.ts";

const plain = { transformers: [] };

describe("Output", () => {
  it("puts texts side by side, in whichever order they come", () => {
    const output = new Output({ width: 20, height: 2 });
    output.write(10, 0, "right\nbelow", plain);
    output.write(0, 0, "\u001b[1mleft\u001b[22m", plain);
    expect(output.get()).toEqual({
      output: "\u001b[1mleft\u001b[22m      right\n          below",
      height: 2,
    });
  });

  it("leaves out lines beyond the box and beyond the screen", () => {
    const output = new Output({ width: 20, height: 3 });
    output.clip({ y1: 0, y2: 2 });
    output.write(0, 1, "shown\nhidden", plain);
    output.unclip();
    output.write(0, 2, "last\nbeyond", plain);
    expect(output.get().output).toBe("\nshown\nlast");
  });

  it("changes each line as the component asks", () => {
    const output = new Output({ width: 20, height: 2 });
    output.write(0, 0, "a\nb", { transformers: [(line, at) => `${at}${line}`] });
    expect(output.get().output).toBe("0a\n1b");
  });
});
