/**
 * Of lines that are tried in very many ways one in `step`, another one in each way by the length of what that is called;
 * all of them where `MODELFORGE_TEST_EVERY` is set.
 */
export function someOf<Line>(lines: readonly Line[], step: number, way = ""): readonly Line[] {
  if (process.env.MODELFORGE_TEST_EVERY !== undefined) return lines;
  return lines.filter((_, at) => at % step === way.length % step);
}
