import { describe, expect, it } from 'vitest';
import { routeEdges } from '../../../../client/graph/routing/edge-routing.ts';
import { lineMark } from '../../../../client/graph/scene/edge-look.ts';
import { layoutSteps } from '../../../../client/graph/layout/layouts.ts';
import { estimateTextWidth } from '../../../../client/graph/scene/node-geometry.ts';
import { SceneRoutes } from '../../../../client/graph/routing/scene-routes.ts';
import type { Scene } from '../../../../client/graph/scene/scene.ts';
import { finished } from '../../../../client/base/slices.ts';
import { sampleScene } from '../../../bench/canvas-page/sample-dispute.ts';

const measure = (text: string) => estimateTextWidth(text, 12);
const crowded = sampleScene(200);
/** Returns the routes of all lines of the scene. */
const routesOf = (scene: Scene) =>
  routeEdges({ ...scene, markWidth: (edge) => (edge.type === 'position' ? measure(lineMark(edge)) + 6 : 0) });

function follow(scene: Scene): SceneRoutes {
  const routes = new SceneRoutes(measure);
  routes.follow(scene);
  return routes;
}

describe('the routes of a scene', () => {
  it('are found in many steps, which two callers share', () => {
    const routes = follow(crowded);
    const [one, other] = [routes.ends(), routes.whole()];
    let steps = 0;
    while (one.next().done !== true) {
      other.next();
      steps += 1;
    }
    expect(steps).toBeGreaterThan(crowded.edges.length / 4);
    expect(finished(other)).toEqual(routesOf(crowded));
    expect(routes.isWhole()).toBe(true);
  });

  it('are unknown before, and then the same for a scene with the same nodes, edges and positions', () => {
    const routes = follow(crowded);
    expect(routes.known().size).toBe(0);
    const found = finished(routes.whole());
    routes.follow({ ...crowded, nodes: [...crowded.nodes], selection: new Set(['a1']) });
    expect(routes.known()).toBe(found);
  });

  it('are those of a scene that is set in the middle of the steps', () => {
    const routes = follow(crowded);
    const asked = routes.whole();
    for (let step = 0; step < 50; step += 1) asked.next();
    const positions = finishedLayout(crowded);
    routes.follow({ ...crowded, positions });
    expect(finished(asked)).toEqual(routesOf({ ...crowded, positions }));
  });

  it('keep their ends while a node is dragged', () => {
    const routes = follow(crowded);
    const found = finished(routes.ends());
    routes.keep({ ...crowded, positions: finishedLayout(crowded) });
    expect(finished(routes.whole())).toBe(found);
  });

  it('are empty after the search has failed', () => {
    const failing = new SceneRoutes(() => {
      throw new Error('no face');
    });
    failing.follow(crowded);
    expect(() => finished(failing.whole())).toThrow('no face');
    expect(finished(failing.whole()).size).toBe(0);
  });
});

function finishedLayout(scene: Scene): Scene['positions'] {
  const steps = layoutSteps('dispute', { ...scene, canvas: { width: 1_400, height: 900 } });
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
  }
}
