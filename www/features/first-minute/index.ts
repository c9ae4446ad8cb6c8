import type { Feature } from '../../app/feature';
import { playUntilTouched } from './follow';

export const firstMinute = {
  name: 'firstMinute',
  follow: playUntilTouched,
} satisfies Feature<'firstMinute'>;
