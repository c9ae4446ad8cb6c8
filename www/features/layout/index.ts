import { given } from '../../app/async/given';
import type { Feature } from '../../app/feature';

export const layout = {
  name: 'layout',
  follow(page) {
    given(page.state.latent.decoded)
      .then(() => import('./keep-layout'))
      .then(({ keepLayout }) => keepLayout(page))
      .catch(page.report);
  },
} satisfies Feature<'layout'>;
