export { ModelForgeError } from "./failure.ts";
