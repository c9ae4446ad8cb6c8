// What went wrong: told, tried again, or put away.

import { type Failure, failureOf, type Misread, mayPass } from '../../engine/failure/failure';
import type { Handlers } from '../send';
import type { State } from '../store';

export type PageCommand = { do: 'dismiss' } | { do: 'try again' };

/** Tells what went wrong; `again` makes another attempt, where one may go well. */
export type Report = (error: unknown, again?: () => void) => void;

export function reportsTo({ page }: State): Report {
  return (error, again) => {
    const failure = failureOf(error);
    page.problem.value = besideBefore(failure, page.problem.peek());
    if (again && mayPass(failure) && !page.again.peek().includes(again))
      page.again.value = [...page.again.peek(), again];
  };
}

/** Of an address all is told that is wrong with it: it is read a part at a time. */
function besideBefore(failure: Failure, before: Failure | undefined): Failure {
  if (failure.kind !== 'address' || before?.kind !== 'address') return failure;
  const isToldAnew = ({ name }: Misread) => failure.misread.some((part) => part.name === name);
  return { ...failure, misread: [...before.misread.filter((part) => !isToldAnew(part)), ...failure.misread] };
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
