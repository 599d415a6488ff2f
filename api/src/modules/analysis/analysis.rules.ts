import { seesWholeSchool, type Viewer } from "../../kernel/viewer";
import { viewerRule } from "../access/access.rules";

/** The class teacher of the class, the deputy and the director read its analyses, on the screen and as files [2.1, 3.3.2]. */
export function mayReadAnalysis(viewer: Viewer, { classId }: { classId: string }): boolean {
  return viewer.leads.has(classId) || seesWholeSchool(viewer);
}

export const readsAnalysis = viewerRule("readsAnalysis", mayReadAnalysis);

/** The class's own teacher writes and signs [3.3.2]. */
export const writesAnalysis = viewerRule<{ input: { classId: string } }>("writesAnalysis", (viewer, { input }) =>
  viewer.leads.has(input.classId),
);
