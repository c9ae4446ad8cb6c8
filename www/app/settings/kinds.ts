// The kinds of model that the field has names for: what sets them apart among the settings.

import type { RunConfig } from '../../engine/protocol';
import { type Form, readForm } from './settings';

interface KindOfModel {
  /** What makes it one: each differs from a plain VAE in one respect. */
  sets: Partial<Form>;
  is(run: RunConfig): boolean;
}

export const KINDS = {
  vae: { sets: {}, is: () => false },
  betaVae: { sets: { beta: '4' }, is: ({ train }) => train.beta !== 1 },
  autoencoder: { sets: { posterior: 'none' }, is: ({ model }) => model.deterministic },
  denoising: {
    sets: { corruption: 'noise' },
    is: ({ train }) => train.corruption.kind !== 'none',
  },
  conditional: {
    sets: { condition: 'class' },
    is: ({ model }) => model.conditional,
  },
  importance: {
    sets: { samples: '5' },
    is: ({ train }) => train.samples > 1,
  },
} satisfies Record<string, KindOfModel>;

export type Kind = keyof typeof KINDS;
export const KIND_LIST = Object.keys(KINDS) as Kind[];

const PLAIN: Partial<Form> = {
  beta: '1',
  posterior: 'gaussian',
  corruption: 'none',
  condition: 'none',
  samples: '1',
};

/** The form with a kind's settings; the others stay as they are. */
export const formOfKind = (form: Form, kind: Kind): Form => ({ ...form, ...PLAIN, ...KINDS[kind].sets });

/** The kind that a form describes; `mixed` where several respects differ. */
export function kindOf(form: Form): Kind | 'mixed' {
  const { run } = readForm(form);
  const kinds = KIND_LIST.filter((kind) => KINDS[kind].is(run));
  return kinds.length > 1 ? 'mixed' : (kinds[0] ?? 'vae');
}
