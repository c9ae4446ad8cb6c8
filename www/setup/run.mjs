// Running other programs.

import { execFile, spawn } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import { constants as osConstants, setPriority } from 'node:os';
import { delimiter, join } from 'node:path';
import { root, tools } from './paths.mjs';

/** Something that the person can put right: shown as a sentence, without a stack. */
export class SetupError extends Error {}

/** Something that a test needs, but that this machine cannot have: the test is not run, and that is said. */
export class NotHere extends SetupError {}

const oldestNode = 20;

/** @type {Record<string, string>} */
const installHints = {
  cargo: 'install Rust from https://rustup.rs',
  rustc: 'install Rust from https://rustup.rs',
  npm: 'install Node.js 20.19 or later with npm from https://nodejs.org',
  tar: 'install tar with your system’s package manager',
};

/** The project's own tools come first. */
export const searchPath = [join(tools, 'bin'), join(root, 'node_modules/.bin'), process.env.PATH].join(
  delimiter,
);

export const environment = (extra = {}) => ({ ...process.env, PATH: searchPath, ...extra });

/** The full path of a program, or undefined. */
export function which(program) {
  for (const folder of searchPath.split(delimiter)) {
    const file = join(folder, program);
    try {
      accessSync(file, constants.X_OK);
      return file;
    } catch {
      // Not in this folder.
    }
  }
  return undefined;
}

function cannotStart(program, error) {
  if (error.code !== 'ENOENT') return error;
  const hint = installHints[program] ?? `install ${program}`;
  return new SetupError(`${program} is needed but was not found: ${hint}, then run this again.`);
}

/**
 * Runs a program with its output on the terminal, or given to `told`, or, when quiet, kept until it fails. In the
 * background it is quiet, and leaves the processor to others.
 * @param {string} program
 * @param {string[]} args
 * @param {{ env?: object, cwd?: string, background?: boolean, quiet?: boolean, told?: (text: string) => void }} how
 */
export function run(
  program,
  args = [],
  { env = {}, cwd = root, background = false, quiet = background, told } = {},
) {
  const out = quiet || told ? 'pipe' : 'inherit';
  const child = spawn(program, args, {
    cwd,
    env: environment(env),
    stdio: [out === 'pipe' ? 'ignore' : 'inherit', out, out],
  });
  if (background && child.pid) setPriority(child.pid, osConstants.priority.PRIORITY_LOW);
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding('utf8').on('data', (text) => {
      if (told) told(text);
      else output += text;
    });
  }
  /** @type {Promise<void>} */
  const ended = new Promise((resolve, reject) => {
    child.on('error', (error) => reject(cannotStart(program, error)));
    child.on('close', (code, signal) => {
      if (code === 0) return resolve();
      const command = [program, ...args].join(' ');
      const tail = output.trimEnd().split('\n').slice(-30).join('\n');
      reject(
        new SetupError(`\`${command}\` ended with ${signal ?? `exit code ${code}`}.${tail && `\n${tail}`}`),
      );
    });
  });
  return ended;
}

/**
 * What a program prints, or undefined when it fails or is not there.
 * @returns {Promise<string | undefined>}
 */
export function outputOf(program, args = [], { env = {}, cwd = root } = {}) {
  return new Promise((resolve) => {
    execFile(program, args, { cwd, env: environment(env) }, (error, stdout) =>
      resolve(error ? undefined : stdout.trim()),
    );
  });
}

/** Runs a command of this project: failures end the process with their sentence, not with a stack. */
export async function main(command) {
  try {
    if (Number.parseInt(process.versions.node, 10) < oldestNode) {
      throw new SetupError(
        `Node.js ${oldestNode} or later is needed, but this is ${process.version}: update it.`,
      );
    }
    await command(process.argv.slice(2));
  } catch (error) {
    console.error(`\n✗ ${error instanceof SetupError ? error.message : error.stack}`);
    process.exit(1);
  }
}
