import { Box } from "ink";
import type { ReactElement } from "react";
import { Help } from "./help.tsx";
import { Line } from "./line.tsx";
import { Menu } from "./menu.tsx";
import { ModelList } from "./model-list.tsx";
import { Pieces } from "./pieces.tsx";
import { PreviewPane } from "./preview.tsx";
import type { ViewProps } from "./props.ts";
import { SearchLine } from "./search-line.tsx";

/** The whole screen. */
export function PickerScreen(props: ViewProps): ReactElement {
  const { state, style, pen, size, layout } = props;
  return (
    <Box flexDirection="column" width={size.columns} height={size.rows} overflow="hidden">
      <SearchLine {...props} />
      <Pieces lines={layout.facets} style={style} pen={pen} bright="value" />
      <Box
        flexDirection={layout.isSideBySide ? "row" : "column"}
        gap={layout.isSideBySide ? 2 : 0}
        flexGrow={1}
      >
        {state.menu !== undefined ? (
          <Menu menu={state.menu} {...props} />
        ) : state.isHelping ? (
          <Help {...props} />
        ) : (
          <ModelList {...props} />
        )}
        <PreviewPane {...props} />
      </Box>
      <Line>{style.yellow(state.message)}</Line>
      <Pieces lines={layout.hints} style={style} pen={pen} bright="name" />
    </Box>
  );
}
