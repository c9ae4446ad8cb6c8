// What went wrong: told, tried again, or put away.

import { failureOf, mayPass } from '../../engine/failure/failure';
import type { Handlers } from '../send';
import type { State } from '../store';

export type PageCommand = { do: 'dismiss' } | { do: 'try again' };

/** Tells what went wrong; `again` makes another attempt, where one may go well. */
export type Report = (error: unknown, again?: () => void) => void;

export function reportsTo({ page }: State): Report {
  return (error, again) => {
    const failure = failureOf(error);
    page.problem.value = failure;
    if (again && mayPass(failure) && !page.again.peek().includes(again))
      page.again.value = [...page.again.peek(), again];
  };
}

export function pageCommands({ page }: State): Handlers<PageCommand> {
  const clear = () => {
    page.problem.value = undefined;
    page.again.value = [];
  };
  return {
    dismiss: clear,

    /** All of it at once: of several that failed the last one alone is told. */
    'try again'() {
      const attempts = page.again.peek();
      clear();
      for (const attempt of attempts) attempt();
    },
  };
}
