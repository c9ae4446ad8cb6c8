// The tour's steps, and the element that each speaks of.

export const STEPS = [
  { name: 'draw', at: '.pad' },
  { name: 'map', at: '.manifold' },
  { name: 'output', at: '#reconstruction' },
  { name: 'train', at: '#start' },
  { name: 'more', at: '#show-tour' },
] as const;
