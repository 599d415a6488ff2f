import { Kind, type GraphQLResolveInfo, type SelectionNode } from "graphql";

/** True when the document selects a field right under the one that is resolved: what nobody asked for need not be read. */
export function asksFor(info: GraphQLResolveInfo, field: string): boolean {
  const selects = (node: SelectionNode): boolean => {
    if (node.kind === Kind.FIELD) return node.name.value === field;
    const set = node.kind === Kind.INLINE_FRAGMENT ? node.selectionSet : info.fragments[node.name.value]?.selectionSet;
    return set?.selections.some(selects) ?? false;
  };
  return info.fieldNodes.some((node) => node.selectionSet?.selections.some(selects));
}
