// The tour's steps, and the element that each speaks of: of a model of likes or of words another one, where pictures are.

export const STEPS = [
  { name: 'draw', at: '.pad', ofItems: '#likes', ofWords: '#text' },
  { name: 'map', at: '.manifold', ofItems: '.manifold', ofWords: '.manifold' },
  { name: 'output', at: '#reconstruction', ofItems: '#suggestions', ofWords: '#reading' },
  { name: 'train', at: '#start', ofItems: '#start', ofWords: '#start' },
  { name: 'more', at: '#show-tour', ofItems: '#show-tour', ofWords: '#show-tour' },
] as const;
