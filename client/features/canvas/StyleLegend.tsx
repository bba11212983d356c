import { useMemo } from 'react';
import { Button } from 'react-aria-components/Button';
import type { StyleLegendEntry } from '../../graph/scene/style-rules.ts';
import { useExplorer, useExplorerState, useValue, useVisibleGraph } from '../../ui/explorer-context.ts';
import { select } from '../../state/reducers.ts';
import { STYLE_WORDS } from '../../words/messages/styles.ts';
import { numberText } from '../../words/numbers.ts';
import { useMessages } from '../../ui/use-messages.ts';
import { createStyler } from '../../control/node-styles.ts';
import { stylePropertyText, styleValueText } from '../../words/style-value-text.ts';

/** The legend of the user's style rules, with the count of each entry; a click selects the nodes or edges of the entry. */
export function StyleLegend() {
  const t = useMessages(STYLE_WORDS);
  const { store, appearance } = useExplorer();
  const [visible, rules] = [useVisibleGraph(), useExplorerState((state) => state.styleRules)];
  const { theme } = useValue(appearance);
  const styler = useMemo(() => createStyler(), []);
  const { legend } = styler(visible, rules, theme);
  return rules.map((rule) => {
    const entries = legend.filter(({ target, by }) => target === rule.target && by === rule.by);
    if (entries.length === 0) return null;
    const heading = t(rule.target === 'color' ? 'colorBy' : 'sizeBy', { by: stylePropertyText(rule.by) });
    return (
      <div key={rule.target} className="style-legend" role="group" aria-label={heading}>
        <div className="style-legend-heading">{heading}</div>
        {entries.map((entry) => {
          const words = styleValueText(entry);
          return (
            <Button
              key={words}
              className="legend-row"
              aria-label={t('select', { words, count: entry.ids.length })}
              onPress={() => store.step((state) => select(state, entry.ids, 'replace'))}
            >
              <Sample entry={entry} />
              <span dir="auto">{words}</span> <span className="count">{numberText(entry.ids.length)}</span>
            </Button>
          );
        })}
      </div>
    );
  });
}

function Sample({ entry }: { readonly entry: StyleLegendEntry }) {
  const radius = 5 * (entry.scale ?? 1.2);
  return (
    <svg className="style-sample" viewBox="0 0 38 18" width="38" height="18" aria-hidden="true">
      <circle cx="19" cy="9" r={radius} {...(entry.color === undefined ? {} : { fill: entry.color })} />
    </svg>
  );
}
