// The rules of rooms.cjs in the checker's words; `npm run check:imports` enforces them.
const { rooms, apart, freeOfTypes, tests } = require("./rooms.cjs");

const escaped = (text) => text.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);
const inside = (room) => (room.endsWith("/") ? `^${escaped(room)}` : `^${escaped(room)}$`);
const paths = Object.keys(rooms);
const published = paths.filter((room) => room.startsWith(tests));
const free = [String.raw`\.test\.tsx?$`, `(?!${published.map(inside).join("|")})${inside(tests)}`];

/** A room within a room has rules of its own. */
const within = (room) =>
  paths.filter((other) => other !== room && room.endsWith("/") && other.startsWith(room));

const folderOf = (entry) =>
  entry.startsWith("npm:")
    ? `^node_modules/${escaped(entry.slice("npm:".length))}/`
    : inside(entry);

const only = (room, allowed) => {
  const inner = within(room).filter((one) => !allowed.includes(one));
  const to = [room, ...allowed.filter((entry) => entry !== "node:")].map(folderOf);
  return {
    name: `${room} imports what its row says`,
    comment: `rooms.cjs lets ${room} import itself${allowed.map((entry) => `, ${entry}`).join("")}.`,
    severity: "error",
    from: { path: inside(room), pathNot: [...free, ...within(room).map(inside)] },
    to: {
      path: "^src/|^node_modules/",
      pathNot:
        inner.length === 0 ? to : to.map((path) => `(?!${inner.map(inside).join("|")})${path}`),
      ...(freeOfTypes.includes(room) ? { dependencyTypesNot: ["type-only"] } : {}),
    },
  };
};

/** @type {import("dependency-cruiser").IConfiguration} */
module.exports = {
  forbidden: [
    {
      name: "no circle",
      comment: "Move what both need into a third file.",
      severity: "error",
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ["type-only"] } },
    },
    {
      name: "a file in no room imports nothing",
      comment: "Give it a row in rooms.cjs.",
      severity: "error",
      from: { path: "^src/", pathNot: [...free, ...paths.map(inside)] },
      to: {},
    },
    {
      name: "every import leads somewhere",
      comment: "What cannot be found cannot be judged.",
      severity: "error",
      from: { path: "^src/" },
      to: { couldNotResolve: true },
    },
    ...Object.entries(rooms).map(([room, allowed]) => only(room, allowed)),
    {
      name: "node:* behind the ports",
      comment: "Add what you need to a port.",
      severity: "error",
      from: {
        path: "^src/",
        pathNot: [...free, ...paths.filter((room) => rooms[room].includes("node:")).map(inside)],
      },
      to: { dependencyTypes: ["core"] },
    },
    ...Object.entries(apart).map(([room, comment]) => ({
      name: `the folders of ${room} stand alone`,
      comment,
      severity: "error",
      from: { path: `^${room}([^/]+)/`, pathNot: free },
      to: { path: `^${room}([^/]+)/`, pathNot: `^${room}$1/` },
    })),
  ],
  options: {
    doNotFollow: { path: "node_modules" },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: "tsconfig.json" },
    enhancedResolveOptions: {
      exportsFields: ["exports"],
      conditionNames: ["import", "module-sync", "node", "default"],
      extensions: [".ts", ".tsx", ".js", ".mjs", ".json"],
    },
  },
};
