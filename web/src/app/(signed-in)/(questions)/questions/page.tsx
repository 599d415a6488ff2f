import { NoQuestionOpen } from "@/features/mark-questions/question-page";

export default function QuestionsHome() {
  return <NoQuestionOpen />;
}
