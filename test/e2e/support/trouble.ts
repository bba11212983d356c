/** Everything that must not happen on a page: errors, console noise, refused content, requests elsewhere. */
import type { BrowserContext, Page } from 'playwright-core';

/** Collects the errors of all pages of a context, one line each. */
export class Trouble {
  readonly #lines: string[] = [];
  #isOffline = false;
  #expected: string | undefined;

  /** From now on, requests without an answer, and answers with 503, are expected. */
  expectOffline(isOffline: boolean): void {
    this.#isOffline = isOffline;
  }

  /** Until the next `take`, console errors that contain this text are expected. */
  expectError(text: string): void {
    this.#expected = text;
  }

  /** Returns the collected errors and clears the collection. */
  take(): readonly string[] {
    this.#expected = undefined;
    return this.#lines.splice(0);
  }

  async watch(context: BrowserContext, origin: string): Promise<void> {
    await context.exposeBinding('reportRefusal', (_source, refusal: string) => this.#lines.push(`refused: ${refusal}`));
    await context.addInitScript(reportRefusals);
    context.on('page', (page) => this.#watchPage(page, origin));
  }

  #watchPage(page: Page, origin: string): void {
    page.on('pageerror', (error) => this.#lines.push(`error: ${error.stack ?? error.message}`));
    page.on('dialog', (dialog) => {
      this.#lines.push(`dialog: ${dialog.message()}`);
      void dialog.dismiss();
    });
    page.on('console', (message) => {
      if (!['error', 'warning', 'assert'].includes(message.type())) return;
      const isLoading = message.text().startsWith('Failed to load resource');
      if (this.#isOffline && isLoading) return;
      if (this.#expected !== undefined && message.text().includes(this.#expected)) return;
      this.#lines.push(`console ${message.type()}: ${message.text()} (${message.location().url})`);
    });
    page.on('request', (request) => {
      const url = new URL(request.url());
      if (['data:', 'blob:', 'about:'].includes(url.protocol) || url.origin === origin) return;
      this.#lines.push(`request elsewhere: ${request.url()}`);
    });
  }
}

function reportRefusals(): void {
  const report = Reflect.get(globalThis, 'reportRefusal') as (refusal: string) => Promise<void>;
  document.addEventListener('securitypolicyviolation', (event) => {
    void report(
      `${event.violatedDirective} ${event.blockedURI} ${event.sample} ${event.sourceFile}:${event.lineNumber}`,
    );
  });
}
