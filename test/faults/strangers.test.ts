import { dirname, join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { copyOf } from "../cli/command.ts";
import { StandIn } from "../stand-in/stand-in.ts";
import { allBelow, census, makeOutside, putInPlace, strangers } from "./foreign.ts";
import { directoriesOf, type Filled, fill, liveThrough } from "./one-life.ts";

let standIn: StandIn;
let filled: Filled;

beforeAll(async () => {
  standIn = await StandIn.start();
  filled = await fill(standIn);
});

afterAll(() => standIn.stop());

/** What a stranger may stand in the place of: several at once, where one is not above the other. */
const places = ({ source, generation, older }: Filled): string[][] => {
  const inSource = (name: string): string => `cache/v1/${source}/${name}`;
  const [, prepared] = directoriesOf(generation);
  const inNotes = (name: string): string => `state/catalog/${source}/${name}`;
  return [
    ["cache/v1", "state/catalog"],
    [`cache/v1/${source}`, `state/catalog/${source}`],
    [inSource("generations"), inNotes("answers"), inNotes("last-refresh.json")],
    [inSource("prepared"), inSource(`generations/${older}/body.br`)],
    [inSource(`generations/${generation}`), inSource(prepared)],
    [
      inSource(`${prepared}/columns.bin`),
      inSource(`generations/${generation}/sums.bin`),
      inSource(`generations/${older}`),
    ],
    [
      inSource(`generations/${generation}/manifest.json`),
      inSource(`${prepared}/manifest.json`),
      inSource("current.json"),
      inSource("quarantine"),
      inSource("refused"),
      "cache/code",
      "cache/.model-forge",
      "state/.model-forge",
    ],
  ];
};

describe("in the place of something of ModelForge's", () => {
  for (const [name, put] of strangers) {
    it.concurrent(`${name} stays as it is, wherever it stands`, async () => {
      for (const group of places(filled)) {
        const command = copyOf(filled.command);
        const outside = makeOutside(command.home);
        const mine = group.map((place) => join(command.home, place));
        for (const path of mine) putInPlace(path, put, outside);
        const all = allBelow([...mine, dirname(outside.file)]);
        const before = census(all);
        await liveThrough(command, filled.older);
        expect([group, census(all)]).toEqual([group, before]);
      }
    }, 300_000);
  }
});
