import cytoscape from 'cytoscape';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createCamera, fitted, readable } from '../../../../client/graph/canvas/camera.ts';
import type { Box } from '../../../../client/graph/scene/geometry.ts';

const area = (w: number, h: number) => ({ x1: 10, y1: 20, x2: 10 + w, y2: 20 + h, w, h });

describe('fitting', () => {
  it('centres a small drawing, enlarged only a little', () => {
    const box: Box = { left: -50, top: -50, right: 50, bottom: 50 };
    expect(fitted(() => box, area(800, 600))).toEqual({ zoom: 1.15, pan: { x: 410, y: 320 } });
  });

  it('shows names of a fixed size on the screen completely', () => {
    const sizes = fc.record({
      width: fc.integer({ min: 300, max: 4_000 }),
      name: fc.integer({ min: 20, max: 130 }),
      w: fc.integer({ min: 330, max: 1_600 }),
    });
    fc.assert(
      fc.property(sizes, ({ width, name, w }) => {
        // Two names at the ends, with the same width on the screen at every zoom.
        const boxAt = (zoom: number): Box => ({
          left: -name / 2 / zoom,
          right: width + name / 2 / zoom,
          top: 0,
          bottom: 100,
        });
        const { zoom, pan } = fitted(boxAt, area(w, 700));
        expect(pan.x - name / 2).toBeGreaterThanOrEqual(10);
        expect(pan.x + width * zoom + name / 2).toBeLessThanOrEqual(10 + w);
      }),
    );
  });
});

describe('fitting on a narrow page', () => {
  const tall: Box = { left: -230, top: -40, right: 230, bottom: 1_600 };

  it('shows the top of a high drawing at the width of the page', () => {
    const viewport = readable(() => tall, area(390, 600));
    expect(viewport?.zoom).toBeCloseTo(374 / 460);
    expect((viewport?.pan.y ?? NaN) + (viewport?.zoom ?? NaN) * tall.top).toBeCloseTo(84);
    expect(viewport?.pan.x).toBeCloseTo(205);
  });

  it('does not apply to wide pages, to drawings that fit, and to drawings that would be too small to read', () => {
    expect(readable(() => tall, area(800, 600))).toBeUndefined();
    expect(readable(() => ({ ...tall, bottom: 300 }), area(390, 600))).toBeUndefined();
    expect(readable(() => ({ ...tall, right: 400 }), area(390, 600))).toBeUndefined();
  });
});

describe('what the page asked the camera for', () => {
  const NONE = { top: 0, right: 0, bottom: 0, left: 0 };
  const BOX: Box = { left: 0, top: 0, right: 1_000, bottom: 400 };

  function fittedCamera() {
    // Without a container Cytoscape has no size of its own.
    const cy = Object.assign(cytoscape({ headless: true }), { width: () => 300, height: () => 300 });
    const camera = createCamera(cy, () => true);
    camera.fit(() => BOX, { isAnimated: false, isReadable: false });
    return { cy, camera, first: { zoom: cy.zoom(), pan: { ...cy.pan() } } };
  }

  it('is done again when the free area changes just after it', () => {
    const { cy, camera } = fittedCamera();
    camera.setInsets({ ...NONE, left: 100 });
    expect({ zoom: cy.zoom(), pan: cy.pan() }).toEqual(
      fitted(() => BOX, { x1: 100, y1: 0, x2: 300, y2: 300, w: 200, h: 300 }),
    );
  });

  it('holds no longer once the user acts, or moves the camera', () => {
    for (const act of ['release', 'zoomBy', 'setViewport'] as const) {
      const { cy, camera } = fittedCamera();
      if (act === 'release') camera.release();
      else if (act === 'zoomBy') camera.zoomBy(1);
      else camera.setViewport({ zoom: 2, pan: { x: 1, y: 1 } });
      const before = { zoom: cy.zoom(), pan: { ...cy.pan() } };
      camera.setInsets({ ...NONE, left: 100 });
      camera.resized();
      expect({ zoom: cy.zoom(), pan: cy.pan() }).toEqual(before);
    }
  });

  it('keeps the camera still when the same insets come again', () => {
    const { cy, camera, first } = fittedCamera();
    camera.setInsets(NONE);
    expect({ zoom: cy.zoom(), pan: cy.pan() }).toEqual(first);
  });

  it('shows the whole of what another camera saw', () => {
    const { cy, camera } = fittedCamera();
    camera.see({ center: { x: 50, y: 60 }, width: 600, height: 300 });
    expect(cy.zoom()).toBe(0.5);
    expect(cy.pan()).toEqual({ x: 150 - 0.5 * 50, y: 150 - 0.5 * 60 });
  });
});
