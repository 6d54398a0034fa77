import { render } from "ink";
import type { ReactElement } from "react";
import type { ScreenSize } from "./layout.ts";

/** Turns components into lines of text. What reaches the terminal, and where, is not left to ink. */
export interface Frames {
  draw(element: ReactElement, size: ScreenSize): readonly string[];
  close(): void;
}

/** `onFailure` is called with what a component throws. */
export function openFrames(onFailure: (error: unknown) => void): Frames {
  let frame = "";
  let size: ScreenSize = { columns: 80, rows: 24 };
  const stdout = {
    get columns() {
      return size.columns;
    },
    get rows() {
      return size.rows;
    },
    isTTY: false,
    write: (text: string) => {
      frame = text;
      return true;
    },
    on: () => stdout,
    off: () => stdout,
  };
  const stdin = { isTTY: false };
  let instance: ReturnType<typeof render> | undefined;
  return {
    draw: (element, wanted) => {
      size = wanted;
      if (instance === undefined) {
        instance = render(element, {
          stdout: stdout as unknown as NodeJS.WriteStream,
          stdin: stdin as unknown as NodeJS.ReadStream,
          stderr: stdout as unknown as NodeJS.WriteStream,
          // every frame whole and at once: ink alone would clear the scrollback when a terminal shrinks
          debug: true,
          exitOnCtrlC: false,
          patchConsole: false,
          // for screen readers there is --plain, whatever ink finds in the environment
          isScreenReaderEnabled: false,
        });
        instance.waitUntilExit().catch(onFailure);
      } else instance.rerender(element);
      return frame.split("\n");
    },
    close: () => {
      // ink draws once more when it ends: nothing, quickly
      instance?.rerender(null);
      instance?.unmount();
    },
  };
}
