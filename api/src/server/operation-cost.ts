import {
  getNamedType,
  getNullableType,
  getOperationAST,
  isListType,
  isObjectType,
  Kind,
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLSchema,
  type SelectionSetNode,
} from "graphql";

/** How large an operation is, with its fragments put in place. */
export interface OperationSize {
  depth: number;
  /** Fields of the answer: a list counts `first` times, or 10 times where its length is not asked for. */
  cost: number;
  /** The fields at the root, one a key of the answer. */
  rootFields: readonly string[];
}

/** Rows of a list whose length nobody asks for: lessons of a day, pupils of a class. */
const USUAL_LIST = 10;

/** A page that is asked for below zero or without end must not make the sum negative or infinite. */
const MOST_ROWS = 1_000_000;

/** Fields that the schema does not know count as leaves: validation refuses them later. */
export function measureOperation(
  schema: GraphQLSchema,
  document: DocumentNode,
  operationName: string | undefined,
  variables: Readonly<Record<string, unknown>>,
): OperationSize {
  const operation = getOperationAST(document, operationName);
  if (!operation) return { depth: 0, cost: 0, rootFields: [] };
  const fragments = new Map(
    document.definitions.flatMap((node) => (node.kind === Kind.FRAGMENT_DEFINITION ? [[node.name.value, node]] : [])),
  );
  const defaults = Object.fromEntries(
    (operation.variableDefinitions ?? []).flatMap(({ variable, defaultValue }) =>
      defaultValue?.kind === Kind.INT ? [[variable.name.value, Number(defaultValue.value)]] : [],
    ),
  );
  const measure = new Measure(schema, fragments, { ...defaults, ...variables });
  const root = schema.getRootType(operation.operation) ?? undefined;
  return { ...measure.selection(operation.selectionSet, root), rootFields: [...measure.rootFields(operation.selectionSet).values()] };
}

interface Size {
  depth: number;
  cost: number;
}

class Measure {
  /** A fragment is measured once: fragments that double each other would take for ever. */
  private readonly measured = new Map<string, Size>();

  constructor(
    private readonly schema: GraphQLSchema,
    private readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>,
    private readonly variables: Readonly<Record<string, unknown>>,
  ) {}

  selection(set: SelectionSetNode, parent: GraphQLNamedType | undefined): Size {
    const whole: Size = { depth: 0, cost: 0 };
    for (const node of set.selections) {
      const part =
        node.kind === Kind.FIELD
          ? this.field(node, parent)
          : node.kind === Kind.FRAGMENT_SPREAD
            ? this.fragment(node.name.value)
            : this.selection(node.selectionSet, node.typeCondition ? this.schema.getType(node.typeCondition.name.value) : parent);
      whole.depth = Math.max(whole.depth, part.depth);
      whole.cost += part.cost;
    }
    return whole;
  }

  /** Keys of the answer's root → the field's name: the same key twice runs once. */
  rootFields(set: SelectionSetNode, found = new Map<string, string>(), seen = new Set<string>()): Map<string, string> {
    for (const node of set.selections) {
      if (node.kind === Kind.FIELD) found.set((node.alias ?? node.name).value, node.name.value);
      else if (node.kind === Kind.INLINE_FRAGMENT) this.rootFields(node.selectionSet, found, seen);
      else if (!seen.has(node.name.value)) {
        seen.add(node.name.value);
        const fragment = this.fragments.get(node.name.value);
        if (fragment) this.rootFields(fragment.selectionSet, found, seen);
      }
    }
    return found;
  }

  private fragment(name: string): Size {
    const known = this.measured.get(name);
    if (known) return known;
    const fragment = this.fragments.get(name);
    this.measured.set(name, { depth: 0, cost: 0 });
    const size = fragment
      ? this.selection(fragment.selectionSet, this.schema.getType(fragment.typeCondition.name.value))
      : { depth: 0, cost: 0 };
    this.measured.set(name, size);
    return size;
  }

  /** Introspection has a limit of its own among the validation rules. */
  private field(node: FieldNode, parent: GraphQLNamedType | undefined): Size {
    if (node.name.value.startsWith("__")) return { depth: 1, cost: 1 };
    const definition = isObjectType(parent) ? parent.getFields()[node.name.value] : undefined;
    const type = definition?.type;
    const inner = node.selectionSet ? this.selection(node.selectionSet, type && getNamedType(type)) : { depth: 0, cost: 0 };
    const isPage = parent?.name.endsWith("Connection");
    const rows =
      this.asked(node, definition) ?? (type && isListType(getNullableType(type)) && node.selectionSet && !isPage ? USUAL_LIST : 1);
    return { depth: inner.depth + 1, cost: 1 + rows * inner.cost };
  }

  /** The page's length that the field asks for, in place or by a variable, or the contract's default. */
  private asked(node: FieldNode, definition: GraphQLField<unknown, unknown> | undefined): number | undefined {
    const usual: unknown = definition?.args.find((argument) => argument.name === "first")?.defaultValue;
    const first = node.arguments?.find((argument) => argument.name.value === "first")?.value;
    const asked =
      first?.kind === Kind.INT ? Number(first.value) : first?.kind === Kind.VARIABLE ? (this.variables[first.name.value] ?? usual) : usual;
    return typeof asked === "number" ? Math.min(Math.max(asked, 0), MOST_ROWS) : undefined;
  }
}
