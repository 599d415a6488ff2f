import { JournalListChoicesDocument, JournalListDocument } from "@/graphql/generated/graphql";
import { readForPage } from "@/graphql/read-for-page";
import { FeatureMessages } from "@/messages/feature-messages";
import { ProblemPage } from "@/ui/error-page";
import { JournalList } from "./journal-list";
import { variablesOfSelection, type JournalSelection } from "./journal-selection";

/** All journals that the viewer may open, narrowed to what the address says. Without the choices of the filter the list still works. */
export async function JournalListPage({ selection }: { selection: JournalSelection }) {
  const variables = variablesOfSelection(selection);
  const [found, choices] = await Promise.all([readForPage(JournalListDocument, variables), readForPage(JournalListChoicesDocument, {})]);
  if (found.problem) return <ProblemPage problem={found.problem} />;
  return (
    <FeatureMessages of={["journalList"]}>
      <JournalList initial={selection} seed={{ variables, data: found.data }} choices={choices.data} />
    </FeatureMessages>
  );
}
