/** Sets the level of detail on Cytoscape's elements: text, bars or dots, by the zoom. */
import type { Core } from 'cytoscape';
import { detailAt, farFontSize, namedFromAfar } from '../scene/level-of-detail.ts';
import type { Detail } from '../scene/level-of-detail.ts';
import type { Scene } from '../scene/scene.ts';

/** Names are chosen again when the logarithm of the zoom has changed by this much. */
const RENAMED_AFTER = 0.12;

export class ElementDetail {
  readonly #cy: Core;
  #detail: Detail = 'near';
  #namedAt = 0;

  constructor(cy: Core) {
    this.#cy = cy;
  }

  /** The scene has changed: the next update chooses names again. */
  forget(): void {
    this.#namedAt = 0;
  }

  /** @param isLarge The painter draws large drawings at the far levels: their elements keep the near level. */
  update(scene: Scene, isLarge: boolean): void {
    const cy = this.#cy;
    const [zoom, before] = [cy.zoom(), this.#detail];
    this.#detail = isLarge ? 'near' : detailAt(zoom, before);
    const isRenamed = this.#detail !== 'near' && Math.abs(Math.log(zoom / (this.#namedAt || 1e-9))) > RENAMED_AFTER;
    if (this.#detail === before && !isRenamed && (this.#namedAt !== 0 || isLarge)) return;
    this.#namedAt = zoom;
    cy.batch(() => {
      cy.elements()
        .toggleClass('far', this.#detail !== 'near')
        .toggleClass('dot', this.#detail === 'dot');
      const named = this.#detail === 'near' ? new Set<string>() : namedFromAfar({ ...scene, zoom });
      const farFont = farFontSize(zoom, scene.type);
      cy.nodes().forEach((node) => {
        const isNamed = named.has(node.id());
        if (this.#detail !== 'near') node.data('farFont', farFont);
        if (isNamed !== node.hasClass('named')) node.toggleClass('named', isNamed);
      });
    });
  }
}
