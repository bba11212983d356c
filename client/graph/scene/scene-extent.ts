/** The area that a scene covers. */
import type { Measure } from './fonts.ts';
import { detailAt, farNames, namedFromAfar } from './level-of-detail.ts';
import { boundingBox, boxAt } from './geometry.ts';
import { extent, isCompactScene } from './node-geometry.ts';
import type { Box } from './geometry.ts';
import type { Scene } from './scene.ts';

/** Returns the box that a scene covers, in model pixels; undefined for an empty scene. */
export function sceneExtent(scene: Scene): Box | undefined {
  const { nodes, positions, type } = scene;
  const isCompact = isCompactScene(scene);
  return boundingBox(
    nodes.flatMap((node) => {
      const at = positions.get(node.id);
      return at ? [boxAt(extent(node, isCompact, type), at)] : [];
    }),
  );
}

/** Like {@link sceneExtent}, for each zoom, with the names that are shown at that zoom. */
export function sceneExtentFrom(scene: Scene, measure: Measure): ((zoom: number) => Box) | undefined {
  const box = sceneExtent(scene);
  if (!box) return undefined;
  const measured = (name: string) => measure(name, 'actor');
  // At a lower zoom fewer nodes are named. The choice of the first zoom is a good enough approximation.
  let named: ReadonlySet<string> | undefined;
  return (zoom) => {
    if (detailAt(zoom, 'near') === 'near') return box;
    named ??= namedFromAfar({ ...scene, zoom });
    return boundingBox([box, ...farNames({ ...scene, zoom, named, measured })]) ?? box;
  };
}
