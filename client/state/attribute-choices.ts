/** The values of attributes that a filter allows, as texts: `actor.party:"Left"`. Pure. */
import {
  type AttributeValue,
  type Attributes,
  attributeValues,
  isAttributeKey,
} from '../../server/contract/attributes.ts';
import type { GraphNode } from '../../server/contract/explorer.ts';
import { parseJson } from '../base/parse-json.ts';

export interface AttributeChoice {
  /** Whose attribute it is. */
  readonly owner: GraphNode['type'];
  readonly key: string;
  readonly value: AttributeValue;
}

/** A key has no colon, so the text can be read again. */
export function attributeChoice({ owner, key, value }: AttributeChoice): string {
  return `${owner}.${key}:${JSON.stringify(value)}`;
}

/** The choice of a text; undefined if the text is none. */
export function readAttributeChoice(text: string): AttributeChoice | undefined {
  const [, owner, key = '', json = ''] = /^(actor|claim)\.([^:]*):(.*)$/su.exec(text) ?? [];
  const value = parseJson(json);
  if ((owner !== 'actor' && owner !== 'claim') || !isAttributeKey(key)) return undefined;
  return typeof value === 'string' || typeof value === 'number' ? { owner, key, value } : undefined;
}

/** For each type of node, the allowed values of each key. */
export type WantedAttributes = Readonly<Record<GraphNode['type'], ReadonlyMap<string, ReadonlySet<AttributeValue>>>>;

export function wantedAttributes(choices: readonly string[]): WantedAttributes {
  const wanted = { actor: new Map<string, Set<AttributeValue>>(), claim: new Map<string, Set<AttributeValue>>() };
  for (const text of choices) {
    const choice = readAttributeChoice(text);
    if (choice === undefined) continue;
    const values = wanted[choice.owner].get(choice.key);
    if (values) values.add(choice.value);
    else wanted[choice.owner].set(choice.key, new Set([choice.value]));
  }
  return wanted;
}

/** Whether a node has an allowed value of each key. */
export function hasWanted(
  { attributes }: { readonly attributes?: Attributes | undefined },
  wanted: WantedAttributes[GraphNode['type']],
): boolean {
  for (const [key, allowed] of wanted) {
    if (!attributeValues(attributes, key).some((value) => allowed.has(value))) return false;
  }
  return true;
}
