import { projectFile, userFile } from "../../../config/places.ts";
import type { Move, Wizard } from "./wizard.ts";

/** Where there is a repository, or a file already: in any other directory a project is none. */
export function hasProject({ context }: Wizard): boolean {
  const { environment, files } = context.machine;
  const { isThere, candidates } = projectFile(environment, files);
  const root = candidates.at(-1)?.replace(/\/[^/]+\/[^/]+$/, "");
  return isThere || (root !== undefined && files.info(`${root}/.git`) !== undefined);
}

export async function askScope(wizard: Wizard): Promise<Move> {
  const { context, draft } = wizard;
  const { environment, files } = context.machine;
  const isForProject = await wizard.choose(
    "scope",
    {
      question: "Where is the model to be in use?",
      body: [{ text: "Keys are kept beside the configuration, for you alone.", tone: "dim" }],
      at: draft.project ? 1 : 0,
    },
    [
      { label: "everywhere", about: userFile(environment, files) ?? "", value: false },
      {
        label: "in this project",
        about: projectFile(environment, files).path ?? "",
        value: true,
      },
    ],
  );
  if (isForProject === undefined) return "back";
  draft.project = isForProject;
  return "next";
}
