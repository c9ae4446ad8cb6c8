import { expect, it } from 'vitest';
import { createState } from '../testing';
import { directionsCommands } from './commands';

it('moves z along an attribute’s direction alone, to the coordinate that was asked for', () => {
  const state = createState();
  const direction = { unit: [0.6, 0.8], slope: 1, atOrigin: 2, rSquared: 0.5 };
  state.latent.z.value = [1, 0];
  state.directions.found.value = { thickness: direction, slant: direction, width: direction };
  directionsCommands(state)['move attribute']({ do: 'move attribute', attribute: 'slant', value: 2 });
  const [x = 0, y = 0] = state.latent.z.value;
  expect(0.6 * x + 0.8 * y).toBeCloseTo(2, 6);
  expect(0.8 * x - 0.6 * y).toBeCloseTo(0.8, 6);
});
