import type { NodeAtHand } from "../nodes/node.ts";
import type { Counter, Ended } from "./counter.ts";
import { median, ratiosOf, type Spread, spreadOf } from "./statistics.ts";

/** How a script is run. */
export interface Run {
  node: NodeAtHand;
  /** Another program than that Node; the bare one it is compared with stays. */
  program?: string | undefined;
  /** The script and its arguments. */
  args: readonly string[];
  env: NodeJS.ProcessEnv;
  cwd: string;
  /** What stdout has to look like. */
  expected: RegExp;
  /** Before every run, outside of what is counted. */
  before?: (() => Promise<void> | void) | undefined;
  /** Whether what outlives the script counts as well. */
  withAllItStarted?: boolean | undefined;
}

/** What a command uses, as times what `node -e 0` of the same Node does, and by itself. */
export interface Figures {
  /** User and system time. */
  c: Spread;
  /** From start to end. */
  w: Spread;
  cpuMs: { ours: number; bare: number };
  /** Most memory held, over that of the bare Node. */
  peakOverBareMiB: number;
}

const primings = 2;
const warmUps = 2;

/** The command and a bare Node in turn; both meet the same noise, so the ratio of a pair holds on a busy machine. */
export async function measurePairs(counter: Counter, run: Run, pairs: number): Promise<Figures> {
  const bare = bareOf(run);
  // these fill the caches, and may say something else
  for (let time = 0; time < primings; time += 1) await runOnce(counter, { ...run, expected: /./ });
  const ours: Ended[] = [];
  const theirs: Ended[] = [];
  for (let pair = -warmUps; pair < pairs; pair += 1) {
    const [one, other] = [await runOnce(counter, run), await runOnce(counter, bare)];
    if (pair < 0) continue;
    ours.push(one);
    theirs.push(other);
  }
  const cpu = (ended: Ended) => cpuMs(ended, run.withAllItStarted);
  const wall = ({ wallMs }: Ended) => wallMs;
  const over = ours.map(({ peakBytes }, pair) => peakBytes - (theirs[pair] as Ended).peakBytes);
  return {
    c: spreadOf(ratiosOf(ours.map(cpu), theirs.map(cpu))),
    w: spreadOf(ratiosOf(ours.map(wall), theirs.map(wall))),
    cpuMs: { ours: median(ours.map(cpu)), bare: median(theirs.map(cpu)) },
    peakOverBareMiB: median(over) / 1024 ** 2,
  };
}

/** The same Node with nothing to do. */
export function bareOf({ node, env, cwd }: Run): Run {
  return { node, env, cwd, args: ["-e", "0"], expected: /^$/ };
}

/** @throws where it fails, or says something else than expected */
export async function runOnce(counter: Counter, run: Run): Promise<Ended> {
  const { node, program = node.path, args, env, cwd, expected, before } = run;
  await before?.();
  const ended = await counter.run({ argv: [program, ...args], env, cwd });
  if (ended.code === 0 && expected.test(ended.stdout)) return ended;
  const said = `${ended.stdout.slice(0, 300)}${ended.stderr.slice(0, 600)}`;
  throw new Error(`exit ${ended.code} of ${args.join(" ")} under ${node.version}: ${said}`);
}

/** User and system time of a command, and where it is asked for of what has outlived it. */
export function cpuMs(ended: Ended, withAllItStarted = false): number {
  const counted = withAllItStarted ? [ended, ...ended.others] : [ended];
  return counted.reduce((sum, { userMs, systemMs }) => sum + userMs + systemMs, 0);
}
