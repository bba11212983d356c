/** The lines of names and claims as they are drawn, found once for each node. */
import type { ClaimNode, GraphNode } from '../../../server/contract/explorer.ts';
import type { Measure } from './fonts.ts';
import { farText } from './level-of-detail.ts';
import { ACTOR_LABEL, TYPE_SIZES } from './node-geometry.ts';
import type { TypeSize } from './node-geometry.ts';
import { labelOf, wrapLines } from './text-wrap.ts';

const MAX_CLAIM_LINES = 3;

/** What the lines of a label depend on beside the words. */
export interface LabelForm {
  /** Of a claim: one line. */
  readonly isCompact: boolean;
  readonly type?: TypeSize | undefined;
}

/** The label of a node, its lines parted by line breaks. Widths are measured at the usual size, and grow with it. */
export function labelFor(node: GraphNode, { isCompact, type = 'standard' }: LabelForm, measure: Measure): string {
  const [sizes, usual] = [TYPE_SIZES[type], TYPE_SIZES.standard];
  if (node.type === 'actor') {
    const maxWidth = (sizes.actorLabel * usual.actorFont) / sizes.actorFont;
    return labelOf(
      node.name,
      wrapLines(node.name, { maxWidth, maxLines: ACTOR_LABEL.maxLines, measure: (text) => measure(text, 'actor') }),
    );
  }
  return labelOf(
    node.text,
    wrapLines(node.text, {
      maxWidth:
        (sizes.claimLabel * (isCompact ? usual.compactFont : usual.claimFont)) /
        (isCompact ? sizes.compactFont : sizes.claimFont),
      maxLines: isCompact ? 1 : MAX_CLAIM_LINES,
      measure: (text) => measure(text, isCompact ? 'compactClaim' : 'claim'),
    }),
  );
}

export interface Labels {
  of(node: GraphNode, form: LabelForm): string;
  linesOf(node: GraphNode, form: LabelForm): readonly string[];
  /** The first words of a claim, for when its card is a bar. */
  farTextOf(claim: ClaimNode): string;
  /** After a face has come: what was measured before is wrong. */
  forget(): void;
}

interface Label extends LabelForm {
  readonly text: string;
  readonly lines: readonly string[];
}

/** Labels by node; wrapping measures a dozen texts for each, which no frame and no expansion can afford for all. */
export function createLabels(measure: Measure): Labels {
  let known = new WeakMap<GraphNode, Label>();
  const far = new WeakMap<ClaimNode, string>();
  const find = (node: GraphNode, { isCompact, type = 'standard' }: LabelForm): Label => {
    const before = known.get(node);
    if (before?.type === type && (node.type === 'actor' || before.isCompact === isCompact)) return before;
    const text = labelFor(node, { isCompact, type }, measure);
    const label = { isCompact, type, text, lines: text.split('\n') };
    known.set(node, label);
    return label;
  };
  return {
    of: (node, form) => find(node, form).text,
    linesOf: (node, form) => find(node, form).lines,
    farTextOf(claim) {
      const before = far.get(claim);
      if (before !== undefined) return before;
      const text = labelOf(claim.text, [farText(claim.text)]);
      far.set(claim, text);
      return text;
    },
    forget() {
      known = new WeakMap();
    },
  };
}
