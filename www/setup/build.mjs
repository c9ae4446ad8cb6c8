// npm run build: the whole static site in dist/, for any static host.

import { main } from './run.mjs';
import { buildWholeSite } from './site.mjs';

main(async () => {
  await buildWholeSite();
  console.log('The site is in dist/: copy it to any static host, into a sub-folder too.');
});
