// What suits the data among a run's settings: it is proposed where nothing stands but what suited the data before, and no text of a
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

/** The form for this data in place of the one before. What means nothing for it stays as it was. */
export function formOn(form: Form, before: Pick<DataSet, 'data' | 'train'>, now: typeof before): Form {
  const [suited, suits] = [suiting(before), suiting(now)];
  const isProposed = (name: string) => form[name] === (suited[name] ?? DEFAULT_FORM[name]);
  const names = Object.keys({ ...suited, ...suits }).filter(isProposed);
  const texts = names.map((name) => [name, suits[name] ?? DEFAULT_FORM[name] ?? '']);
  // Items and texts have no grey that noise could be added to.
  const corruption = !isImage(now.data) && form.corruption === 'noise' ? { corruption: 'none' } : {};
  return { ...form, ...Object.fromEntries(texts), ...corruption };
}
