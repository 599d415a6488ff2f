import { Title } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { IconPencilPlus } from "@tabler/icons-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import type { ConversationFolder, ConversationsQuery, ConversationsQueryVariables } from "@/graphql/generated/graphql";
import type { Seed } from "@/graphql/use-seeded-query";
import { LinkButton } from "@/ui/link-button";
import { SearchField } from "@/ui/search-field";
import classes from "./conversation-panel.module.css";
import { ConversationList } from "./conversation-list";
import { FoundMessages } from "./found-messages";

interface ConversationPanelProps {
  seed: Seed<ConversationsQuery, ConversationsQueryVariables>;
  /** Nothing else is open: this is the page's own heading. */
  isAlone: boolean;
}

/** The way to a new message, the search, the two folders, and the threads themselves. */
export function ConversationPanel({ seed, isAlone }: ConversationPanelProps) {
  const t = useTranslations("messages");
  const [folder, setFolder] = useState<ConversationFolder>("INBOX");
  const [typed, setTyped] = useState("");
  const [search] = useDebouncedValue(typed.trim(), TYPING_PAUSE);
  const isSearching = search.length >= SEARCH_FROM;
  return (
    <section className={classes.panel} aria-label={t("threads")}>
      <div className={classes.head}>
        <Title order={isAlone ? 1 : 2} size="h3">
          {t("title")}
        </Title>
        <LinkButton href="/messages/new" size="xs" leftSection={<IconPencilPlus size={17} aria-hidden />}>
          {t("write")}
        </LinkButton>
      </div>
      <search className={classes.search}>
        <SearchField hint={t("searchHint")} value={typed} onChange={setTyped} />
      </search>
      {!isSearching && (
        <div className={classes.folders} role="group" aria-label={t("folders")}>
          {FOLDERS.map((other) => (
            <button key={other} type="button" className={classes.folder} aria-pressed={other === folder} onClick={() => setFolder(other)}>
              {t(`folder.${other}`)}
            </button>
          ))}
        </div>
      )}
      <div className={classes.rows}>
        {isSearching ? <FoundMessages key={search} text={search} /> : <ConversationList key={folder} folder={folder} seed={seed} />}
      </div>
    </section>
  );
}

const FOLDERS = ["INBOX", "ARCHIVE"] as const;
const TYPING_PAUSE = 300;
const SEARCH_FROM = 2;
