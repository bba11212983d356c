/** A card with the full text of the hovered or focused node, if the canvas shows it shortened, too small or not at all. */
import type { Core } from 'cytoscape';
import { FAR } from '../scene/level-of-detail.ts';
import type { Scene } from '../scene/scene.ts';

/** From this zoom, a full text on the canvas is readable. At the far levels the canvas draws it larger, so it is readable, too. */
const LEGIBLE = { claim: 0.6, actor: 0.7 } as const;
const GAP = 8;

export interface HoverCard {
  /** Shows the text of this node if it is not readable on the canvas; hides the card otherwise. */
  show(id: string | undefined): void;
  destroy(): void;
}

/** Creates the card in `container`. It is hidden from screen readers: the list beside the canvas has the same text. */
export function createHoverCard(cy: Core, container: HTMLElement, scene: () => Scene): HoverCard {
  const card = document.createElement('div');
  card.className = 'hover-card';
  card.dir = 'auto';
  card.hidden = true;
  card.setAttribute('aria-hidden', 'true');
  container.append(card);
  const hide = () => {
    card.hidden = true;
  };
  const place = (id: string) => {
    const node = cy.getElementById(id);
    const at = node.renderedPosition();
    const half = { width: card.offsetWidth / 2, height: node.renderedHeight() / 2 };
    const left = Math.min(Math.max(GAP, at.x - half.width), Math.max(GAP, cy.width() - 2 * half.width - GAP));
    const below = at.y + half.height + GAP;
    const isRoom = below + card.offsetHeight < cy.height();
    card.style.transform = `translate(${Math.round(left)}px, ${Math.round(isRoom ? below : at.y - half.height - GAP - card.offsetHeight)}px)`;
  };
  cy.on('viewport', hide);
  cy.on('grab', 'node', hide);
  return {
    show(id) {
      const node = id === undefined ? undefined : scene().nodes.find((one) => one.id === id);
      if (id === undefined || node === undefined || cy.getElementById(id).empty()) {
        hide();
        return;
      }
      const label: unknown = cy.getElementById(id).data('label');
      const text = node.type === 'claim' ? node.text : node.name;
      const isWhole =
        typeof label === 'string' && !label.endsWith('…') && (cy.zoom() >= LEGIBLE[node.type] || cy.zoom() < FAR);
      card.hidden = isWhole;
      if (isWhole) return;
      card.textContent = text;
      card.classList.toggle('is-claim', node.type === 'claim');
      place(id);
    },
    destroy: () => card.remove(),
  };
}
