/** What edges look like. */
import type { PositionEdge } from '../../../server/contract/explorer.ts';

/** `1.25 + 1.1·log2(1 + statements)`, at most 6 px. */
export function lineWidth(statements: number): number {
  return Math.min(6, 1.25 + 1.1 * Math.log2(1 + Math.max(1, statements)));
}

/**
 * `✓` for asserts, `✕` for denies; followed by a double tick where nobody said it at first hand, and
 * by the number of statements if there are several.
 */
export function lineMark(edge: PositionEdge): string {
  const stance = edge.stance === 'asserts' ? '✓' : '✕';
  const reported = edge.modality === 'reported' ? '″' : '';
  return stance + reported + (edge.statements > 1 ? ` ${edge.statements}` : '');
}
