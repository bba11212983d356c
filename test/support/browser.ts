/** Finds the Chromium for the browser tests: an installed one, never a download. */
import { existsSync } from 'node:fs';

const USUAL_PLACES = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/snap/bin/chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe',
];

/** The path of Chromium or Chrome: `CHROME_PATH` if it is set, else the first of the usual places. */
export function findChromium(): string | undefined {
  const chosen = process.env['CHROME_PATH'];
  if (chosen !== undefined && chosen !== '') return chosen;
  return USUAL_PLACES.find((path) => existsSync(path));
}

/** @throws Error that says how to install one, if there is none. */
export function chromiumPath(): string {
  const path = findChromium();
  if (path === undefined || !existsSync(path)) {
    throw new Error('No Chromium was found. Install Chromium or Chrome, or set CHROME_PATH to its program file.');
  }
  return path;
}
