import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import type { ShippedModel } from '../../app/model/state';
import { SITE_DATA } from '../../engine/data/spec';
import { largerThan } from './larger';

const models: ShippedModel[] = JSON.parse(readFileSync('assets/models.json', 'utf8'));
const of = (file: string) => {
  const config = models.find((model) => model.file === file)?.config;
  if (!config) throw new Error(`There is no ${file}: the test has to name another.`);
  return { config, data: config.data ?? SITE_DATA };
};

it('offers more dimensions where few are shown, of the same data', () => {
  expect(largerThan(of('mnist-2d.safetensors'), models)?.file).toBe('mnist-20d.safetensors');
  expect(largerThan(of('mnist-20d.safetensors'), models)).toBeUndefined();
  expect(largerThan(of('fashion-2d.safetensors'), models)).toBeUndefined();
});
