// The values that a person types for a setting.

import type { SettingSchema } from '../../engine/protocol';
import { listTexts, numberTexts } from '../../ui/typed';

/** Tried at first, where the setting as it is says nothing of what is worth trying. */
const FIRST: Readonly<Record<string, string>> = {
  beta: '0, 1, 4',
  latentSize: '1, 2, 10',
  learningRate: '5e-4, 2e-3, 8e-3',
  batchSize: '32, 128, 512',
  hiddenSizes: '64; 256,128; 512,256,128',
  klWarmUpEpochs: '0, 1',
  freeBits: '0, 0.5, 2',
  samples: '1, 5',
  seed: '1, 2, 3',
};

export const isList = ({ typed }: SettingSchema) => typed.kind === 'wholes';

/** A list of numbers holds commas itself. */
export const readValues = (setting: SettingSchema, typed: string): string[] =>
  isList(setting) ? listTexts(typed) : numberTexts(typed);

export const firstValues = ({ name }: SettingSchema, now: string) => FIRST[name] ?? now;
