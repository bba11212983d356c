/**
 * Tests on the real page: one server and one browser per file, a new context per test. A test fails on
 * any console error, page error, refused content or request to another host, in addition to its own checks.
 */
import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect } from 'vitest';
import { chromiumPath } from '../../support/browser.ts';
import { startServer, type RunningServer } from './server.ts';
import { Trouble } from './trouble.ts';

export interface PageOptions {
  readonly theme?: 'light' | 'dark';
  readonly width?: number;
  readonly height?: number;
  readonly hasTouch?: boolean;
  readonly path?: string;
  /** The language of the browser; British English by default. */
  readonly locale?: string;
  /** The high contrast theme, in its light or dark form as `theme` says. */
  readonly isHighContrast?: boolean;
  /** The stored settings of the browser. The tour counts as seen. */
  readonly settings?: Readonly<Record<string, unknown>>;
  /** Nothing is stored, so the tour starts. */
  readonly isFirstVisit?: boolean;
  /** Runs before the first request, for example to answer some requests instead of the server. */
  readonly before?: (page: Page) => Promise<unknown>;
}

export interface PageTest {
  readonly server: () => RunningServer;
  readonly trouble: Trouble;
  /** Opens a page in its own context, with reduced motion, so that no check meets a running animation. */
  open(options?: PageOptions): Promise<Page>;
}

const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** Sets up server and browser for the file that calls it. */
export function pageTest(options: { readonly isEmpty?: boolean; readonly files?: readonly object[] } = {}): PageTest {
  const trouble = new Trouble();
  const contexts: BrowserContext[] = [];
  let server: RunningServer | undefined;
  let browser: Browser | undefined;

  beforeAll(async () => {
    const hasOwnFiles = options.files !== undefined;
    server = await startServer({ isEmpty: options.isEmpty ?? hasOwnFiles });
    for (const file of options.files ?? []) await server.load(file);
    browser = await chromium.launch({ executablePath: chromiumPath(), args: FLAGS });
  }, 60_000);

  afterEach(async () => {
    for (const context of contexts.splice(0)) await context.close();
    expect(trouble.take()).toEqual([]);
  });

  afterAll(async () => {
    await browser?.close();
    await server?.dispose();
  });

  return {
    server: () => started(server),
    trouble,
    open: async (page = {}) => {
      const { url } = started(server);
      const context = await started(browser).newContext({
        colorScheme: page.theme ?? 'light',
        viewport: { width: page.width ?? 1440, height: page.height ?? 900 },
        hasTouch: page.hasTouch ?? false,
        reducedMotion: 'reduce',
        locale: page.locale ?? 'en-GB',
        acceptDownloads: true,
      });
      contexts.push(context);
      context.setDefaultTimeout(30_000);
      await trouble.watch(context, url);
      if (page.isFirstVisit !== true) await context.addInitScript(remember, memoryOf(page));
      const opened = await context.newPage();
      await page.before?.(opened);
      await opened.goto(url + (page.path ?? '/'));
      return opened;
    },
  };
}

function memoryOf({ settings = {}, isHighContrast = false }: PageOptions): Readonly<Record<string, string>> {
  return {
    'gainsay.settings': JSON.stringify({ isTourKnown: true, ...settings }),
    ...(isHighContrast && { 'gainsay.theme': 'contrast' }),
  };
}

/** Runs in the page before its scripts: stores the values that are not stored yet. */
function remember(memory: Readonly<Record<string, string>>): void {
  // The empty document of a new tab has no storage.
  if (window.origin === 'null') return;
  for (const [key, value] of Object.entries(memory)) {
    if (localStorage.getItem(key) === null) localStorage.setItem(key, value);
  }
}

function started<T>(thing: T | undefined): T {
  if (thing === undefined) throw new Error('Not started: is this called within a test?');
  return thing;
}
