// The tour's steps, and the element that each speaks of: of a model of items or texts another one, where pictures are.

import type { DataSpec } from '../../engine/protocol';

type Places = Readonly<Record<DataSpec['kind'], string>>;

const everywhere = (place: string): Places => ({ image: place, items: place, text: place });

export const STEPS = [
  { name: 'draw', at: { image: '.pad', items: '#likes', text: '#text-input' } },
  { name: 'map', at: everywhere('.manifold') },
  { name: 'output', at: { image: '#reconstruction', items: '#suggestions', text: '#text-output' } },
  { name: 'train', at: everywhere('#start') },
  { name: 'more', at: everywhere('#show-tour') },
] as const satisfies readonly { name: string; at: Places }[];
