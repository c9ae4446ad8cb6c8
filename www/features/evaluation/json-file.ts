// The last evaluation, as JSON.

import type { Make } from '../../app/export/exports';

/** What was evaluated, and every figure, in nats an image. */
export const makeEvaluation: Make = async ({ state }) => {
  const last = state.evaluation.last.peek();
  if (!last) return undefined;
  const { model, ...subject } = last.subject;
  const written = { subject, model, evaluation: last.report };
  return new Blob([`${JSON.stringify(written, undefined, 2)}\n`], { type: 'application/json' });
};
