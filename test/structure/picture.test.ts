import { createRequire } from "node:module";
import { describe, expect, it } from "vitest";
import { fencesOf, readPage } from "../docs/markdown.ts";

const { rooms } = createRequire(import.meta.url)("../../rooms.cjs") as {
  rooms: Record<string, string[]>;
};

/** What stands in the picture for a room: its folder in `src/`, or what is alone there. */
function drawnAs(room: string): string {
  const [top = "", next = ""] = room.replace(/^src\//, "").split("/");
  if (top === "system") return next === "real" ? "system/real/" : "system/*.ts";
  if (top === "surfaces") return `surfaces/${next}/`;
  return top.endsWith(".ts") ? top : `${top}/`;
}

const drawn = new Map<string, Set<string>>();
for (const [room, allowed] of Object.entries(rooms)) {
  const name = drawnAs(room);
  const imported = allowed.filter((entry) => entry.startsWith("src/")).map(drawnAs);
  drawn.set(name, new Set([...(drawn.get(name) ?? []), ...imported]));
}

/** Each room with the line it stands on. */
function floorsOf(picture: readonly string[]): [room: string, line: number][] {
  const isRoom = /(?<![\w/*.])(?:[a-z-]+\/)*(?:[a-z-]+|\*)(?:\.ts|\/)(?!\w)/g;
  return picture.flatMap((text, line) =>
    (text.match(isRoom) ?? []).map((room): [string, number] => [room, line]),
  );
}

/** The rooms that are not below one that imports them. */
function climbing(floors: ReadonlyMap<string, number>): string[] {
  return [...drawn].flatMap(([room, imported]) =>
    [...imported]
      .filter((other) => other !== room && (floors.get(other) ?? -1) <= (floors.get(room) ?? 0))
      .map((other) => `${room} imports ${other}, which stands no lower`),
  );
}

describe("the picture in ARCHITECTURE.md", () => {
  const [picture] = fencesOf(readPage("ARCHITECTURE.md"));
  const floors = floorsOf(picture?.lines ?? []);

  it("shows every room of the table once, and no other", () => {
    const shown = floors.map(([room]) => room);
    expect(shown.toSorted()).toEqual([...drawn.keys()].toSorted());
  });

  it("has every room above those that it imports", () => {
    expect(climbing(new Map(floors))).toEqual([]);
  });

  it("would be refused with a room on the wrong floor", () => {
    const [first = ""] = [...drawn].find(([, imported]) => imported.has("failure.ts")) ?? [];
    expect(climbing(new Map([...floors, ["failure.ts", -1]]))).toContain(
      `${first} imports failure.ts, which stands no lower`,
    );
  });
});
