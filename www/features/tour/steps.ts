// The tour's steps, and the element that each speaks of: of a model of items another one, where pictures are.

export const STEPS = [
  { name: 'draw', at: '.pad', ofItems: '#likes' },
  { name: 'map', at: '.manifold', ofItems: '.manifold' },
  { name: 'output', at: '#reconstruction', ofItems: '#suggestions' },
  { name: 'train', at: '#start', ofItems: '#start' },
  { name: 'more', at: '#show-tour', ofItems: '#show-tour' },
] as const;
