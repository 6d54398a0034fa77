import { afterAll } from "vitest";
import { removeHomes } from "./cli/command.ts";

// modules live as long as a worker, what they made only as long as a test file
afterAll(removeHomes);
