// the same command in a script of its own, which can work out a ranking
export { start } from "./recommend.ts";
