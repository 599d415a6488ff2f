import { useTranslations } from "next-intl";
import { PopUp } from "@/ui/pop-up";
import classes from "./message-item.module.css";
import { readersOf } from "./receipts";
import type { ThreadConversation } from "./thread";
import { useMoments } from "./use-moments";

/** Whether an own message is read: by the one it went to, or by how many of a group, with their names on demand. */
export function Receipt({ seq, conversation: { isGroup, members } }: { seq: number; conversation: ThreadConversation }) {
  const t = useTranslations("messages");
  const moments = useMoments();
  const { read, notYet } = readersOf(seq, members);
  if (!isGroup) {
    const at = read[0]?.lastReadAt;
    return <p className={classes.receipt}>{read[0] ? (at ? t("readAt", { time: moments.full(at) }) : t("read")) : t("sent")}</p>;
  }
  const text = t("readBy", { read: read.length, all: read.length + notYet.length });
  return (
    <div className={classes.receipt}>
      <PopUp side="above" buttonClassName={classes.readers} button={text}>
        {() => (
          <div className={classes.names}>
            <Names title={t("haveRead")} names={read.map(({ name }) => name)} />
            <Names title={t("notYet")} names={notYet.map(({ name }) => name)} />
          </div>
        )}
      </PopUp>
    </div>
  );
}

function Names({ title, names }: { title: string; names: string[] }) {
  if (names.length === 0) return null;
  return (
    <>
      <h3>{title}</h3>
      <ul>
        {names.map((name, place) => (
          <li key={place}>{name}</li>
        ))}
      </ul>
    </>
  );
}
