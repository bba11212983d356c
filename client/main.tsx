import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { QueryClientProvider } from '@tanstack/react-query';
import './styles/index.css';
import { guardAgainstTranslation } from './base/translation-guard.ts';
import { createExplorerPage } from './page/create-explorer-page.ts';
import { Page } from './page/Page.tsx';
import { RootBoundary } from './page/RootBoundary.tsx';
import { createQueryClient } from './ui/queries.ts';
import { startSettings } from './state/settings.ts';

const root = document.getElementById('page');
if (root === null) throw new Error('index.html has no element with the id “page”.');

guardAgainstTranslation(document);
startSettings();
const queries = createQueryClient();
const explorer = createExplorerPage(queries);

createRoot(root).render(
  <StrictMode>
    <RootBoundary>
      <QueryClientProvider client={queries}>
        <Page explorer={explorer} />
      </QueryClientProvider>
    </RootBoundary>
  </StrictMode>,
);
