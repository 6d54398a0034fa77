import { describe, expect, it } from "vitest";
import type { Environment } from "../../src/system/ports.ts";

/** Where a program stands. */
export interface Place {
  variables: Record<string, string>;
  /** Undefined: nobody says. */
  home: string | undefined;
  currentDirectory: string;
}

/** What every machine tells a program. `withPlace` lends it for as long as the action takes. */
export function contractOf(
  name: string,
  withPlace: (place: Place, act: (environment: Environment) => void) => void,
): void {
  const place: Place = { variables: {}, home: "/home/somebody", currentDirectory: "/" };

  describe(name, () => {
    it("gives a variable, and undefined for what is unset or empty", () => {
      const variables = { MODELFORGE_TEST_SET: "a b", MODELFORGE_TEST_EMPTY: "" };
      withPlace({ ...place, variables }, ({ get }) => {
        expect(get("MODELFORGE_TEST_SET")).toBe("a b");
        expect(get("MODELFORGE_TEST_EMPTY")).toBeUndefined();
        expect(get("MODELFORGE_TEST_UNSET")).toBeUndefined();
      });
    });

    it("gives the names of all that are set, once each", () => {
      const variables = { MODELFORGE_TEST_SET: "a b", MODELFORGE_TEST_EMPTY: "" };
      withPlace({ ...place, variables }, ({ names }) => {
        expect(names()).toEqual(expect.arrayContaining(Object.keys(variables)));
        expect(new Set(names()).size).toBe(names().length);
        expect(names()).not.toContain("MODELFORGE_TEST_UNSET");
      });
      withPlace(place, ({ names }) => expect(names()).not.toContain("MODELFORGE_TEST_SET"));
    });

    it("gives nothing that every object has", () => {
      withPlace(place, ({ get }) => {
        for (const inherited of ["constructor", "toString", "__proto__", "hasOwnProperty"]) {
          expect([inherited, get(inherited)]).toEqual([inherited, undefined]);
        }
      });
    });

    it("says where the program stands, where its user is at home, and on what", () => {
      withPlace(place, (environment) => {
        expect(environment.home).toBe("/home/somebody");
        expect(environment.currentDirectory).toBe("/");
        expect(environment.platform).toMatch(/^[a-z0-9]+$/);
      });
    });

    it("knows no home where that is nowhere", () => {
      withPlace({ ...place, home: undefined }, ({ home }) => expect(home).toBeUndefined());
    });
  });
}
