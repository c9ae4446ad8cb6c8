// Several jobs at a time, where each core would else wait for one program.

/**
 * A job may say that nothing runs beside it (`alone`), and what no two jobs may use at once (`locks`, asked anew until it
 * starts). It answers whether the rest may go on.
 * @typedef {{ alone?: boolean, locks?: () => string[], run: () => Promise<boolean> }} Job
 */

const shareALock = (one, other) => one.some((lock) => other.includes(lock));

/**
 * Runs the jobs in their order, but for those that have to wait for another: they are passed over meanwhile. After one that
 * answers no, none is started.
 * @param {Job[]} jobs
 */
export async function runInLanes(jobs, lanes) {
  const waiting = [...jobs];
  /** @type {Map<Job, { locks: string[], ended: Promise<void> }>} */
  const running = new Map();

  const mayStart = (job) => {
    if (running.size === 0) return true;
    if (running.size >= lanes || job.alone) return false;
    const locks = job.locks?.() ?? [];
    return [...running].every(([other, { locks: taken }]) => !other.alone && !shareALock(locks, taken));
  };
  const start = (job) => {
    waiting.splice(waiting.indexOf(job), 1);
    const locks = job.locks?.() ?? [];
    const ended = job.run().then((goesOn) => {
      running.delete(job);
      if (!goesOn) waiting.length = 0;
    });
    running.set(job, { locks, ended });
  };

  while (waiting.length > 0 || running.size > 0) {
    for (let next = waiting.find(mayStart); next; next = waiting.find(mayStart)) start(next);
    await Promise.race([...running.values()].map(({ ended }) => ended));
  }
}
