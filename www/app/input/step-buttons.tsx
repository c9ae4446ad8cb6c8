// Undo and redo of what is liked or written.

import { text } from '../../ui/text';
import type { Steps } from './steps';

export function StepButtons({ steps }: { steps: Steps }) {
  const { undo, redo } = text.value.input;
  return (
    <>
      <Step keys="Control+Z" words={undo} sign="↶" can={steps.back.value} go={steps.undo} />
      <Step keys="Control+Shift+Z" words={redo} sign="↷" can={steps.again.value} go={steps.redo} />
    </>
  );
}

interface Given {
  keys: string;
  words: string;
  sign: string;
  can: boolean;
  go(): void;
}

const Step = ({ keys, words, sign, can, go }: Given) => (
  <button
    type="button"
    aria-keyshortcuts={keys}
    aria-label={words}
    title={words}
    disabled={!can}
    onClick={go}
  >
    {sign}
  </button>
);
