import type { Cluster } from "./cluster.ts";
import type { Form, Member } from "./forms.ts";

/** One way in which a model is written: its words in one order, and what else its ids say. */
interface Spelled extends Pick<Form, "stem" | "sizes" | "stamps" | "marks"> {
  group: number;
}

/** What a group is called by whoever offers it. */
export interface GroupNames {
  spelled: Spelled[];
  /** Ids without what stands before their last slash, in lower case. */
  bareIds: { bareId: string; group: number }[];
}

/** How the models of a catalog are written; `clusters` by the numbers of their groups. */
export function namesOfGroups(clusters: readonly Cluster[]): GroupNames {
  const names: GroupNames = { spelled: [], bareIds: [] };
  clusters.forEach((cluster, group) => {
    for (const form of formsOf(cluster)) {
      const { stem, sizes, stamps, marks } = form;
      // what means something else at every host names nothing
      if (!stem.includes("@")) names.spelled.push({ stem, sizes, stamps, marks, group });
    }
    for (const bareId of new Set(cluster.members.map((member) => member.bareId)))
      names.bareIds.push({ bareId, group });
  });
  return names;
}

/** Those of its offers, and what models.json lists of it although nobody offers it so. */
function formsOf({ forms, members }: Cluster): Set<Form> {
  const listed = forms.filter(({ members: own }) => own.length === 0);
  return new Set([...members.map(({ form }: Member) => form), ...listed]);
}
