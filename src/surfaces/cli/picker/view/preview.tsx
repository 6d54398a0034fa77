import { Box } from "ink";
import type { ReactElement } from "react";
import { Line } from "./line.tsx";
import type { ViewProps } from "./props.ts";
import { Words } from "./words.tsx";

/** What is known of the highlighted model. */
export function PreviewPane({
  state,
  found,
  catalog,
  style,
  pen: { drawn },
  layout,
}: ViewProps): ReactElement | null {
  const row = found.rows[state.at];
  const { columns, rows } = layout.preview;
  if (row === undefined || rows === 0) return null;
  const { title, fields } = catalog.preview(row);
  const width = Math.max(...fields.map(([label]) => label.length));
  // stacked below the list there are few lines: each field gets one
  const wrap = layout.isSideBySide ? "wrap" : "truncate";
  return (
    <Box flexDirection="column" width={columns} height={rows} flexShrink={0} overflow="hidden">
      {layout.isSideBySide ? null : <Line>{style.dim("-".repeat(columns))}</Line>}
      <Line>{style.bold(title)}</Line>
      {fields.map(([label, value]) => (
        <Box key={label} flexShrink={0}>
          <Box width={width + 2} flexShrink={0}>
            <Words lines={[style.dim(label)]} />
          </Box>
          <Words lines={[drawn`${value}`]} wrap={wrap} />
        </Box>
      ))}
    </Box>
  );
}
