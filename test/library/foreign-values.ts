import * as fc from "fast-check";
import { ModelForgeError } from "../../src/failure.ts";

/** What a program can hand over that no JSON can hold. */
const strange: readonly unknown[] = [
  undefined,
  null,
  Number.NaN,
  Number.POSITIVE_INFINITY,
  -1,
  -0,
  0.5,
  1e300,
  2 ** 53,
  "",
  "200k",
  "constructor",
  "__proto__",
  "\u0000",
  "\ud800",
  "x".repeat(20_000),
  10n,
  Symbol("name"),
  () => "openai",
  new Date(0),
  new Date(Number.NaN),
  Object("boxed") as unknown,
  Object(7) as unknown,
  /x/,
  new Map([["free", true]]),
  new Set(["openai"]),
  new Uint8Array(3),
  Object.assign([], { length: 1e9 }),
  Object.create({ free: true }) as unknown,
  JSON.parse('{"__proto__":{"free":true}}') as unknown,
  { [Symbol("free")]: true },
  {
    get free(): boolean {
      throw new RangeError("a getter");
    },
  },
  new Proxy(
    {},
    {
      ownKeys: () => {
        throw new TypeError("a trap");
      },
    },
  ),
  revoked({}),
  revoked([]),
];

function revoked(target: object): unknown {
  const { proxy, revoke } = Proxy.revocable(target, {});
  revoke();
  return proxy;
}

/** Wrapped: whoever generates values looks into them, and these are not to be looked into. */
export const anyValue: fc.Arbitrary<{ take(): unknown }> = fc.oneof(
  fc.nat(strange.length - 1).map((at) => ({ take: () => strange[at] })),
  fc.jsonValue().map((value) => ({ take: (): unknown => value })),
  fc
    .anything({
      withBigInt: true,
      withBoxedValues: true,
      withDate: true,
      withMap: true,
      withNullPrototype: true,
      withObjectString: true,
      withSet: true,
      withSparseArray: true,
      withTypedArray: true,
    })
    .map((value) => ({ take: () => value })),
);

/** What came of a question: an answer, or the code of a failure of ours. Anything else is thrown on. */
export async function outcomeOf(ask: () => unknown): Promise<{ code?: string; field?: unknown }> {
  try {
    await ask();
    return {};
  } catch (error) {
    if (!(error instanceof ModelForgeError)) throw error;
    // programs hand details on as JSON
    JSON.stringify(error.details);
    return { code: error.code, field: error.details.field };
  }
}
