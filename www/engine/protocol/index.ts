// What the page and its workers say to each other.

export type * from './crate';
export type * from './data';
export type * from './evaluator';
export type * from './explorer';
export type * from './site';
export type * from './trainer';
