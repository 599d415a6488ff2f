import { QuestionPage } from "@/features/mark-questions/question-page";

export default async function Question({ params }: PageProps<"/questions/[questionId]">) {
  return <QuestionPage questionId={(await params).questionId} path="/questions" />;
}
