/** The attributes of actors, claims and documents as columns of the flat CSV. Pure. */
import { type AttributeValue, type FileAttributes, valueOfCell } from '../../../server/contract/attributes.ts';
import { joinedNames } from '../../../server/contract/csv-cells.ts';

const OWNERS = ['actor', 'claim', 'document'] as const;
/** The attributes of the actor, the claim and the document of a row. */
export type Owned = { readonly [Owner in (typeof OWNERS)[number]]?: FileAttributes | undefined };

export interface AttributeColumn {
  readonly name: string;
  readonly cell: (owned: Owned) => string;
}

/**
 * The columns of the attributes of all rows.
 *
 * A key has one column, unless one of its texts would be read as a number: then it has one for each type.
 */
export function attributeColumns(rows: readonly Owned[]): readonly AttributeColumn[] {
  return OWNERS.flatMap((owner) => {
    const mixed = new Map<string, boolean>();
    for (const attributes of new Set(rows.map((row) => row[owner]))) {
      for (const key of Object.keys(attributes ?? {}))
        mixed.set(key, mixed.get(key) === true || valuesOf(attributes, key).some(isLikeNumber));
    }
    return [...mixed]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .flatMap(([key, isMixed]) => {
        const own = (owned: Owned) => valuesOf(owned[owner], key);
        if (!isMixed) return [columnOf(`${owner}.${key}`, own)];
        return [
          columnOf(`${owner}.${key}:number`, (owned) => own(owned).filter((value) => typeof value === 'number')),
          columnOf(`${owner}.${key}:text`, (owned) => own(owned).filter((value) => typeof value === 'string')),
        ];
      });
  });
}

function columnOf(name: string, own: (owned: Owned) => readonly AttributeValue[]): AttributeColumn {
  // Each entry has a guard of its own. The whole cell gets another one where it is written.
  return { name, cell: (owned) => joinedNames(own(owned).map(String)) };
}

function isLikeNumber(value: AttributeValue): boolean {
  return typeof value === 'string' && typeof valueOfCell(value) === 'number';
}

/** The values of a key in the form of a file: one value, or a list. A key such as `constructor` has none of its own. */
function valuesOf(attributes: FileAttributes | undefined, key: string): readonly AttributeValue[] {
  const values = attributes !== undefined && Object.hasOwn(attributes, key) ? attributes[key] : [];
  return (Array.isArray(values) ? values : [values ?? null]).filter((value) => value !== null);
}
