// Undo and redo of what is liked or written.

import { text } from '../../ui/text';
import type { Steps } from './steps';

export function StepButtons({ steps }: { steps: Steps }) {
  const { undo, redo } = text.value.input;
  return (
    <>
      <button
        type="button"
        aria-keyshortcuts="Control+Z"
        aria-label={undo}
        title={undo}
        disabled={!steps.back.value}
        onClick={steps.undo}
      >
        ↶
      </button>
      <button
        type="button"
        aria-keyshortcuts="Control+Shift+Z"
        aria-label={redo}
        title={redo}
        disabled={!steps.again.value}
        onClick={steps.redo}
      >
        ↷
      </button>
    </>
  );
}
