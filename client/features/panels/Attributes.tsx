import type { Attributes as AttributesOf } from '../../../server/contract/attributes.ts';
import { attributeText } from '../../words/attribute-text.ts';
import { ATTRIBUTE_WORDS } from '../../words/messages/attributes.ts';
import { useMessages } from '../../ui/use-messages.ts';

/** The attributes of an actor, a claim or a document, in order of their keys. */
export function Attributes({ attributes }: { readonly attributes: AttributesOf | undefined }) {
  const t = useMessages(ATTRIBUTE_WORDS);
  if (attributes === undefined) return null;
  return (
    <dl className="attributes" aria-label={t('attributes')}>
      {Object.entries(attributes).map(([key, values]) => (
        <div key={key}>
          <dt dir="auto">{key}</dt>
          {values.map((value) => (
            <dd key={`${typeof value} ${value}`} dir="auto">
              {attributeText(value)}
            </dd>
          ))}
        </div>
      ))}
    </dl>
  );
}
