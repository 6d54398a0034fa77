/** Marks what `modelforge/testing` makes; import and require may bring a copy of this file each. */
export const fakeMark = Symbol.for("modelforge.fake-system");
