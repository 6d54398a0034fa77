import type { Trials } from "./trial.ts";

/** Fields of rows in other words than usual. */
export const rows: Trials = {
  "10-env-string.json": {
    right: "env as text is one variable",
    lines: [
      ["modelforge providers info acme", { out: [/way in +api-key/, /^ +ACME_API_KEY +not set/m] }],
      [
        "modelforge providers list --json",
        { result: [{ env: ["ACME_API_KEY"], auth: ["api-key"] }] },
      ],
      ["ACME_API_KEY=x modelforge list --configured --json", { result: [{ ref: "acme/m1" }] }],
      ["modelforge list --configured", { err: [/ACME_API_KEY/] }],
    ],
  },
  "11-env-empty.json": {
    right: "an empty env is not listed, never no need of a key",
    lines: [
      ["modelforge providers info acme", { out: [/way in +not listed/], never: [/way in +none/] }],
      ["modelforge providers info acme --json", { result: { env: [], auth: [] } }],
      ["modelforge list --configured --json", { result: [] }],
    ],
  },
  "12-tool_call-object.json": {
    right: "objects that say what is supported are read",
    lines: [
      [
        "modelforge list --capability tools --sort ref --json",
        { result: [{ ref: "acme/m1" }, { ref: "acme/m2" }] },
      ],
      ["modelforge list --capability reasoning --json", { result: [{ ref: "acme/m2" }] }],
    ],
  },
  "13-modalities-mime.json": {
    right: "MIME types are media",
    lines: [
      ["modelforge list --capability pdf,vision --json", { result: [{ ref: "acme/m1" }] }],
      [
        "modelforge list --input-modality image --json",
        { result: [{ modalities: { input: ["text", "image", "pdf"] } }] },
      ],
    ],
  },
  "14-modalities-case.json": {
    right: "media are read in any case",
    lines: [
      [
        "modelforge list --capability vision --json",
        { result: [{ modalities: { input: ["text", "image"], output: ["text"] } }] },
      ],
    ],
  },
  "15-prices-as-strings.json": {
    right: "numbers as text are read, and counted as odd",
    lines: [
      ["modelforge list --json", { result: [{ price: { input: 0.5, output: 2 } }] }],
      ["modelforge info acme/m1", { out: [/input +\$0\.50/, /output +\$2/] }],
      [
        "modelforge cost acme/m1 --input 100k --output 1k --json",
        { result: [{ perRequest: 0.052, complete: true }] },
      ],
      ["modelforge list && modelforge cache status", { out: [/odd values .*model\.cost\.input/] }],
    ],
  },
  "16-limit-strings.json": {
    right: "numbers as text are read, and counted as odd",
    lines: [
      ["modelforge list --json", { result: [{ limits: { context: 128_000, output: 8_192 } }] }],
      ["modelforge info acme/m1", { out: [/context +128,000/, /output +8,192/] }],
      ["modelforge list --min-context 100k --json", { result: [{ ref: "acme/m1" }] }],
      ["modelforge list && modelforge cache status", { out: [/odd values .*model\.limit/] }],
    ],
  },
  "17-status-variants.json": {
    right:
      "words for retired in any case, a flag and a day that has passed mean deprecated; active is no status",
    lines: [
      [
        "modelforge list",
        { out: [/acme\/m3/], err: [/5 deprecated models hidden/], never: [/acme\/m[12456]/] },
      ],
      ["modelforge list --status stable", { out: [/acme\/m3/], never: [/acme\/m[12456]/] }],
      [
        "modelforge list --status deprecated --sort ref --json",
        { result: [1, 2, 4, 5, 6].map((at) => ({ ref: `acme/m${at}`, status: "deprecated" })) },
      ],
    ],
  },
  "18-dates.json": {
    right: "timestamps and days in other spellings are read; what stays unreadable is said",
    lines: [
      [
        "modelforge list --sort released --desc --json",
        {
          result: [
            { ref: "acme/m1", releaseDate: "2026-01-15" },
            { ref: "acme/m2", releaseDate: "2026-01-15" },
            { ref: "acme/m3", releaseDate: "2026-01-15" },
            { ref: "acme/m6", releaseDate: "2026-01-05" },
            { ref: "acme/m4", releaseDate: null },
          ],
          warned: ["catalog.not-understood"],
        },
      ],
      ["modelforge info acme/m4", { err: [/acme\/m4: releaseDate/], never: [/2098/] }],
      ["modelforge info acme/m1", { out: [/2026-01-15/], never: [/not understood/] }],
    ],
  },
  "21-case-dup-ids.json": {
    right: "exact case wins; where two differ in nothing else, both are named",
    lines: [
      ["modelforge info acme/Glm-5 --json", { exit: 3, err: [/acme\/GLM-5/, /acme\/glm-5/] }],
      ["modelforge info acme/GLM-5 --json", { result: { ref: "acme/GLM-5", price: { input: 1 } } }],
      ["modelforge info acme/glm-5 --json", { result: { ref: "acme/glm-5", price: { input: 3 } } }],
      ["modelforge cost acme/Glm-5 --input 1k", { exit: 3, err: [/acme\/GLM-5/, /acme\/glm-5/] }],
    ],
  },
  "25-ws-ids.json": {
    right: "what is shown can be typed",
    lines: [
      ...["tsv", "csv"].map(
        (format) =>
          [
            `modelforge list --fields ref --format ${format} | tail -n +2 | while IFS= read -r ref; do modelforge info "$ref"; done`,
            { out: [/acme\/ m1/, /acme\/m2/, /acme\/m 3/, /acme\/m4/, /acme\/m5/] },
          ] as const,
      ),
      ["modelforge info 'acme/m 3' --json", { result: { id: "m\n3" } }],
      ["modelforge info acme/m1 --json", { result: { id: " m1 " } }],
      ["modelforge info acme/m4 --json", { result: { id: "m\u200b4" } }],
      ["modelforge info acme/m5 --json", { result: { id: "m\u001b[31m5" } }],
    ],
  },
  "94-v2-schema-row.json": {
    right: "what upstream is to become is read like today's",
    lines: [
      [
        "modelforge list --capability tools,pdf,vision,reasoning --status all --json",
        {
          result: [
            {
              ref: "acme/m1",
              status: "deprecated",
              limits: { context: 200_000, output: 8_000 },
              modalities: { input: ["text", "image", "pdf"], output: ["text"] },
            },
          ],
        },
      ],
      ["modelforge list", { out: [/acme\/e1/], err: [/1 deprecated model hidden/] }],
      ["modelforge list --kind embedding --json", { result: [{ ref: "acme/e1" }] }],
      [
        "modelforge recommend embedding --json",
        { result: { recommendations: [{ model: { ref: "acme/e1" } }] } },
      ],
      ["modelforge info acme/m1", { out: [/https:\/\/api\.acme\.example\/v1/, /low, high/] }],
    ],
  },
  "96-released-in-2098.json": {
    right: "a date more than a year ahead is odd, and unknown where models are ranked",
    lines: [
      [
        "modelforge list --sort released --desc --json",
        {
          result: [{ ref: "acme/m2" }, { ref: "acme/m1", releaseDate: null }],
          warned: ["catalog.not-understood"],
        },
      ],
      [
        "modelforge recommend chat",
        { out: [/^acme\/m2.*\nacme\/m1/m], err: [/releaseDate/], never: [/Ruled out/] },
      ],
      ["modelforge list", { out: [/^model.*\nacme\/m2/], never: [/2098/] }],
    ],
  },
};
