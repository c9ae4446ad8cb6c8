// What suits the data among a run's settings: it is proposed where nothing stands but what suited the data before, and no text of a
// person's own.

import { isImage } from '../../engine/data/spec';
import type { DataSet, Form } from '../../engine/protocol';
import { DEFAULT_FORM } from '../settings/schema';

/** Rows from which on batches are larger. */
const MANY = 4000;
/** Optimiser steps of a run on rows of items, about, within these epochs. */
const STEPS = 2000;
const EPOCHS = { least: 5, most: 100 };

/** A kind of data has no other than its own; images are as the form is at first. */
const NEEDED: Form = {
  likelihood: 'multinomial',
  dataView: 'greyscale',
  corruption: 'none',
  network: 'dense',
};

/**
 * One narrow layer and less than the whole KL, as Liang et al. (2018, section 4.4) have it: on Bob Ross, the cuisines and the films
 * better suggestions from two dimensions than the form's own settings give.
 */
function suiting({ data, train }: Pick<DataSet, 'data' | 'train'>): Form {
  if (isImage(data)) return {};
  const batch = train < MANY ? 32 : 128;
  const epochs = Math.round((STEPS * batch) / train);
  return {
    ...NEEDED,
    hiddenSizes: '64',
    beta: '0.5',
    batchSize: String(batch),
    epochs: String(Math.min(EPOCHS.most, Math.max(EPOCHS.least, epochs))),
  };
}

/** The form for this data in place of the one before. */
export function formOn(form: Form, before: Pick<DataSet, 'data' | 'train'>, now: typeof before): Form {
  const [suited, suits] = [suiting(before), suiting(now)];
  const isOtherKind = before.data.kind !== now.data.kind;
  const names = Object.keys({ ...suited, ...suits }).filter(
    (name) => (isOtherKind && name in NEEDED) || form[name] === (suited[name] ?? DEFAULT_FORM[name]),
  );
  const texts = names.map((name) => [name, suits[name] ?? DEFAULT_FORM[name] ?? '']);
  return { ...form, ...Object.fromEntries(texts) };
}
