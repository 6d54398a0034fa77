import type { ReactElement } from "react";
import type { Drawn } from "../../render/drawn.ts";
import { keysAfterTab, keysAlways } from "../commands.ts";
import { piece, wrapPieces } from "../layout.ts";
import { fit } from "../width.ts";
import { Block } from "./block.tsx";
import type { ViewProps } from "./props.ts";

const gap = "  ";

/** All keys, in place of the list. */
export function Help({ style, pen: { drawn }, layout }: ViewProps): ReactElement {
  const { columns } = layout.list;
  const width = Math.max(...keysAlways.map(({ key }) => key.length));
  const always = keysAlways.map(({ key, does }) => {
    const about = fit(does, Math.max(1, columns - width - gap.length), "left", style.ellipsis);
    return drawn`${style.cyan(key.padEnd(width))}${gap}${about.trimEnd()}`;
  });
  const pieces = keysAfterTab.map(({ key, does }) => piece(key, does));
  const afterTab = wrapPieces(pieces, columns).map((line) =>
    line.reduce<Drawn>(
      (before, { name, value }, at) =>
        drawn`${before}${at === 0 ? "" : `${gap} `}${style.cyan(name)} ${value}`,
      drawn``,
    ),
  );
  const head = style.bold("After Tab");
  return <Block lines={[...always, head, ...afterTab]} size={layout.list} />;
}
