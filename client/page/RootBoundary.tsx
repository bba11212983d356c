import { Component } from 'react';
import type { ReactNode } from 'react';
import { Button } from 'react-aria-components/Button';
import { ErrorBar } from '../ui/ErrorBar.tsx';
import { useMessages } from '../ui/use-messages.ts';
import { PAGE } from '../words/messages/page.ts';

/**
 * Shows an error that no other part of the page handles, instead of an empty page. The state of the explorer is outside
 * of React: it survives, and leaving the page stores it.
 */
export class RootBoundary extends Component<{ readonly children: ReactNode }, { readonly problem?: string }> {
  override state: { readonly problem?: string } = {};

  static getDerivedStateFromError(error: unknown): { readonly problem: string } {
    return { problem: error instanceof Error ? error.message : String(error) };
  }

  override render(): ReactNode {
    const { problem } = this.state;
    return problem === undefined ? this.props.children : <BrokenPage problem={problem} />;
  }
}

function BrokenPage({ problem }: { readonly problem: string }) {
  const t = useMessages(PAGE);
  return (
    <main className="broken-page">
      <ErrorBar what={t('broken')} because={t('brokenBecause')} />
      <p>
        <code translate="no">{problem}</code>
      </p>
      <p className="broken-page-ways">
        <Button className="button" autoFocus onPress={() => window.location.reload()}>
          {t('reload')}
        </Button>
        <a className="link" href="/">
          {t('toStart')}
        </a>
      </p>
    </main>
  );
}
