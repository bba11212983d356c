import { useEffect, useState } from 'react';
import { Button } from 'react-aria-components/Button';
import { useExplorer, useValue } from '../../ui/explorer-context.ts';
import type { RunningLayout } from '../../control/arrange.ts';
import { LAYOUT_CONTROLS, LAYOUTS } from '../../words/messages/layouts.ts';
import { useMessages } from '../../ui/use-messages.ts';

/** Shorter layouts show no progress. */
const PATIENCE_MS = 300;

/** The progress of a long layout, with a button to stop it. */
export function LayoutProgress() {
  const { arranger } = useExplorer();
  const running = useValue(arranger.running);
  return running === undefined ? null : <LongLayout running={running} onStop={arranger.stop} />;
}

function LongLayout({ running, onStop }: { readonly running: RunningLayout; readonly onStop: () => void }) {
  const [t, names] = [useMessages(LAYOUT_CONTROLS), useMessages(LAYOUTS)];
  const [isLong, setLong] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setLong(true), PATIENCE_MS);
    return () => clearTimeout(timer);
  }, []);
  if (!isLong) return null;
  const words = t('running', { name: names(running.name) });
  return (
    <div className="layout-progress">
      <span>{words}</span>
      <progress value={running.done} max={1} aria-label={words} />
      <Button className="button" onPress={onStop}>
        {t('stop')}
      </Button>
    </div>
  );
}
