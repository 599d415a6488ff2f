import { Button } from "@mantine/core";
import { useTranslations } from "next-intl";
import type { BoardPlace } from "./board-places";

/** What is to be done with places; `JOURNALS`: to choose among those of the one class. */
export interface Asked {
  what: "CLOSE" | "OPEN" | "LIFT" | "JOURNALS";
  places: BoardPlace[];
}

/** The buttons for the ticked places: each opens the dialog that asks before anything is done. */
export function PlaceActions({ places, onAsk }: { places: BoardPlace[]; onAsk: (asked: Asked) => void }) {
  const t = useTranslations("termLocks");
  const locked = places.filter(({ isLocked }) => isLocked).length;
  return (
    <>
      <Button size="sm" disabled={places.length === 0} onClick={() => onAsk({ what: "CLOSE", places })}>
        {t("board.close", { count: places.length })}
      </Button>
      <Button size="sm" variant="default" disabled={locked === 0} onClick={() => onAsk({ what: "OPEN", places })}>
        {t("board.open", { count: locked })}
      </Button>
      {places.length === 1 && places[0]?.lock && (
        <Button size="sm" variant="subtle" onClick={() => onAsk({ what: "LIFT", places })}>
          {t("board.lift")}
        </Button>
      )}
    </>
  );
}
