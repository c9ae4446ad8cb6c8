// What training waits for, what it runs on, and why that is not what was asked for, in words.

import { failureWords } from '../engine/failure/failure';
import type { Device, Loading, Notice } from '../engine/starting';
import { text } from './text';
import { count } from './words';

export function loadingWords(loading: Loading): string {
  const { starting, problems } = text.value;
  switch (loading.what) {
    case 'worker':
      return starting.loading;
    case 'build':
      return starting.build(problems.builds[loading.build], count(100 * loading.part));
    case 'images':
      return starting.images(count(Math.round(100 * loading.part)));
    case 'model':
      return starting.model(count(loading.images));
    default:
      return starting[loading.what];
  }
}

export function deviceWords(device: Device): string {
  const { starting } = text.value;
  const words =
    device.backend === 'cpu' ? starting.cpu(device.threads) : starting.webgpu(adapterWords(device.adapter));
  if (!device.times) return words;
  const other = device.backend === 'cpu' ? 'webgpu' : 'cpu';
  return starting.faster(words, other, digits(device.times[device.backend]), digits(device.times[other]));
}

export function adapterWords({ name, software }: Extract<Device, { backend: 'webgpu' }>['adapter']): string {
  const { starting } = text.value;
  const named = name || starting.unnamed;
  return software ? starting.inSoftware(named) : named;
}

const digits = (milliseconds: number) => String(Number(milliseconds.toPrecision(2)));

export const noticesWords = (notices: readonly Notice[]): string => notices.map(noticeWords).join(' ');

function noticeWords(notice: Notice): string {
  const { starting, problems } = text.value;
  switch (notice.kind) {
    case 'not on WebGPU':
      return starting.onCpuInstead(starting.notOnWebGpu);
    case 'no WebGPU':
      return starting.onCpuInstead(starting.missing[notice.missing]);
    case 'no threads':
      return starting.noThreads(notice.threads);
    case 'fewer threads':
      return starting.fewerThreads(notice.asked, notice.threads);
    case 'fallback': {
      const why = failureWords(notice.why, problems);
      return notice.step > 0
        ? starting.stopped(notice.build, why, count(notice.step))
        : starting.unused(notice.build, why);
    }
  }
}
