// What went wrong: told, tried again, or put away.

import { type Failure, failureOf, type Misread, mayPass } from '../../engine/failure/failure';
import type { Handlers } from '../send';
import type { State } from '../store';

export type PageCommand = { do: 'dismiss' } | { do: 'try again' };

/** Tells what went wrong; `again` makes another attempt, where one may go well. A command says which one it is. */
export type Report = (error: unknown, again?: () => void, of?: string) => void;

export function reportsTo({ page }: State): Report {
  return (error, again, of) => {
    const failure = failureOf(error);
    page.problem.value = besideBefore(failure, page.problem.peek());
    page.problemOf.value = of;
    if (again && mayPass(failure) && !page.again.peek().includes(again))
      page.again.value = [...page.again.peek(), again];
  };
}

/** What is told of a command, unless it is another's by then, is put away by what comes back. */
export const toldOf =
  ({ page }: State) =>
  (of: string) => {
    const told = page.problem.peek();
    if (!told || page.problemOf.peek() !== of) return undefined;
    return () => {
      if (page.problem.peek() === told) putAway(page);
    };
  };

function putAway(page: State['page']) {
  page.problem.value = undefined;
  page.again.value = [];
}

/** Of an address all is told that is wrong with it: it is read a part at a time. */
function besideBefore(failure: Failure, before: Failure | undefined): Failure {
  if (failure.kind !== 'address' || before?.kind !== 'address') return failure;
  const isToldAnew = ({ name }: Misread) => failure.misread.some((part) => part.name === name);
  return { ...failure, misread: [...before.misread.filter((part) => !isToldAnew(part)), ...failure.misread] };
}

export function pageCommands({ page }: State): Handlers<PageCommand> {
  const clear = () => putAway(page);
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
