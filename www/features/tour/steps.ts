// The tour's steps, and the element that each speaks of: of a model of likes, words or texts another one, where pictures are.

import { hasWords } from '../../engine/data/spec';
import type { DataSpec } from '../../engine/protocol';

type Kind = DataSpec['kind'] | 'words';
type Places = Readonly<Record<Kind, string>>;

const everywhere = (place: string): Places => ({ image: place, items: place, words: place, text: place });

export const STEPS = [
  { name: 'draw', at: { image: '.pad', items: '#likes', words: '#text', text: '#text-input' } },
  { name: 'map', at: everywhere('.manifold') },
  {
    name: 'output',
    at: { image: '#reconstruction', items: '#suggestions', words: '#reading', text: '#text-output' },
  },
  { name: 'train', at: everywhere('#start') },
  { name: 'more', at: everywhere('#show-tour') },
] as const satisfies readonly { name: string; at: Places }[];

export const kindOf = (data: DataSpec): Kind => (hasWords(data) ? 'words' : data.kind);
