import { QuestionPage } from "@/features/mark-questions/question-page";

export default async function Question({ params }: PageProps<"/diary/[pupilId]/questions/[questionId]">) {
  const { pupilId, questionId } = await params;
  return <QuestionPage questionId={questionId} path={`/diary/${pupilId}/questions`} />;
}
