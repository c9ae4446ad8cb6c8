// Which tab a saved run is at work in: a run is written by one tab at a time.

const nameOf = (id: string) => `latent-explorer run ${id}`;

/** Holds the run until the tab closes or `release` is called; nothing where another tab holds it. */
export async function hold(id: string): Promise<(() => void) | undefined> {
  if (!navigator.locks) return () => undefined;
  let release: () => void = () => undefined;
  const released = new Promise<void>((resolve) => {
    release = resolve;
  });
  return new Promise((resolve, reject) => {
    navigator.locks
      .request(nameOf(id), { ifAvailable: true }, (lock) => {
        resolve(lock ? release : undefined);
        return lock ? released : undefined;
      })
      .catch(reject);
  });
}

/** Whether some tab, this one too, is at work on the run. */
export async function isHeld(id: string): Promise<boolean> {
  const locks = await navigator.locks?.query();
  return locks?.held?.some(({ name }) => name === nameOf(id)) ?? false;
}
