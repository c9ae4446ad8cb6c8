// A text that somebody writes is the input; what the model writes at z is the output.

import { signal } from '@preact/signals-core';
import type { ExpectedCharacter, WrittenText } from '../../engine/protocol';

/** What is written at one point. */
export interface Written {
  /** The likeliest texts that were found. */
  best: readonly WrittenText[];
  drawn: readonly WrittenText[];
}

export const textsState = () => ({
  /** As it stands in its field. */
  typed: signal(''),
  /** 1 draws as the model has it; less keeps to what is likely. */
  temperature: signal(0.7),
  /** Of the draws. */
  seed: signal(1),
  written: signal<Written | undefined>(undefined),
  /** Of the input, character by character, with its end. */
  expected: signal<readonly ExpectedCharacter[]>([]),
});
