// npm test [-- step ...]: sets up what the steps need, and runs them until one fails.

import { chromiumEnvironment, headlessEnvironment } from './chromium.mjs';
import { ensureData, wholeMnist } from './data.mjs';
import { ensureDataSets } from './data-sets/index.mjs';
import { engineEnvironment } from './engines.mjs';
import { buildNpmPackages } from './npm-packages.mjs';
import { installPackages, installStructurePackages } from './packages.mjs';
import { pythonEnvironment } from './python.mjs';
import { main, NotHere, run, SetupError } from './run.mjs';
import { ensureRustLints, ensureWasmTarget } from './rust.mjs';
import { buildSite } from './site.mjs';
import { duration } from './step.mjs';
import { testSteps } from './test-steps.mjs';
import { installTools } from './tools.mjs';
import { ensureVulkan } from './vulkan.mjs';
import { buildWasm } from './wasm.mjs';

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

async function runStep({ name, needs, env: own = {}, run: [program, ...args] }, ready) {
  console.log(`\n── ${name}`);
  for (const need of needs) {
    if (!ready.has(need)) ready.set(need, await setUps[need]());
  }
  const env = Object.assign({}, own, ...needs.map((need) => ready.get(need)));
  console.log(`$ ${[program, ...args].join(' ')}`);
  await run(program, args, { env });
}

const outcomeOf = (failure) => (!failure ? 'passed' : failure instanceof NotHere ? 'not run' : 'failed');

async function runSteps(steps) {
  const ready = new Map();
  const results = [];
  for (const step of steps) {
    const start = performance.now();
    let failure;
    try {
      await runStep(step, ready);
    } catch (error) {
      failure = error;
    }
    const result = { name: step.name, time: performance.now() - start, outcome: outcomeOf(failure), failure };
    results.push(result);
    console.log(`── ${result.name}: ${result.outcome} in ${duration(result.time)}`);
    if (result.outcome === 'not run') console.log(`  ${failure.message}`);
    if (result.outcome === 'failed') break;
  }
  return results;
}

main(async (names) => {
  const results = await runSteps(chosenSteps(names));
  const of = (outcome) => results.filter((result) => result.outcome === outcome);
  const [passed, failed, notRun] = ['passed', 'failed', 'not run'].map(of);
  console.log('\nStep              Time, set-up included');
  for (const { name, time, outcome } of results) {
    console.log(`${name.padEnd(18)}${duration(time).padEnd(14)}${outcome}`);
  }
  const left = notRun.length > 0 ? `, ${notRun.length} not run` : '';
  console.log(`\n${passed.length} passed, ${failed.length} failed${left}`);
  for (const { name, failure } of notRun) console.log(`  ${name}: ${failure.message}`);
  if (failed.length > 0) throw new SetupError(`${failed[0].name}: ${failed[0].failure.message}`);
});
