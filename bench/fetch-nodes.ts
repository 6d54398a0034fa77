import { fetchedNodes } from "./nodes/find-nodes.ts";

/** `npm run --silent bench:nodes -- 20.18.1 22` prints the path of each Node, fetched where it is not there yet. */
const { nodes, missing } = await fetchedNodes(process.argv.slice(2));
for (const { path } of nodes) console.log(path);
for (const sentence of missing) console.error(sentence);
if (missing.length > 0) process.exitCode = 1;
