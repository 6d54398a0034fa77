import { isRole, playRole } from "./setting/roles.ts";
import { runAll } from "./setting/run-all.ts";

/** `npm run bench -- --pairs 15 --node 20,24 --only info`; `--role` is how it starts children of itself. */
const [flag, role = "", ...rest] = process.argv.slice(2);
if (flag === "--role" && isRole(role)) await playRole(role, rest);
else process.exitCode = await runAll(process.argv.slice(2));
