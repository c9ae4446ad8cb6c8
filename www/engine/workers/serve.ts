// How a worker meets the page: it says when it is there, and the page hears when it no longer is.

import { expose, transferHandlers } from 'comlink';
import { Failed } from '../failure/failure';
import type { Here } from '../protocol/here';

/** What is thrown goes to the page as an error; one of ours with what it says, which the page puts into words. */
const thrown = transferHandlers.get('throw');
if (thrown)
  transferHandlers.set('throw', {
    ...thrown,
    serialize(it) {
      const [wire, transferables] = thrown.serialize(it);
      const { value } = it as { value: unknown };
      if (value instanceof Failed)
        Object.assign((wire as { value: object }).value, { failure: value.failure });
      return [wire, transferables];
    },
  });

/** Answers the page's calls. The lock is the worker's as long as it lives, however it ends. */
export function serve(api: object) {
  expose(api);
  const here = () => postMessage({ here: location.href } satisfies Here);
  if (!navigator.locks) return here();
  navigator.locks.request(self.name, () => {
    here();
    return new Promise(() => undefined);
  });
}
