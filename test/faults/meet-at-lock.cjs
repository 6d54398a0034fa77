// Makes a process wait for another before it takes the lock of a cache: it says that it has arrived, and goes on when it may.
const fs = require("node:fs");
const { syncBuiltinESMExports } = require("node:module");

const { mkdirSync } = fs;
const place = process.env.MEETING_PLACE;
let locks = 0;

fs.mkdirSync = (path, ...more) => {
  if (String(path).endsWith("/refresh.lock") && (locks += 1) === Number(process.env.MEETING_LOCK)) {
    fs.writeFileSync(`${place}/arrived`, "");
    const nobody = new Int32Array(new SharedArrayBuffer(4));
    while (!fs.existsSync(`${place}/go`)) Atomics.wait(nobody, 0, 0, 5);
  }
  return mkdirSync(path, ...more);
};
syncBuiltinESMExports();
