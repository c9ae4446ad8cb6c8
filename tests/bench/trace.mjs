// Reading Chromium's traces.

/** The longest tasks of the page's main thread, in ms: by the clock, which counts waiting for a processor, and on it. */
export function longestTasks({ traceEvents }) {
  const main = mainThreads(traceEvents);
  const tasks = traceEvents.filter(
    ({ name, ph, pid, tid }) => ph === 'X' && name.endsWith('::RunTask') && main.has(`${pid}/${tid}`),
  );
  if (tasks.length === 0) throw new Error('Expected tasks of the main thread in the trace, but it has none.');
  const longest = (field) => Math.max(...tasks.map((task) => task[field] ?? 0)) / 1000;
  return { byClock: longest('dur'), onProcessor: longest('tdur'), tasks: tasks.length };
}

function mainThreads(traceEvents) {
  const named = traceEvents.filter(
    ({ name, args }) => name === 'thread_name' && args.name === 'CrRendererMain',
  );
  return new Set(named.map(({ pid, tid }) => `${pid}/${tid}`));
}
