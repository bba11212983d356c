/** The wrapped lines of names and claims, computed once for each node. */
import type { ClaimNode, GraphNode } from '../../../server/contract/explorer.ts';
import type { Measure } from './fonts.ts';
import { farText } from './level-of-detail.ts';
import { ACTOR_LABEL, TYPE_SIZES } from './node-geometry.ts';
import type { TypeSize } from './node-geometry.ts';
import { labelOf, wrapLines } from './text-wrap.ts';

const MAX_CLAIM_LINES = 3;

/** What the lines of a label depend on, apart from the text. */
export interface LabelForm {
  /** A compact claim has one line. */
  readonly isCompact: boolean;
  readonly type?: TypeSize | undefined;
}

/** Returns the label of a node, its lines separated by line breaks. Texts are measured at the standard size; the limit is scaled instead. */
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
  /** The first words of a claim, shown where its card is drawn as a bar. */
  farTextOf(claim: ClaimNode): string;
  /** Call it after a font has loaded: widths measured before are wrong. */
  forget(): void;
}

interface Label extends LabelForm {
  readonly text: string;
  readonly lines: readonly string[];
}

/** Caches labels by node: wrapping measures about twelve texts for each node, too many for one frame. */
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
