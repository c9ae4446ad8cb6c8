// What suits the data among a run's settings: it is proposed where nothing stands but what was proposed before, and no text of a
// person's own.

import { hasTexts, isImage } from '../../engine/data/spec';
import type { DataSet, Form } from '../../engine/protocol';
import { DEFAULT_FORM } from '../settings/schema';

/** Rows from which on batches are larger. */
const MANY = 4000;
/** Optimiser steps of a run on rows of items, about, within these epochs. */
const STEPS = 2000;
const EPOCHS = { least: 5, most: 100 };

/**
 * One narrow layer, and less than the whole KL (Liang et al. 2018, section 2.2.2). NDCG@100 by `latent evaluate --use recommend` of
 * two dimensions, then by the form at first: Bob Ross 0.740, 0.653; cuisines 0.653, 0.650; films 0.278, 0.222; music 0.364, 0.371.
 */
function suiting({ data, train }: Pick<DataSet, 'data' | 'train'>): Form {
  if (isImage(data)) return {};
  if (hasTexts(data)) return OF_TEXTS;
  const batch = train < MANY ? 32 : 128;
  const epochs = Math.round((STEPS * batch) / train);
  return {
    hiddenSizes: '64',
    beta: '0.5',
    batchSize: String(batch),
    epochs: String(Math.min(EPOCHS.most, Math.max(EPOCHS.least, epochs))),
  };
}

/** Free bits keep z in use: a decoder that sees the characters before does without else (Bowman et al. 2016, section 3.1). */
const OF_TEXTS: Form = { hiddenSizes: '256, 128', batchSize: '64', freeBits: '1.5', epochs: '12' };

/** The form as it is proposed for this data. */
export const formFor = (set: Pick<DataSet, 'data' | 'train'>): Form => ({ ...DEFAULT_FORM, ...suiting(set) });

/** The form for this data, where nothing stood but what was proposed before. What a person typed stays. */
export function formOn(form: Form, proposed: Form, now: Pick<DataSet, 'data' | 'train'>): Form {
  const isOwn = ([name, text]: [string, string]) => text !== proposed[name];
  const own = Object.fromEntries(Object.entries(form).filter(isOwn));
  // Items and texts have no grey that noise could be added to.
  const corruption = !isImage(now.data) && form.corruption === 'noise' ? { corruption: 'none' } : {};
  return { ...formFor(now), ...own, ...corruption };
}
