import { describe, expect, it } from "vitest";
import { createFakeSystem } from "../../src/testing/fake-system.ts";
import { fakeDisk, realDisk } from "./disks.ts";
import { contractOf } from "./locks.ts";

contractOf("locks of this machine", realDisk());
contractOf("locks made up", fakeDisk);

describe("locks made up", () => {
  it("of a process that was killed hold nobody up, those of one that runs do", async () => {
    const first = createFakeSystem();
    const other = first.startAnother();
    expect(await first.files.lock("/refresh")).toBeDefined();
    await first.clock.advance(86_400_000);
    expect(await other.files.lock("/refresh")).toBeUndefined();
    first.process.kill();
    expect(await other.files.lock("/refresh")).toBeDefined();
  });
});
