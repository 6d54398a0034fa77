import { describe, expect, it } from "vitest";
import { releaseOf, yearsAfterOrigin } from "./release.ts";

const listed = (...dates: (string | null)[]) => dates.map((releaseDate) => ({ releaseDate }));

describe("when a model came out", () => {
  it("is what its maker lists, though a few list it later", () => {
    const others = listed("2025-08-07", "2025-08-07", "2025-08-07", "2026-01-01", "2026-02-02");
    expect(releaseOf("2025-08-07", others, null)).toBe("2025-08-07");
  });

  it("is what most list where the maker does not sell it, the earliest of several", () => {
    expect(releaseOf(null, listed("2025-03", "2025-02-01", "2025-03"), null)).toBe("2025-03");
    expect(releaseOf(null, listed("2025-03-01", "2025-02-01"), null)).toBe("2025-02-01");
    expect(releaseOf(null, listed(null), null)).toBeNull();
  });

  it("is no first of January, which upstream writes where nobody knew the day", () => {
    expect(releaseOf("2024-01-01", listed("2024-01-01", "2025-01-27"), null)).toBe("2025-01-27");
    expect(releaseOf("2024-01-01", listed("2024-01-01"), null)).toBeNull();
  });

  it("is the date in its id where an older one is listed, as of an alias that moved", () => {
    expect(releaseOf("2024-11-01", listed("2024-11-01"), "2025-12")).toBe("2025-12");
    expect(releaseOf("2025-11-24", listed("2025-11-24"), "2025-12-01")).toBe("2025-11-24");
    expect(releaseOf(null, [], "2025-12")).toBe("2025-12");
  });

  it("is not the date in its id where that has no year, or an earlier one", () => {
    expect(releaseOf("2025-03-01", listed("2025-03-01"), "--06-01")).toBe("2025-03-01");
    expect(releaseOf("2025-06-17", listed("2025-06-17"), "2024-05-06")).toBe("2025-06-17");
  });

  it("is the middle of all dates where two of five list it months later than the maker", () => {
    const others = listed("2024-12", "2025-12-15", "2025-12-15", "2025-12-23", "2024-12");
    expect(releaseOf("2024-12", others, null)).toBe("2025-12-15");
  });
});

describe("years after the origin", () => {
  it("are negative before it", () => {
    expect(yearsAfterOrigin("2025-07-01")).toBe(0);
    expect(yearsAfterOrigin("2026-07-01")).toBeCloseTo(1, 2);
    expect(yearsAfterOrigin("2025-01-01")).toBeCloseTo(-0.5, 2);
  });
});
