import { given } from '../../app/async/given';
import { part } from '../../app/async/part';
import type { Feature } from '../../app/feature';

export const layout = {
  name: 'layout',
  follow(page) {
    given(page.state.latent.decoded)
      .then(() => part(import('./keep-layout')))
      .then(({ keepLayout }) => keepLayout(page))
      .catch(page.report);
  },
} satisfies Feature<'layout'>;
