/**
 * Latest wins: one request is in flight at a time, and of those that come meanwhile only the newest is kept.
 * Every answer is delivered, with the arguments that it answers; the next is asked for when it has been.
 */
export function latest<Args extends unknown[], Answer>(
  ask: (...args: Args) => Promise<Answer>,
  deliver: (answer: Answer, ...args: Args) => unknown,
  fail: (error: unknown) => void,
): (...args: Args) => void {
  let busy = false;
  let pending: Args | undefined;

  async function run(first: Args) {
    busy = true;
    for (let args: Args | undefined = first; args; args = take()) {
      try {
        await deliver(await ask(...args), ...args);
      } catch (error) {
        fail(error);
      }
    }
    busy = false;
  }

  function take() {
    const args = pending;
    pending = undefined;
    return args;
  }

  return (...args) => {
    if (busy) pending = args;
    else void run(args);
  };
}
