import { useQuery } from "@apollo/client/react";
import { Checkbox } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { AddressBookDocument, type ContactCardFragment } from "@/graphql/generated/graphql";
import { EmptyState } from "@/ui/empty-state";
import { InlineError } from "@/ui/inline-error";
import { RowsSkeleton } from "@/ui/list-skeleton";
import { SearchField } from "@/ui/search-field";
import { ShowMore } from "@/ui/show-more";
import classes from "./new-message.module.css";
import { useContactText } from "./use-contact-text";

interface AddressBookProps {
  chosen: readonly ContactCardFragment[];
  onChange: (chosen: readonly ContactCardFragment[]) => void;
}

/** Everybody whom the viewer may write to, and nobody else. */
export function AddressBook({ chosen, onChange }: AddressBookProps) {
  const t = useTranslations("messages");
  const { roleOf, groupOf } = useContactText();
  const [typed, setTyped] = useState("");
  const [search] = useDebouncedValue(typed.trim(), 250);
  const variables = { search: search || null, first: 50, after: null };
  const { data, previousData, loading, error, fetchMore, refetch } = useQuery(AddressBookDocument, { variables });
  const found = (data ?? previousData)?.addressBook;
  const toggle = (contact: ContactCardFragment, isChosen: boolean) =>
    onChange(isChosen ? [...chosen, contact] : chosen.filter(({ id }) => id !== contact.id));
  return (
    <section aria-label={t("addressBook")} className={classes.book}>
      <search>
        <SearchField hint={t("addressBookHint")} value={typed} onChange={setTyped} />
      </search>
      {error && <InlineError error={error} onRetry={() => void refetch()} />}
      {!found && !error && <RowsSkeleton rowHeight={44} />}
      {found?.nodes.length === 0 && <Nobody isSearching={search !== ""} />}
      <div aria-busy={loading}>
        {Object.entries(Object.groupBy(found?.nodes ?? [], groupOf)).map(([group, contacts]) => (
          <fieldset key={group} className={classes.group}>
            <legend>{group}</legend>
            {contacts?.map((contact) => (
              <Checkbox
                key={contact.id}
                className={classes.contact}
                label={contact.name}
                description={roleOf(contact)}
                checked={chosen.some(({ id }) => id === contact.id)}
                onChange={(event) => toggle(contact, event.currentTarget.checked)}
              />
            ))}
          </fieldset>
        ))}
      </div>
      {found?.pageInfo.hasNextPage && (
        <ShowMore
          shown={found.nodes.length}
          total={found.totalCount}
          reading={loading}
          onMore={() => void fetchMore({ variables: { after: found.pageInfo.endCursor } })}
        />
      )}
    </section>
  );
}

function Nobody({ isSearching }: { isSearching: boolean }) {
  const t = useTranslations("messages");
  return <EmptyState title={t(isSearching ? "nobodyFound" : "nobody")} text={t(isSearching ? "nobodyFoundText" : "nobodyText")} />;
}
