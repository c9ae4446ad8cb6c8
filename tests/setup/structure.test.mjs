import { expect, test } from 'vitest';
import { problemsOf } from '../structure/crate.mjs';

const rooms = new Set(['model', 'training', 'web']);

test('a room of the crate knows only those below it', () => {
  const text = 'use crate::training::Trainer;\nuse crate::{error::Error, web};\n';
  expect(problemsOf('model/vae.rs', text, rooms)).toEqual([
    'crate/src/model/vae.rs: model must not know training.',
    'crate/src/model/vae.rs: model must not know web.',
  ]);
  expect(problemsOf('web/session.rs', text, rooms)).toEqual([]);
});
