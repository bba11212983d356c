/** Finds the parameters that the sources bind to a query that they name: `q.run(cypher('read/state'), { … })`. */
import { parseSync, Visitor } from 'oxc-parser';
import type { CallExpression, Expression } from 'oxc-parser';

export interface Binding {
  readonly query: string;
  /** Names that are written out. */
  readonly names: readonly string[];
  /** Whether these are all: no object is spread among them. */
  readonly isComplete: boolean;
}

/** The bindings of a source; calls whose query or parameters are not written out are left out. */
export function bindingsOf(file: string, text: string): readonly Binding[] {
  const bindings: Binding[] = [];
  new Visitor({
    CallExpression(call) {
      const binding = bindingOf(call);
      if (binding !== undefined) bindings.push(binding);
    },
  }).visit(parseSync(file, text).program);
  return bindings;
}

function bindingOf({ callee, arguments: given }: CallExpression): Binding | undefined {
  if (callee.type !== 'MemberExpression' || callee.property.type !== 'Identifier' || callee.property.name !== 'run')
    return undefined;
  const [statement, parameters] = given;
  const query = statement?.type === 'CallExpression' ? queryOf(statement) : undefined;
  if (query === undefined) return undefined;
  if (parameters === undefined) return { query, names: [], isComplete: true };
  if (parameters.type !== 'ObjectExpression') return undefined;
  const names = parameters.properties.flatMap((property) =>
    property.type === 'Property' && property.key.type === 'Identifier' ? [property.key.name] : [],
  );
  return { query, names, isComplete: names.length === parameters.properties.length };
}

function queryOf({ callee, arguments: given }: CallExpression): string | undefined {
  const [name] = given;
  if (callee.type !== 'Identifier' || callee.name !== 'cypher' || name === undefined) return undefined;
  return isText(name) ? name.value : undefined;
}

function isText(node: {
  readonly type: string;
}): node is Extract<Expression, { readonly type: 'Literal' }> & { readonly value: string } {
  return node.type === 'Literal' && 'value' in node && typeof node.value === 'string';
}

/**
 * What the sources bind beside or short of what the queries take.
 *
 * @param parameters The names that each query takes, by the name of the query.
 */
export function bindingFaults(
  bindings: readonly Binding[],
  parameters: ReadonlyMap<string, ReadonlySet<string>>,
): readonly string[] {
  return bindings.flatMap(({ query, names, isComplete }) => {
    const taken = parameters.get(query);
    if (taken === undefined) return [`${query}: is no query`];
    return [
      ...names.filter((name) => !taken.has(name)).map((name) => `${query}: has no parameter ${name}`),
      ...(isComplete ? [...taken].filter((name) => !names.includes(name)) : []).map(
        (name) => `${query}: the parameter ${name} is not bound`,
      ),
    ];
  });
}
