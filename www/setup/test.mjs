// npm test [-- step ...]: sets up what the steps need, and runs them until one fails.

import { chromiumEnvironment } from './chromium.mjs';
import { ensureData, wholeMnist } from './data.mjs';
import { installPackages, installStructurePackages } from './packages.mjs';
import { main, run, SetupError } from './run.mjs';
import { ensureRustLints, ensureWasmTarget } from './rust.mjs';
import { buildSite } from './site.mjs';
import { duration } from './step.mjs';
import { testSteps } from './test-steps.mjs';
import { installTools } from './tools.mjs';
import { buildWasm } from './wasm.mjs';

/** Each may return what the programs of a step need in their environment. */
const setUps = {
  packages: installPackages,
  structurePackages: installStructurePackages,
  lints: ensureRustLints,
  target: ensureWasmTarget,
  tools: installTools,
  chromium: chromiumEnvironment,
  data: ensureData,
  wholeMnist,
  cpu: () => buildWasm('cpu'),
  threads: () => buildWasm('threads'),
  webgpu: () => buildWasm('webgpu'),
  site: buildSite,
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
    results.push({ name: step.name, time: performance.now() - start, failure });
    console.log(`── ${step.name}: ${failure ? 'failed' : 'passed'} in ${duration(results.at(-1).time)}`);
    if (failure) break;
  }
  return results;
}

main(async (names) => {
  const results = await runSteps(chosenSteps(names));
  const failed = results.filter((result) => result.failure);
  console.log('\nStep              Time, set-up included');
  for (const { name, time, failure } of results) {
    console.log(`${name.padEnd(18)}${duration(time).padEnd(14)}${failure ? 'failed' : 'passed'}`);
  }
  console.log(`\n${results.length - failed.length} passed, ${failed.length} failed`);
  if (failed.length > 0) throw new SetupError(`${failed[0].name}: ${failed[0].failure.message}`);
});
