import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { LINK_LIMIT, stateHash } from '../../client/links/link-code.ts';
import { EMPTY_VIEW } from '../../client/links/portable-view.ts';
import { CANVAS, clickOn, drawn, locate, middle, places, waitForGraph, zoomOf } from './support/canvas.ts';
import { EXAMPLE, EXAMPLE_NODES } from './support/example.ts';
import { pageTest } from './support/page-test.ts';

const { open, trouble } = pageTest();

async function openExample(path = '/'): Promise<Page> {
  const page = await open({ path });
  await waitForGraph(page, EXAMPLE.nodes, EXAMPLE.edges);
  return page;
}

/** Drags the node with this id by its centre. */
async function drag(page: Page, id: string, by: { readonly x: number; readonly y: number }): Promise<void> {
  const { x, y } = await middle(page, id);
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.mouse.move(x + by.x / 2, y + by.y / 2);
  await page.mouse.move(x + by.x, y + by.y);
  await page.mouse.up();
}

const wordsOf = (page: Page) => page.locator('body').innerText();

const waitForNodes = (page: Page, nodes: number) => page.locator(`${CANVAS}[data-nodes="${nodes}"]`).waitFor();

describe('the address', () => {
  it('says nothing before anything was done', async () => {
    const page = await openExample();
    expect(new URL(page.url()).hash).toBe('');
  });

  it('restores places, pins, selection, panel and camera in a clean browser', async () => {
    const page = await openExample();
    await drag(page, 'north-korea', { x: 40, y: -60 });
    await clickOn(page, 'north-korea');
    await page.keyboard.press('p');
    const fitted = await zoomOf(page);
    await page.keyboard.press('+');
    await expect.poll(() => zoomOf(page)).toBeCloseTo(fitted * 1.25, 2);
    const [zoom, there] = [await zoomOf(page), await places(page, EXAMPLE_NODES)];
    await page.waitForURL(/#state=/u);
    const address = await settledAddress(page);

    const clean = await open({ path: address });
    await waitForGraph(clean, EXAMPLE.nodes, EXAMPLE.edges);
    await expect.poll(() => zoomOf(clean)).toBeCloseTo(zoom, 2);
    const found = await places(clean, EXAMPLE_NODES);
    for (const id of EXAMPLE_NODES) expect(distance(found[id], there[id])).toBeLessThan(1.5);
    expect((await drawn(clean, 'north-korea')).classes).toEqual(expect.arrayContaining(['selected', 'pinned']));
    await clean.getByRole('heading', { name: 'North Korea' }).waitFor();
  });

  it('survives a reload, also within the moment in which it is not written yet', async () => {
    const page = await openExample();
    await clickOn(page, 'north-korea');
    await page.waitForURL(/#state=/u);
    await clickOn(page, 'united-states');
    await page.reload();
    await waitForGraph(page, EXAMPLE.nodes, EXAMPLE.edges);
    await expect.poll(async () => (await drawn(page, 'united-states')).classes).toContain('selected');
  });

  it('is offered at the next visit, if it was not saved, and undone from there', async () => {
    const page = await openExample();
    await clickOn(page, 'united-states');
    await page.keyboard.press('h');
    await page.waitForURL(/#state=/u);
    const { origin } = new URL(page.url());
    await page.close({ runBeforeUnload: true });
    const next = await page.context().newPage();
    await next.goto(origin);
    await waitForGraph(next, EXAMPLE.nodes, EXAMPLE.edges);
    await next.getByRole('button', { name: 'Open them' }).click();
    await waitForNodes(next, EXAMPLE.nodes - 1);
    expect(await locate(next, 'united-states')).toBeUndefined();
    await next.keyboard.press('Control+z');
    await waitForNodes(next, EXAMPLE.nodes);
    expect(await locate(next, 'united-states')).toBeDefined();
  });

  it('leads back and forward', async () => {
    const page = await openExample();
    await clickOn(page, 'united-states');
    await page.keyboard.press('h');
    await waitForNodes(page, EXAMPLE.nodes - 1);
    await page.waitForURL(/#state=/u);
    await page.goBack();
    await waitForGraph(page, EXAMPLE.nodes, EXAMPLE.edges);
    await page.goForward();
    await waitForNodes(page, EXAMPLE.nodes - 1);
    expect(await locate(page, 'united-states')).toBeUndefined();
    await page.getByText('1 node hidden').waitFor();
  });

  it('says what of a link exists no longer, and shows the rest where it was', async () => {
    const view = {
      ...EMPTY_VIEW,
      positions: new Map([
        ['north-korea', { x: 0, y: 0 }],
        ['gone-since', { x: 200, y: 0 }],
        ['has-supplied-arms', { x: 300, y: 40 }],
      ]),
    };
    const page = await open({ path: `/${await stateHash(view)}` });
    await waitForGraph(page, 2, 1);
    await page.getByText('1 of 3 nodes of this view no longer exists. The others are shown.').waitFor();
    const [actor, claim] = [await middle(page, 'north-korea'), await middle(page, 'has-supplied-arms')];
    expect((claim.y - actor.y) / (claim.x - actor.x)).toBeCloseTo(40 / 300, 1);
  });

  it('shows the start view instead of a link of which nothing exists any more, and says so', async () => {
    const view = { ...EMPTY_VIEW, positions: new Map([['gone-since', { x: 200, y: 0 }]]) };
    const page = await openExample(`/${await stateHash(view)}`);
    await expect.poll(() => wordsOf(page)).toContain('Nothing of this view exists in the database any more.');
  });

  it('says that a link is damaged, and shows the start view', async () => {
    const page = await openExample('/#state=AAAA');
    await expect.poll(() => wordsOf(page)).toContain('This link is damaged or incomplete.');
  });

  it('says when it does not know what is asked for', async () => {
    const page = await openExample('/#somewhere');
    await expect.poll(() => wordsOf(page)).toContain('Gainsay does not know this address');
  });

  it('says that a saved view does not exist, and shows the start view', async () => {
    const page = await openExample('/#view=nothing-here');
    await page.getByText('This saved view was deleted, or it was never in this database.').waitFor();
    expect(trouble.take()).toEqual([expect.stringContaining('/api/views/nothing-here')]);
  });
});

describe('a view too long for a link', () => {
  /** Incompressible ids of nodes that do not exist, with the real ids among them. */
  const long = {
    ...EMPTY_VIEW,
    positions: new Map(
      [...EXAMPLE_NODES, ...noise(400)].map((id, index) => [id, { x: index * 37, y: (index * 7_919) % 1_000 }]),
    ),
  };

  it('is opened from a long address all the same', async () => {
    const hash = await stateHash(long);
    expect(hash.length).toBeGreaterThan(LINK_LIMIT);
    const page = await open({ path: `/${hash}` });
    await waitForGraph(page, EXAMPLE.nodes, EXAMPLE.edges);
    await page.getByText('400 of 420 nodes of this view no longer exist. The others are shown.').waitFor();
  });
});

/** `count` ids of 24 characters, the same in every run. */
function noise(count: number): readonly string[] {
  let seed = 42;
  const character = () => {
    seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
    return 'abcdefghijklmnopqrstuvwxyz0123456789'.charAt(Math.floor(seed / 65_536) % 36);
  };
  return Array.from({ length: count }, () => Array.from({ length: 24 }, character).join(''));
}

/** The address after it has been unchanged for longer than the page waits before it writes it. */
async function settledAddress(page: Page): Promise<string> {
  let last = '';
  await expect
    .poll(
      async () => {
        const [before, now] = [last, page.url()];
        last = now;
        return before === now;
      },
      { interval: 900 },
    )
    .toBe(true);
  const { pathname, hash } = new URL(last);
  return pathname + hash;
}

function distance(a = '', b = ''): number {
  const [[ax = NaN, ay = NaN], [bx = NaN, by = NaN]] = [a.split(',').map(Number), b.split(',').map(Number)];
  return Math.hypot(ax - bx, ay - by);
}
