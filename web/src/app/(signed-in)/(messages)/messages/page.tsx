import { ChooseThread } from "@/features/messages/choose-thread";

export default function MessagesHome() {
  return <ChooseThread />;
}
