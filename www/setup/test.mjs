// npm test [-- step ...]: sets up what the steps need, and runs them, two at a time, until one fails.

import { availableParallelism } from 'node:os';
import { chromiumEnvironment, headlessEnvironment } from './chromium.mjs';
import { ensureData, wholeMnist } from './data.mjs';
import { ensureDataSets } from './data-sets/index.mjs';
import { engineEnvironment } from './engines.mjs';
import { runInLanes } from './lanes.mjs';
import { buildNpmPackages } from './npm-packages.mjs';
import { installPackages, installStructurePackages } from './packages.mjs';
import { pythonEnvironment } from './python.mjs';
import { main, NotHere, run, SetupError } from './run.mjs';
import { ensureRustLints, ensureWasmTarget } from './rust.mjs';
import { buildSite } from './site.mjs';
import { recallSources, rememberSources } from './sources.mjs';
import { alive, duration } from './step.mjs';
import { testSteps } from './test-steps.mjs';
import { installTools } from './tools.mjs';
import { ensureVulkan } from './vulkan.mjs';
import { builds, buildWasm, profileOf } from './wasm.mjs';

/** One compiler at the crate keeps one core busy. */
const lanes = 2;
/** Of what failed, to read at the end. */
const LAST_LINES = 60;

/** Each may return what the programs of a step need in their environment. */
const setUps = {
  packages: installPackages,
  structurePackages: installStructurePackages,
  lints: ensureRustLints,
  target: ensureWasmTarget,
  tools: installTools,
  chromium: chromiumEnvironment,
  headless: headlessEnvironment,
  firefox: () => engineEnvironment('firefox'),
  webkit: () => engineEnvironment('webkit'),
  python: pythonEnvironment,
  vulkan: ensureVulkan,
  data: ensureData,
  dataSets: ensureDataSets,
  wholeMnist,
  cpu: () => buildWasm('cpu'),
  threads: () => buildWasm('threads'),
  fused: () => buildWasm('fused'),
  webgpu: () => buildWasm('webgpu'),
  import: () => buildWasm('import'),
  uses: () => buildWasm('uses'),
  site: buildSite,
  npmPackages: buildNpmPackages,
};

function chosenSteps(names) {
  const known = testSteps.map((step) => step.name);
  const unknown = names.filter((name) => !known.includes(name));
  if (unknown.length > 0) {
    throw new SetupError(`There is no step ${unknown.join(', ')}: the steps are ${known.join(', ')}.`);
  }
  return names.length === 0 ? testSteps : testSteps.filter((step) => names.includes(step.name));
}

/** Set-ups go one at a time, whichever step asks: what they install and build with has locks of its own. */
const ready = new Map();
let lastSetUp = Promise.resolve();
async function prepared(need) {
  if (ready.has(need)) return;
  const made = lastSetUp.then(async () => {
    if (!ready.has(need)) ready.set(need, await setUps[need]());
  });
  lastSetUp = made.catch(() => {});
  await made;
}

/** Cargo's folders of builds that a step uses, with what has to be set up yet: each is for one cargo at a time. */
const locksOf = ({ needs, cargo = [] }) => [
  ...cargo,
  ...needs.filter((need) => need in builds && !ready.has(need)).map((need) => profileOf(builds[need])),
];

async function runStep({ needs, env: own = {}, run: [program, ...args] }, told) {
  for (const need of needs) await prepared(need);
  const env = Object.assign({}, own, ...needs.map((need) => ready.get(need)));
  (told ?? console.log)(`$ ${[program, ...args].join(' ')}\n`);
  await run(program, args, { env, told });
}

const outcomeOf = (failure) => (!failure ? 'passed' : failure instanceof NotHere ? 'not run' : 'failed');

/** What ran beside another is shown when it has ended, in one piece. */
async function resultOf(step, isBeside) {
  const start = performance.now();
  const said = [];
  console.log(`\n── ${step.name}`);
  let failure;
  try {
    if (isBeside) await alive(step.name, () => runStep(step, (text) => said.push(text)));
    else await runStep(step);
  } catch (error) {
    failure = error;
  }
  const result = {
    name: step.name,
    time: performance.now() - start,
    outcome: outcomeOf(failure),
    failure,
    said,
  };
  if (isBeside) console.log(`\n── ${step.name} said\n${said.join('')}`);
  console.log(`── ${result.name}: ${result.outcome} in ${duration(result.time)}`);
  if (result.outcome === 'not run') console.log(`  ${failure.message}`);
  return result;
}

async function runSteps(steps) {
  const results = [];
  const isBeside = steps.length > 1;
  const jobs = steps.map((step) => ({
    alone: step.alone,
    locks: () => locksOf(step),
    run: async () => {
      const result = await resultOf(step, isBeside && !step.alone);
      results.push(result);
      return result.outcome !== 'failed';
    },
  }));
  await runInLanes(jobs, Math.min(lanes, availableParallelism()));
  return results;
}

/** The steps that ended after one that failed have moved its words out of sight. */
function repeatFailures(results) {
  for (const { name, outcome, said } of results) {
    if (outcome !== 'failed' || said.length === 0) continue;
    const lines = said.join('').trimEnd().split('\n').slice(-LAST_LINES);
    console.log(`\n── ${name} failed, its last lines\n${lines.join('\n')}`);
  }
}

main(async (names) => {
  const start = performance.now();
  const steps = chosenSteps(names);
  recallSources();
  const results = await runSteps(steps);
  rememberSources();
  repeatFailures(results);
  const of = (outcome) => results.filter((result) => result.outcome === outcome);
  const [passed, failed, notRun] = ['passed', 'failed', 'not run'].map(of);
  console.log('\nStep              Time, set-up included');
  for (const { name, time, outcome } of results) {
    console.log(`${name.padEnd(18)}${duration(time).padEnd(14)}${outcome}`);
  }
  const left = notRun.length > 0 ? `, ${notRun.length} not run` : '';
  const time = duration(performance.now() - start);
  console.log(`\n${passed.length} passed, ${failed.length} failed${left}, in ${time}`);
  for (const { name, failure } of notRun) console.log(`  ${name}: ${failure.message}`);
  if (failed.length > 0) throw new SetupError(`${failed[0].name}: ${failed[0].failure.message}`);
});
