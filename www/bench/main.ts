// Puts the benchmark's page together.

import 'uplot/dist/uPlot.min.css';
import '../ui/styles/tokens.css';
import '../ui/styles/page.css';
import '../ui/styles/bench.css';
import { effect } from '@preact/signals-core';
import { tellAlive } from '../app/alive';
import { doEarly } from '../app/early';
import { isolate } from '../app/isolation';
import { register } from '../app/service-worker';
import { untouched } from '../app/untouched';
import { openSite } from '../engine/site';
import { followPixelRatio } from '../ui/canvas';
import { find } from '../ui/dom';
import { followTheme } from '../ui/ink';
import { offer } from './controls';
import { devicesHere } from './devices';
import { showResults } from './results';
import { type BenchRequest, runBench } from './run';
import { report, state } from './state';

const base = new URL('./', document.baseURI).href;
const status = find(HTMLElement, '#status');
const bar = find(HTMLProgressElement, '#progress');

async function measure(request: BenchRequest) {
  const { results, running, problem } = state;
  const stopping = new AbortController();
  running.value = stopping;
  results.value = problem.value = undefined;
  try {
    await runBench(await openSite(base), request, listener, stopping.signal);
    status.textContent = 'Done.';
  } catch (error) {
    status.textContent = stopping.signal.aborted ? 'Stopped.' : 'It went wrong.';
    if (!stopping.signal.aborted) report(error);
  }
  running.value = undefined;
}

const listener: Parameters<typeof runBench>[2] = {
  progress(words, done, all) {
    status.textContent = words;
    bar.max = all;
    bar.value = done;
  },
  speeds(devices, timings, run) {
    state.results.value = { devices, timings, run, points: [] };
  },
  point(point) {
    const before = state.results.value;
    if (before) state.results.value = { ...before, points: [...before.points, point] };
  },
};

function showProblem() {
  const banner = find(HTMLElement, '#problem');
  // Until now stuck.js did.
  document.documentElement.dataset.speaks = '';
  effect(() => {
    banner.hidden = state.problem.value === undefined;
    find(HTMLParagraphElement, 'p', banner).textContent = state.problem.value ?? '';
  });
  find(HTMLButtonElement, 'button', banner).addEventListener('click', () => {
    state.problem.value = undefined;
  });
}

async function open() {
  offer(await devicesHere(), measure);
  status.textContent = 'Ready.';
}

async function keep() {
  const isUntouched = untouched();
  if (await register(base)) await isolate(isUntouched);
}

tellAlive();
followTheme();
followPixelRatio();
showProblem();
showResults();
open().catch(report).finally(doEarly);
if (!import.meta.env.DEV) void keep();
